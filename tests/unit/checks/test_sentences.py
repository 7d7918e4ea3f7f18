"""Parts of sentences."""

import pytest

from sopbook.checks.sentences import stations


@pytest.mark.parametrize(
    "names, text",
    [
        ("a", "a"),
        ("aa", "a → a"),
        ("abcdefg", "a → b → c → d → e → f → g"),
        ("abcdefghi", "a → b → c → … → g → h → i"),
        ("ab…defghi", "a → b → … → g → h → i"),
        ("abcdef…hi", "a → b → c → … → h → i"),
        ("ab…def…hi", "a → b → … → h → i"),
        ("a…cdefg…i", "a → … → c → … → g → … → i"),
    ],
)
def test_a_long_way_is_cut_in_the_middle(names: str, text: str) -> None:
    assert stations(names) == text
