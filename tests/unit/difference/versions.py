"""The department in two versions, compared: what all forms are made of."""

from collections.abc import Mapping

from sopbook import assets
from sopbook.core.names import Names
from sopbook.core.reading import read_library
from sopbook.history.compared import Comparison, Version, compare, names_of
from tests.history.department import AFTER, BEFORE, GONE

WORDS = assets.words("en")
MOVED = GONE.replace("Fax orders", "Moved")


def version(label: str, files: Mapping[str, str], lacking: frozenset[str] = frozenset()) -> Version:
    sources = {path: text.encode() for path, text in files.items()}
    return Version(label, sources, read_library(sources), lacking)


def older() -> Version:
    return version("v1", BEFORE)


def newer() -> Version:
    files = {**BEFORE, **AFTER, "old/moved.workflow.yml": MOVED, "moved.workflow.yml": None}
    return version("v2", {path: text for path, text in files.items() if text is not None})


def department(language: str = "en") -> tuple[Comparison, Names]:
    words = assets.words(language)
    before, after = older(), newer()
    return compare(before, after, words), names_of(before, after, words)
