"""The search for circles is paused, and left as it was found."""

import gc

import pytest

from sopbook.core.growing import growing


@pytest.mark.parametrize("was_on", [True, False])
def test_it_is_left_as_it_was(*, was_on: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if was_on else gc.disable)()
        with growing():
            assert not gc.isenabled()
        assert gc.isenabled() is was_on
    finally:
        (gc.enable if before else gc.disable)()
