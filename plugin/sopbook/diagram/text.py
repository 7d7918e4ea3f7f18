"""How wide a text is, and how it breaks into lines; no font is read."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from sopbook.diagram.widths import RUNS


class _Widths(dict[str, float]):
    """Widths of characters as parts of the font size; of those not measured, a guess."""

    def __missing__(self, character: str) -> float:
        if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
            return 0.0
        wide = ord(character) >= _EMOJI or unicodedata.east_asian_width(character) in {"W", "F"}
        return 1.4 if wide else 1.0


_WIDTHS = _Widths(
    (chr(first + index), int(digits[index * 2 : index * 2 + 2], 16) / 100)
    for first, digits in RUNS
    for index in range(len(digits) // 2)
)
_EMOJI = 0x1F000
_HYPHEN = "-"
_MORE = "…"
_CLOSE = 4.0
"""How close to the least room lines are made even, in px."""
GLUE = "\N{NO-BREAK SPACE}"
"""Keeps words on one line where that has room for them."""


@lru_cache(maxsize=10_000)
def width(text: str, size: float) -> float:
    """Measure a line of text in px at a font size in px."""
    return size * sum(map(_WIDTHS.__getitem__, text))


def wrap(text: str, room: float, size: float, most: int) -> tuple[str, ...]:
    """Break a text into lines no wider than `room` px, as even as they come.

    A word too long for a line is broken with a hyphen; what does not fit into `most` lines ends
    in an ellipsis.
    """
    # No character worth a line's place is narrower than a tenth of the font size.
    text = text[: int(most * room / size * 10) + 1].strip(" ")
    if text and width(text, size) <= room:
        return (text,)
    words = text.split(" ")
    pieces = [piece for word in words if word for piece in _broken(word, room, size)]
    widths = [width(piece, size) for piece in pieces]
    space = width(" ", size)
    count = len(_starts(widths, space, room))
    if count > most:
        return _cut(_lines(pieces, _starts(widths, space, room)), room, size, most)
    return tuple(_lines(pieces, _starts(widths, space, _evened(widths, space, room, count))))


def _broken(word: str, room: float, size: float) -> Iterator[str]:
    """Break a word that is wider than a line: at no-break spaces, else a hyphen shows where."""
    if width(word, size) <= room:
        yield word
        return
    if GLUE in word:
        for part in word.split(GLUE):
            yield from _broken(part, room, size)
        return
    part, hyphen = "", width(_HYPHEN, size)
    for character in word:
        if part and width(part + character, size) + hyphen > room:
            yield part if part.endswith(_HYPHEN) else part + _HYPHEN
            part = ""
        part += character
    yield part


def _starts(widths: list[float], space: float, room: float) -> list[int]:
    """Fill lines one after the other: give the places of the words that begin them."""
    starts: list[int] = []
    left = 0.0
    for place, needed in enumerate(widths):
        if starts and needed + space <= left:
            left -= needed + space
        else:
            starts.append(place)
            left = room - needed
    return starts


def _lines(pieces: list[str], starts: list[int]) -> list[str]:
    return [" ".join(pieces[start:end]) for start, end in pairwise((*starts, len(pieces)))]


def _evened(widths: list[float], space: float, room: float, count: int) -> float:
    """Narrow the room for as long as there are no more lines."""
    narrow, wide = max(widths, default=0.0), room
    while count > 1 and wide - narrow > _CLOSE:
        middle = (narrow + wide) / 2
        if len(_starts(widths, space, middle)) > count:
            narrow = middle
        else:
            wide = middle
    return wide


def _cut(lines: list[str], room: float, size: float, most: int) -> tuple[str, ...]:
    last = lines[most - 1]
    while last and width(last + _MORE, size) > room:
        last = last[:-1]
    return (*lines[: most - 1], last.rstrip() + _MORE)
