"""Letters made comparable, by vectors that the scripts of the page are held to, too."""

import json
from pathlib import Path

import pytest

from sopbook.core.fold import fold
from sopbook.search.stems import stem
from sopbook.search.words import words

CASES = Path(__file__).parents[2] / "cases" / "fold"


def vectors(name: str) -> list[tuple[str, object]]:
    return [(text, said) for text, said in json.loads((CASES / f"{name}.json").read_text())]


@pytest.mark.parametrize("text, folded", vectors("letters"))
def test_letters_are_compared_without_case_and_marks(text: str, folded: object) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("text, found", vectors("words"))
def test_words_are_found_whole_and_in_pieces(text: str, found: object) -> None:
    assert list(words(text)) == found


@pytest.mark.parametrize("word, bare", vectors("stems"))
def test_words_of_indonesian_have_stems(word: str, bare: object) -> None:
    assert stem(word, "id") == bare


def test_elsewhere_words_that_begin_alike_are_enough() -> None:
    assert stem("pengembalian", "lt") == ""
