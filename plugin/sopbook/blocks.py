"""The Python-Markdown edge: our blocks in authors' text, and the last pass over what comes out.

Knows no host: whoever loads the extension hands in `place`, which says what a block becomes.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as ET

from markdown import Extension, Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.util import AtomicString

from sopbook.core.fences import BLOCKS, fences
from sopbook.sanitise import sanitise

# Python-Markdown takes these two characters out of every text before it reads it, and our reader
# refuses them: no author can write such a mark.
_MARK = "\x02sopbook:{}\x03"
_MARKED = re.compile(r"\x02sopbook:(\d+)\x03")
_PLACED = re.compile(r'<div class="sopbook-place">\s*\x02sopbook:(\d+)\x03.*?</div>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Piece:
    """What a block becomes: finished HTML, and the ids in it."""

    html: str
    ids: tuple[str, ...] = ()


Place = Callable[[str, str], Piece]
"""Takes a block's name and its text."""


def _no_host(name: str, _: str) -> Piece:
    message = (
        f"the `{name}` block needs the sopbook plugin of MkDocs: list `sopbook` under `plugins`"
    )
    raise RuntimeError(message)


class FlowchartExtension(Extension):
    """Turns `flowchart` and `sops` blocks into charts and lists, and cleans the page's HTML."""

    def __init__(self, place: Place = _no_host, **options: Any) -> None:
        """Take the function that says what a block becomes."""
        super().__init__(**options)
        self._place = place

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Register with the converter."""
        md.registerExtension(self)
        pieces: list[Piece] = []
        # Below 30, where line ends and those two characters are put right; above every other
        # extension that reads fences.
        md.preprocessors.register(_FindBlocks(md, self._place, pieces), "sopbook", 29)
        md.parser.blockprocessors.register(_PlaceBlocks(md.parser, pieces), "sopbook", 200)
        # After all others: nobody adds to the page behind its back.
        md.postprocessors.register(_Clean(md, pieces), "sopbook", -100)


class _FindBlocks(Preprocessor):
    """Put a mark where a block stands."""

    def __init__(self, md: Markdown, place: Place, pieces: list[Piece]) -> None:
        super().__init__(md)
        self._place, self._pieces = place, pieces

    def run(self, lines: list[str]) -> list[str]:
        self._pieces.clear()
        out: list[str] = []
        done = 0
        for fence in fences(lines):
            if fence.info in BLOCKS:
                out += [*lines[done : fence.first], "", self._mark(fence.info, fence.text), ""]
                done = fence.last + 1
        return [*out, *lines[done:]]

    def _mark(self, name: str, text: str) -> str:
        self._pieces.append(self._place(name, text))
        return _MARK.format(len(self._pieces) - 1)


class _PlaceBlocks(BlockProcessor):
    """Turn a mark into an element, which holds the piece's ids so that headings get others."""

    def __init__(self, parser: BlockParser, pieces: Sequence[Piece]) -> None:
        super().__init__(parser)
        self._pieces = pieces

    def test(self, parent: ET.Element, block: str) -> bool:  # noqa: ARG002 - the library's signature
        return bool(_MARKED.fullmatch(block.strip()))

    def run(self, parent: ET.Element, blocks: list[str]) -> None:
        mark = blocks.pop(0).strip()
        found = _MARKED.fullmatch(mark)
        place = ET.SubElement(parent, "div", {"class": "sopbook-place"})
        place.text = AtomicString(mark)
        for name in self._pieces[int(found[1])].ids if found else ():
            ET.SubElement(place, "span", {"id": name})


class _Clean(Postprocessor):
    """Clean the author's HTML, then put the pieces in."""

    def __init__(self, md: Markdown, pieces: Sequence[Piece]) -> None:
        super().__init__(md)
        self._pieces = pieces

    def run(self, text: str) -> str:
        marked = _PLACED.sub(lambda found: _MARK.format(found[1]), text)
        reserved = frozenset(name for piece in self._pieces for name in piece.ids)
        return _MARKED.sub(
            lambda found: self._pieces[int(found[1])].html, sanitise(marked, reserved)
        )
