"""Two wordings of a sentence or paragraph: which words went, came and stayed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from operator import itemgetter

from sopbook.core.fold import fold
from sopbook.history.changes.align import aligned

_WORDS = re.compile(r"(\s*)(https?://\S+|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]+|\S)")  # noqa: RUF001 - the apostrophe as printed
_LINES = re.compile(r"(\n*)([^\n]+)")
_MOSTLY = 0.3
# What is shorter than this and than what changed around it is alike by chance: `the`, `to a`.
_CHANCE = 8
_HARMLESS = frozenset(".,;:!?…'\"“”„‘’()[]*_`–—-")  # noqa: RUF001 - all that people type
_LONG_WORD = 5
_MOST_WORDS = 40_000
"""Nobody reads a longer paragraph, to say nothing of what became of its words."""


class Side(StrEnum):
    """Where words stand: in both versions, in the one before alone, in the one after alone."""

    BOTH = "both"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words, with the spaces before them."""

    side: Side
    text: str


_Run = tuple[Side, list[tuple[str, str]]]
"""Neighbouring words on one side, each after the space before it."""


def pieces(before: str, after: str, *, by_line: bool = False) -> tuple[Piece, ...]:
    """Show how one wording became the other; two that have little in common are shown whole."""
    runs = _runs(before, after, _LINES if by_line else _WORDS)
    shown = [Piece(side, "".join(space + word for space, word in words)) for side, words in runs]
    kept = sum(len(piece.text) for piece in shown if piece.side is Side.BOTH)
    if before and after and kept < _MOSTLY * min(len(before), len(after)):
        return Piece(Side.BEFORE, before), Piece(Side.AFTER, after)
    return tuple(_joined(_without_chance(shown)))


def is_slip(before: str, after: str) -> bool:
    """Say whether a wording changed in signs, letters' case and marks, or slips of the pen alone.

    A slip is one letter more, less, other or out of place in a word of five letters or more; its
    first letter stays, for there many languages say `not`. Figures and addresses are never slips.
    """
    changed = groupby(_runs(before, after, _WORDS), lambda run: run[0] is not Side.BOTH)
    return all(_is_harmless(list(runs)) for is_change, runs in changed if is_change)


def _runs(before: str, after: str, pattern: re.Pattern[str]) -> list[_Run]:
    """Lay two wordings side by side; words that both have are given as they stand after."""
    # White space that nothing follows would be tried again from each of its places.
    old, new = pattern.findall(before.rstrip()), pattern.findall(after.rstrip())
    if len(old) + len(new) > _MOST_WORDS:
        return [(Side.BEFORE, old), (Side.AFTER, new)]
    same = aligned([word for _, word in old], [word for _, word in new])
    found: list[_Run] = []
    left = right = 0
    for i, j in [*same, (len(old), len(new))]:
        found += [(Side.BEFORE, old[left:i]), (Side.AFTER, new[right:j])]
        found.append((Side.BOTH, new[j : j + 1]))
        left, right = i + 1, j + 1
    filled = groupby(filter(itemgetter(1), found), itemgetter(0))
    return [(side, [word for _, words in runs for word in words]) for side, runs in filled]


def _without_chance(shown: list[Piece]) -> Iterator[Piece]:
    """Yield the pieces, with what stayed by chance between two changes as part of the change."""
    for place, piece in enumerate(shown):
        is_between = piece.side is Side.BOTH and 0 < place < len(shown) - 1
        around = (shown[place - 1], shown[place + 1]) if is_between else ()
        if around and len(piece.text) < min(_CHANCE, *(len(other.text) for other in around)):
            yield Piece(Side.BEFORE, piece.text)
            yield Piece(Side.AFTER, piece.text)
        else:
            yield piece


def _joined(shown: Iterable[Piece]) -> Iterator[Piece]:
    """Yield each change as one piece that went and one that came."""
    for is_same, group in groupby(shown, lambda piece: piece.side is Side.BOTH):
        found = list(group)
        sides = (Side.BOTH,) if is_same else (Side.BEFORE, Side.AFTER)
        for side in sides:
            text = "".join(piece.text for piece in found if piece.side is side)
            if text:
                yield Piece(side, text)


def _is_harmless(runs: list[_Run]) -> bool:
    old = _said(runs, Side.BEFORE)
    new = _said(runs, Side.AFTER)
    if any("://" in word for word in (*old, *new)):
        return False
    folded = [fold(word) for word in old], [fold(word) for word in new]
    if "".join(folded[0]) == "".join(folded[1]):
        return not any(word[:1].isdigit() for word in old) or folded[0] == folded[1]
    same = len(old) == len(new)
    return same and all(_is_slip(one, other) for one, other in zip(*folded, strict=True))


def _said(runs: list[_Run], side: Side) -> list[str]:
    words = [word for where, found in runs if where is side for _, word in found]
    return [word for word in words if not set(word) <= _HARMLESS]


def _is_slip(one: str, other: str) -> bool:
    """Say whether two folded words are one but for a slip."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < _LONG_WORD or short[0] != long[0] or any(map(str.isdigit, one + other)):
        return False
    start = next((n for n, letter in enumerate(short) if letter != long[n]), len(short))
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    swapped = short[:start] + short[start + 1 : start + 2] + short[start] + short[start + 2 :]
    return short[start + 1 :] == long[start + 1 :] or swapped == long
