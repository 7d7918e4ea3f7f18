"""Markdown with its code and comments blanked out: what is left stands where it stood."""

import re
from collections.abc import Iterator

from sopbook.core.fences import fences

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_MARKS = re.compile(r"\\.|`+|\n[ \t]*(?=\n)", re.DOTALL)
# What texts stand indented in: a list, a note, an admonition, a tab, a definition, a footnote.
_CONTAINER = re.compile(r"(?:[-*+]|[0-9]+[.)])\s|!!!|\?\?\?|===|///|:\s|\[\^[^\]]+\]:|\*\[")
_BEFORE = " \t>"
_TAB = 4


def without_code(text: str) -> str:
    """Blank out code, between fences, in lines or indented, and comments."""
    blank = _without_indented(_without_fences(text))
    blank = _blanked(blank, _code_spans(blank))
    return _blanked(blank, (place.span() for place in _COMMENT.finditer(blank)))


def _blanked(text: str, places: Iterator[tuple[int, int]]) -> str:
    parts, done = [], 0
    for start, end in places:
        parts += [text[done:start], re.sub(r"[^\n]", " ", text[start:end])]
        done = end
    return "".join([*parts, text[done:]])


def _without_fences(text: str) -> str:
    if "```" not in text and "~~~" not in text:
        return text
    lines = text.split("\n")
    _blank_fences(lines, lines)
    # Those inside lists, quotes, tabs and the like are indented.
    _blank_fences(lines, [line.lstrip(_BEFORE) for line in lines])
    return "\n".join(lines)


def _blank_fences(lines: list[str], seen: list[str]) -> None:
    for fence in tuple(fences(seen)):
        for number in range(fence.first, fence.last + 1):
            lines[number] = " " * len(lines[number])


def _code_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield code inside lines: between equal numbers of ticks, within a paragraph."""
    marks = [mark for mark in _MARKS.finditer(text) if not mark[0].startswith("\\")]
    number = 0
    while number < len(marks):
        end = _closing(marks, number)
        if end:
            yield marks[number].start(), marks[end].end()
        number = (end or number) + 1


def _closing(marks: list[re.Match[str]], first: int) -> int:
    """Find the mark that closes one; 0 where none does, or the paragraph ends before."""
    for number in range(first + 1, len(marks)):
        if marks[number][0] == marks[first][0]:
            return number if marks[number][0][0] == "`" else 0
        if marks[number][0][0] == "\n":
            return 0
    return 0


def _without_indented(text: str) -> str:
    """Blank out lines that are indented more deeply than what they stand in allows."""
    lines = text.split("\n")
    depth = 0
    for number, line in enumerate(lines):
        bare = line.expandtabs(_TAB)
        level = (len(bare) - len(bare.lstrip())) // _TAB
        if not bare.strip():
            continue
        if level > depth:
            lines[number] = " " * len(line)
        else:
            depth = level + bool(_CONTAINER.match(bare.lstrip()))
    return "\n".join(lines)
