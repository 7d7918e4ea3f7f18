"""Letters made comparable, and the nearest known name to a mistyped one."""

import difflib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

# What Unicode does not take apart: the strokes and ligatures of the languages we serve.
# The same as in assets/sopbook/search/fold.js; tests/cases/fold holds the two together.
_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"},  # noqa: RUF001 - the dotless i is the point
)
# Marks of Latin, Greek and Cyrillic letters; in other writings they are letters of their own.
_MARKS = re.compile(r"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
_LIKE = 0.6
_LONGEST_NAME = 80
_SHORT = 2
# Comparing is slow: with thousands of names and thousands of mistakes the first must do.
_MOST_NAMES = 1_000


@lru_cache(maxsize=8_192)
def fold(text: str) -> str:
    """Drop case and marks: `Întrebare` and `intrebare` become the same."""
    if text.isascii():
        return text.lower()
    # Twice, because lower-casing makes new marks of its own (a dotted capital I).
    lowered = unicodedata.normalize("NFKD", text).lower().translate(_LETTERS)
    return _MARKS.sub("", unicodedata.normalize("NFKD", lowered))


def slug(text: str, longest: int = 40) -> str:
    """Make an id of a text: `a-z0-9-`, cut at a word; empty where no letter can be written so."""
    whole = re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")
    if len(whole) <= longest:
        return whole
    cut = whole[: longest + 1].rpartition("-")[0]
    return cut or whole[:longest]


def nearest(name: str, known: Iterable[str], like: float = _LIKE) -> str:
    """Give the known name most like `name`, or "" where none is like it."""
    by_folded = {fold(candidate): candidate for candidate in islice(known, _MOST_NAMES)}
    typed = fold(name[:_LONGEST_NAME])
    matches = difflib.get_close_matches(typed, by_folded, n=1, cutoff=like)
    if not matches and len(typed) <= _SHORT:
        # Of two letters one wrong is half of them: `dp` is still like `do`.
        matches = [
            short for short in by_folded if len(short) == len(typed) and short[:1] == typed[:1]
        ]
    return by_folded[matches[0]] if matches else ""
