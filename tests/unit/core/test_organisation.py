"""Who is somebody to turn to, and who is a machine."""

import pytest

from tests.unit.pages.department import organisation


@pytest.mark.parametrize(
    "name, is_system, is_colleague",
    [
        ("ana-ionescu", False, True),
        ("agent", False, True),
        ("finance", False, True),
        ("chatbot", True, False),
        ("customer", False, False),
        ("nobody", False, False),
    ],
)
def test_colleagues_are_people_roles_and_teams(
    name: str, *, is_system: bool, is_colleague: bool
) -> None:
    who = organisation()
    assert (who.is_system(name), who.is_colleague(name)) == (is_system, is_colleague)
