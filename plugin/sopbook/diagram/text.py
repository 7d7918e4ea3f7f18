"""How wide a text is, and how it breaks into lines; no font is read."""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from sopbook.diagram.widths import RUNS

_MEASURED = {
    first + index: int(digits[index * 2 : index * 2 + 2], 16) / 100
    for first, digits in RUNS
    for index in range(len(digits) // 2)
}
_EMOJI = 0x1F000
_HYPHEN = "-"
_MORE = "…"
GLUE = "\N{NO-BREAK SPACE}"
"""Keeps words on one line where that has room for them."""


def width(text: str, size: float) -> float:
    """Measure a line of text in px at a font size in px."""
    return size * sum(map(_character, text))


def wrap(text: str, room: float, size: float, most: int) -> tuple[str, ...]:
    """Break a text into lines no wider than `room` px, as even as they come.

    A word too long for a line is broken with a hyphen; what does not fit into `most` lines ends
    in an ellipsis.
    """
    # No character worth a line's place is narrower than a tenth of the font size.
    words = text[: int(most * room / size * 10) + 1].split(" ")
    pieces = [piece for word in words if word for piece in _broken(word, room, size)]
    lines = _filled(pieces, room, size)
    if len(lines) > most:
        return _cut(lines, room, size, most)
    return tuple(_even(pieces, lines, room, size))


def widest(lines: Iterable[str], size: float) -> float:
    """Measure the widest of some lines, in px."""
    return max((width(line, size) for line in lines), default=0.0)


@cache
def _character(character: str) -> float:
    """Measure one character, as a part of the font size."""
    known = _MEASURED.get(ord(character))
    if known is not None:
        return known
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0.0
    wide = ord(character) >= _EMOJI or unicodedata.east_asian_width(character) in {"W", "F"}
    return 1.4 if wide else 1.0


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


def _filled(pieces: Iterable[str], room: float, size: float) -> list[str]:
    """Fill lines one after the other."""
    lines: list[str] = []
    space = width(" ", size)
    left = 0.0
    for piece in pieces:
        needed = width(piece, size)
        if lines and needed + space <= left:
            lines[-1] += " " + piece
            left -= needed + space
        else:
            lines.append(piece)
            left = room - needed
    return lines


def _even(pieces: list[str], lines: list[str], room: float, size: float) -> list[str]:
    """Narrow the lines for as long as there are no more of them."""
    narrow, wide = widest(pieces, size), room
    while wide - narrow > size / 4:
        middle = (narrow + wide) / 2
        tried = _filled(pieces, middle, size)
        if len(tried) > len(lines):
            narrow = middle
        else:
            lines, wide = tried, middle
    return lines


def _cut(lines: list[str], room: float, size: float, most: int) -> tuple[str, ...]:
    last = lines[most - 1]
    while last and width(last + _MORE, size) > room:
        last = last[:-1]
    return (*lines[: most - 1], last.rstrip() + _MORE)
