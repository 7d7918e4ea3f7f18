"""Markdown as the blocks a reader sees; how its lines are broken and indented has no meaning."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sopbook.core.fences import fences


class Block(StrEnum):
    """What a stretch of a text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    NUMBERED = "numbered"
    QUOTE = "quote"
    ROW = "row"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Stretch:
    """One block: its text in one line (code as it stands), and how deep a heading or item is."""

    block: Block
    text: str
    depth: int = 0


_HEADING = re.compile(r"(#{1,6})(?:\s+(.*))?")
_ITEM = re.compile(r"(?:([-*+])|[0-9]{1,9}[.)])(?:\s+(.*))?")
_UNDERLINE = re.compile(r"={2,}|-{2,}")
_COLUMNS = re.compile(r"[-:| ]+")
_OWN_LINE = ("!!!", "???")
_NO_WORDS = frozenset("-*_= ")


def stretches(text: str) -> tuple[Stretch, ...]:
    """Take a text apart."""
    lines = text.split("\n")
    found: list[Stretch] = []
    reader = _Reader(found)
    start = 0
    # Code may stand in a list or a note, indented with it.
    for fence in fences([line.lstrip() for line in lines]):
        reader.read(lines[start : fence.first])
        found.append(Stretch(Block.CODE, _code(lines[fence.first : fence.last + 1])))
        start = fence.last + 1
    reader.read(lines[start:])
    return tuple(found)


def written(found: Sequence[Stretch]) -> str:
    """Write blocks down again, so that they are read as the same ones."""
    return "\n\n".join(_written(stretch) for stretch in found)


def _written(stretch: Stretch) -> str:
    text, depth = stretch.text, stretch.depth
    match stretch.block:
        case Block.HEADING:
            return f"{'#' * depth} {text}"
        case Block.BULLET | Block.NUMBERED:
            return f"{'    ' * depth}{'-' if stretch.block is Block.BULLET else '1.'} {text}"
        case Block.QUOTE:
            return f"> {text}"
        case Block.ROW:
            return f"| {text} |"
        case _:
            return text


class _Reader:
    """Reads lines outside fences; a block is open until a line ends it.

    What is open is known by its kind and its level, or its indent where it is an item.
    """

    def __init__(self, found: list[Stretch]) -> None:
        self._found = found
        self._open: tuple[Block, int] | None = None
        self._lines: list[str] = []
        self._indents: list[int] = []

    def read(self, lines: Sequence[str]) -> None:
        for line in _without_comments("\n".join(lines)).split("\n"):
            self._read(line.expandtabs(4))
        self._close()

    def _read(self, line: str) -> None:
        text = line.strip()
        if not text:
            self._close()
        elif not self._is_whole(text) and not self._begins(line, text):
            if self._open is None:
                self._begin(Block.PARAGRAPH, text)
            else:
                self._lines.append(text)

    def _is_whole(self, text: str) -> bool:
        """Take a line that is a block by itself, or makes one of the lines above."""
        heading = _HEADING.fullmatch(text)
        if heading:
            self._add(Block.HEADING, heading[2] or "", len(heading[1]))
        elif _UNDERLINE.fullmatch(text) and self._open == (Block.PARAGRAPH, 0):
            self._open = (Block.HEADING, 1 if text[0] == "=" else 2)
            self._close()
        elif set(text) <= _NO_WORDS:
            self._close()
        elif text[0] == "|":
            cells = [] if _COLUMNS.fullmatch(text) else text.strip("|").split("|")
            self._add(Block.ROW, " | ".join(cell.strip() for cell in cells))
        elif text.startswith(_OWN_LINE):
            self._add(Block.PARAGRAPH, text)
        else:
            return False
        return True

    def _begins(self, line: str, text: str) -> bool:
        """Open the item or the quotation that a line begins, or go on with the quotation."""
        item = _ITEM.fullmatch(text)
        said = text.lstrip("> ")
        if item:
            indent = len(line) - len(line.lstrip())
            self._begin(Block.BULLET if item[1] else Block.NUMBERED, item[2] or "", indent)
        elif text[0] != ">":
            return False
        elif said and self._open == (Block.QUOTE, 0):
            self._lines.append(said)
        else:
            self._begin(Block.QUOTE, said)
        return True

    def _depth(self, indent: int) -> int:
        """Say how deep an item lies among those above it."""
        while self._indents and self._indents[-1] >= indent:
            self._indents.pop()
        self._indents.append(indent)
        return len(self._indents) - 1

    def _add(self, block: Block, text: str, depth: int = 0) -> None:
        self._begin(block, text, depth)
        self._close()

    def _begin(self, block: Block, text: str, depth: int = 0) -> None:
        self._close()
        self._open = (block, depth)
        self._lines = [text]

    def _close(self) -> None:
        block, depth = self._open or (Block.PARAGRAPH, 0)
        text = " ".join(" ".join(self._lines).split())
        text = _without_marks(text) if block is Block.HEADING else text
        if not set(text) <= _NO_WORDS:
            is_item = block in {Block.BULLET, Block.NUMBERED}
            self._found.append(Stretch(block, text, self._depth(depth) if is_item else depth))
        self._open = None
        self._lines = []


def _code(lines: Sequence[str]) -> str:
    """Give code as it stands, but for the indent that its first line has."""
    indent = len(lines[0]) - len(lines[0].lstrip())
    margins = (min(indent, len(line) - len(line.lstrip())) for line in lines)
    return "\n".join(line[cut:].rstrip() for line, cut in zip(lines, margins, strict=True))


def _without_marks(text: str) -> str:
    """Drop the signs that may close a heading: `## Title ##`."""
    words = text.split()
    while words and not words[-1].strip("#"):
        words.pop()
    return " ".join(words)


def _without_comments(text: str) -> str:
    """Drop what no reader sees; a space is left, so that what stood around it does not join."""
    return " ".join(_around_comments(text)) if "<!--" in text else text


def _around_comments(text: str) -> Iterator[str]:
    place = 0
    while True:
        start = text.find("<!--", place)
        end = text.find("-->", start + 4) if start >= 0 else -1
        if end < 0:
            yield text[place:]
            return
        yield text[place:start]
        place = end + 3
