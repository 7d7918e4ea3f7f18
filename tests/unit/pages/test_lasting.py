"""Spans of time that were worked out, as a reader reads them."""

import pytest

from sopbook import assets
from sopbook.pages.lasting import lasting


@pytest.mark.parametrize(
    "seconds, text",
    [
        (0, "0 sec"),
        (1, "1 sec"),
        (45.4, "45 sec"),
        (90, "1.5 min"),
        (632, "11 min"),
        (5400, "1.5 hr"),
        (86400, "1 day"),
        (86400 * 12.4, "12 days"),
    ],
)
def test_no_more_precisely_than_an_estimate_is(seconds: float, text: str) -> None:
    assert lasting(seconds, assets.words("en")) == text


def test_in_the_reader_s_language() -> None:
    assert lasting(5400, assets.words("ro")) == "1,5 ore"
