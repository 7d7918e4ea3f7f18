"""The cache of sentences, and the chronicle that uses it."""

from dataclasses import replace
from pathlib import Path

import pytest

from sopbook import assets
from sopbook.core.names import Names
from sopbook.docs_folder import read_folder
from sopbook.edition import edition
from sopbook.history.changes.kinds import Weight
from sopbook.history.changes.sentence import Sentence, Sign, line
from sopbook.history.chronicle import Chronicle
from sopbook.history.git_chronicle import SENTENCES, Chronicler, Place
from sopbook.history.git_history import export_history, read_history
from sopbook.history.lack import Missing
from sopbook.history.told import load_told, save_told
from tests.history.example import example
from tests.history.repositories import Made, clone

TOLD = {
    "b": (Sentence("Ț reads", Sign.CHANGED, Weight.EDITORIAL, ("a", "b"), "", line("one", "two")),),
    "a": (),
}


@pytest.fixture
def told(tmp_path: Path) -> Path:
    file = tmp_path / "cache" / SENTENCES
    save_told(file, TOLD)
    return file


def chronicle(made: Made, place: Place) -> Chronicle:
    folder = read_folder(made.docs)
    library = edition(*folder).reading.library
    return Chronicler(place).chronicle(Names(library, assets.words("en")), folder[0])


def test_what_was_told_is_read_back(told: Path) -> None:
    assert load_told(told) == TOLD
    before = told.read_bytes()
    save_told(told, dict(reversed(TOLD.items())))
    assert told.read_bytes() == before


@pytest.mark.parametrize(
    "old, new",
    [
        (b"reads", b"read"),
        (b"sopbook told", b"told"),
        (b"\n", b""),
        (b"]]", b"]"),
        (b"\xc8", b"\xff"),
    ],
)
def test_what_is_damaged_is_told_anew(told: Path, old: bytes, new: bytes) -> None:
    data = told.read_bytes()
    assert old in data
    told.write_bytes(data.replace(old, new))
    assert load_told(told) == {}


def test_a_forged_one_of_another_form_is_refused(told: Path) -> None:
    save_told(told, {"a": (replace(TOLD["b"][0], steps=[1]),)})  # type: ignore[arg-type]
    assert load_told(told) == {}


def test_nothing_kept_nothing_known(tmp_path: Path) -> None:
    assert load_told(tmp_path / "none") == {}
    (tmp_path / "file").write_text("", encoding="utf-8")
    save_told(tmp_path / "file/told.json", TOLD)  # No folder: a cache that cannot be written.


def test_only_what_was_asked_for_is_kept(tmp_path: Path) -> None:
    made = example(tmp_path / "department")
    file = tmp_path / "cache" / SENTENCES
    place = Place(made.docs, tmp_path / "cache")
    cold = chronicle(made, place)
    kept = load_told(file)
    save_told(file, {**kept, "old": ()})
    assert chronicle(made, place) == cold
    assert load_told(file) == kept
    assert chronicle(made, Place(made.docs)) == cold


def test_drawn_are_the_newest_changes_of_flows(tmp_path: Path) -> None:
    made = example(tmp_path / "department")
    found = chronicle(made, Place(made.docs, is_drawn=True))
    assert {name: each.telling.entry.title for name, each in found.drawn.items()} == {
        "call": "Wrong complaints go to the team lead"
    }
    assert chronicle(made, Place(made.docs)).drawn == {}
    # Work that is not published yet stands in for no version.
    flow = (made.docs / "calls/call.workflow.yml").read_text(encoding="utf-8")
    made.write({"calls/call.workflow.yml": flow.replace("Greet", "Say hello")})
    assert chronicle(made, Place(made.docs, is_drawn=True)).drawn == found.drawn


def test_what_cannot_be_told_today_is_not_kept(tmp_path: Path) -> None:
    """The old versions may be at hand the next time."""
    made = example(tmp_path / "department")
    history = read_history(made.docs)
    assert not isinstance(history, Missing)
    export_history(history, tmp_path / "past.jsonl")
    found = chronicle(made, Place(made.docs, tmp_path / "cache", tmp_path / "past.jsonl"))
    assert found.partial
    assert not (tmp_path / "cache").exists()
    cut = clone(made, tmp_path / "cut", "--filter=blob:none")
    assert chronicle(cut, Place(cut.docs, tmp_path / "cache")).partial
    assert not (tmp_path / "cache" / SENTENCES).exists()
