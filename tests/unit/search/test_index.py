"""The files of the index. What readers find by them is tested with the scripts."""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from sopbook.search.documents import Document, Facet, Sort, Spot
from sopbook.search.index import MANIFEST, index_files
from sopbook.search.numbers import growing, written
from sopbook.search.postings import terms
from sopbook.search.tiers import SHARD, tier, tier_files
from sopbook.search.units import FIRST_SPOT, TITLE, core
from tests.unit.search import example

LETTERS = [chr(code) for code in range(32, 127) if chr(code) not in "\"'\\"]


def numbers(text: str) -> Iterator[int]:
    """Read numbers back."""
    scale, total = 1, 0
    for letter in text:
        value = LETTERS.index(letter)
        if value < 46:
            yield total + value * scale
            scale, total = 1, 0
        else:
            total, scale = total + (value - 46) * scale, scale * 46


def places(text: str) -> dict[int, list[int]]:
    """Read back where a word stands: documents, and their units."""
    found: dict[int, list[int]] = {}
    document, read = -1, numbers(text)
    for gap in read:
        document += gap + 1
        unit, units = 0, []
        for code in read:
            unit += code >> 2
            units.append(unit)
            if code & 1:
                break
        found[document] = units
    return found


def data(text: str) -> object:
    """Take what a file of the index hands over."""
    return json.loads(text[text.index(",") + 1 : text.rindex(")")])


def test_the_scripts_are_tested_with_this_index() -> None:
    # If the change is meant: python -m tests.unit.search.example
    assert example.FILE.read_text(encoding="utf-8") == example.written()


@pytest.mark.parametrize("number", [0, 1, 45, 46, 91, 92, 2_115, 2_116, 1_000_000])
def test_a_number_is_read_as_it_was_written(number: int) -> None:
    assert list(numbers(written(number))) == [number]


def test_numbers_that_grow_are_written_as_steps() -> None:
    assert list(numbers(growing([3, 4, 90, 90]))) == [3, 1, 86, 0]


def test_nothing_in_the_index_needs_escaping() -> None:
    hostile = Document(Sort.SOP, "x", "</script>\u2028\"'", "x.html", text="a\\b \u2029")
    for _, text in index_files((hostile,), (), "en"):
        assert "\u2028" not in text
        assert "\u2029" not in text
        assert text.startswith('sopbookIndex("')


def test_a_word_is_known_by_its_documents_and_units() -> None:
    found = {term.word: term for term in terms(example.DOCUMENTS, core, "en")}
    assert found["refund"].documents == 2
    assert places(found["refund"].places) == {0: [TITLE], 1: [FIRST_SPOT + 1]}


def test_a_common_word_says_nothing_of_steps() -> None:
    def about(number: int) -> Document:
        title = "Customer" if number == 7 else f"S {number}"
        return Document(Sort.SOP, str(number), title, "", spots=(Spot("a", "Ask the customer"),))

    many = tuple(about(number) for number in range(300))
    found = {term.word: term for term in terms(many, core, "en")}
    assert found["customer"].documents == 300
    assert places(found["customer"].places) == {7: [TITLE]}
    assert found["ask"].places == ""


def test_stems_are_words_of_their_own() -> None:
    found = terms((Document(Sort.SOP, "x", "Pengembalian", ""),), core, "id")
    assert [term.word for term in found] == ["pengembalian", "~embal"]
    assert [letter for letter, _ in tier(found).letters] == ["70", "s65"]


def test_shards_are_short_and_hold_every_word() -> None:
    many = tuple(
        Document(Sort.SOP, str(number), f"Word{number % 700} of {number}", "")
        for number in range(9_000)
    )
    found = terms(many, core, "en")
    cut = tier(found)
    files = dict(tier_files("c", found, cut))
    shards = [str(files[f"cp-{number}"]) for number in range(len(cut.shards))]
    assert len(shards) > 1
    assert all(len(shard) <= SHARD or "'" not in shard for shard in shards)
    assert "'".join(shards).split("'") == [term.places for term in found]


def test_nothing_to_find_is_an_index_too() -> None:
    files = dict(index_files((), (), "en"))
    assert data(files[MANIFEST])["documents"] == 0  # type: ignore[index]


def test_no_browser_mixes_two_builds() -> None:
    def place(documents: tuple[Document, ...]) -> object:
        return data(dict(index_files(documents, (), "en"))[MANIFEST])["place"]  # type: ignore[index]

    changed = replace(example.DOCUMENTS[0], title="Refunds")
    assert place(example.DOCUMENTS) == place(example.DOCUMENTS)
    assert place(example.DOCUMENTS) != place((changed, *example.DOCUMENTS[1:]))


def test_values_that_nothing_has_are_no_choice() -> None:
    facet = Facet("channel", (("phone", "Phone"), ("fax", "Fax")))
    files = {
        path.rsplit("/", 1)[1]: text
        for path, text in index_files(example.DOCUMENTS, (facet,), "en")
    }
    assert data(files["facets.js"]) == {"channel": [["phone", "Phone"]]}
    assert data(files["f-channel.js"]) == {"phone": growing([0, 2, 3, 4, 5, 6, 7])}


def test_long_texts_are_cut_at_a_word() -> None:
    spot = Spot("step-1", "Ask", 1, text="listen " * 100)
    rows = data(
        next(
            text
            for path, text in index_files(
                (Document(Sort.SOP, "x", "X", "", spots=(spot,)),), (), "en"
            )
            if path.endswith("/d-0.js")
        )
    )
    shown = rows[0][8][0][3]  # type: ignore[index]
    assert shown.endswith("listen …")
    assert len(shown) <= 162
