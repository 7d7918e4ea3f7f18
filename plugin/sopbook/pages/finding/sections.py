"""An author's Markdown as search reads it: headings, where they are, and the plain text below."""

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sopbook.core.fences import BLOCKS, fences

_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(?P<title>.*?)[ \t]*#*[ \t]*$")
_NAMED = re.compile(r"\s*\{:?[^{}]*#(?P<id>[^\s#{}]+)[^{}]*\}\s*$")
_ATTRIBUTES = re.compile(r"\{:?[ .#][^{}\n]*\}")
# Pictures, addresses of links, tags, comments: nobody searches for them.
_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")
_TAGS = re.compile(r"<!--.*?-->|</?[a-z][^<>]*>", re.DOTALL | re.IGNORECASE)
_RULES = re.compile(r"^[ \t]*(?:[-*_=][ \t]*){3,}$|^\s*\|?(?:\s*:?-+:?\s*\|)+.*$", re.MULTILINE)
_MARKERS = re.compile(r"^[ \t>]*(?:[-*+]|\d+[.)]|!!!|\?\?\?\+?|===)?[ \t]+", re.MULTILINE)
_SIGNS = re.compile(r"[*_`>|\\]+")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, the anchor that it usually gets, and its text; both empty before the first."""

    anchor: str
    heading: str
    text: str


def sections(text: str) -> tuple[Section, ...]:
    """Divide a text; the first section stands before any heading."""
    found: list[tuple[str, list[str]]] = [("", [])]
    for line, is_code in _lines(text):
        heading = None if is_code else _HEADING.match(line)
        if heading:
            found.append((heading["title"], []))
        else:
            found[-1][1].append(line)
    taken: set[str] = {""}
    return tuple(
        Section(_anchor(title, taken) if place else "", plain(title), plain("\n".join(lines)))
        for place, (title, lines) in enumerate(found)
    )


def plain(markdown: str) -> str:
    """Take Markdown's signs out of a text."""
    text = _TAGS.sub(" ", _LINK.sub(r"\1", _ATTRIBUTES.sub(" ", markdown)))
    text = _SIGNS.sub(" ", _MARKERS.sub(" ", _RULES.sub(" ", text)))
    return " ".join(html.unescape(text).split())


def _lines(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the lines, without blocks of ours, and whether each stands in a block."""
    lines: Sequence[str] = text.split("\n")
    blocks = {
        index: fence for fence in fences(lines) for index in range(fence.first, fence.last + 1)
    }
    for index, line in enumerate(lines):
        block = blocks.get(index)
        if block is None:
            yield line, False
        elif block.info not in BLOCKS and index not in {block.first, block.last}:
            yield line, True


def _anchor(title: str, taken: set[str]) -> str:
    """Name a heading as the host's `toc` does where nobody chose otherwise."""
    named = _NAMED.search(title)
    ascii_only = unicodedata.normalize("NFKD", plain(title)).encode("ascii", "ignore").decode()
    letters = re.sub(r"[^\w\s-]", "", ascii_only).strip().lower()
    first = named["id"] if named else re.sub(r"[-\s]+", "-", letters)
    name, count = first, 0
    while name in taken:
        count += 1
        name = f"{first}_{count}"
    taken.add(name)
    return name
