"""Links in a Markdown text, and where they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sopbook.core.blanks import without_code

_MARKS = re.compile(r"\\.|\[|\]\(|\]|\n[ \t]*\n", re.DOTALL)
_TITLE = r"""(?:[ \t\n]+(?:"[^"]*"|'[^']*'))?[ \t\n]*\)"""
_FORMS = (
    re.compile(r"[ \t\n]*<(?P<address>[^<>\n]*)>" + _TITLE),
    re.compile(r"[ \t\n]*(?P<address>(?:[^()\s]|\([^()\s]*\))*)" + _TITLE),
    # Markdown lets spaces stand in an address.
    re.compile(r"[ \t\n]*(?P<address>[^()\n\"']*?)" + _TITLE),
)
_DEFINITION = re.compile(
    r"^ {0,3}\[(?P<label>(?!\^)[^\[\]\n]+)\]:[ \t]*<?(?P<address>[^\s<>]+)>?", re.MULTILINE
)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+.!-])")


@dataclass(frozen=True, slots=True)
class Link:
    """An address as it is meant, and the stretch of the text in which it is written."""

    address: str
    start: int
    end: int


def links(text: str) -> Iterator[Link]:
    """Yield the links and pictures of a text, in Markdown; code and comments have none."""
    if "](" not in text and "]:" not in text:
        return
    bare = without_code(text)
    yield from _inline(bare)
    yield from _defined(bare, text)


def _link(found: re.Match[str]) -> Link:
    return Link(_ESCAPED.sub(r"\1", found["address"]), *found.span("address"))


def _inline(text: str) -> Iterator[Link]:
    depth, done = 0, 0
    for mark in _MARKS.finditer(text):
        if mark.start() < done:
            continue
        if mark[0] == "[":
            depth += 1
        elif mark[0].startswith("\n"):
            depth = 0
        elif mark[0].startswith("]") and depth:
            depth -= 1
            found = _address(text, mark.end()) if mark[0] == "](" else None
            if found:
                done = found.end()
                yield _link(found)


def _address(text: str, start: int) -> re.Match[str] | None:
    return next((found for form in _FORMS if (found := form.match(text, start))), None)


def _defined(bare: str, text: str) -> Iterator[Link]:
    """Yield what names stand for that are written elsewhere: `[name]: address`."""
    plain = " ".join(bare.lower().split())
    for found in _DEFINITION.finditer(bare):
        label = text[slice(*found.span("label"))]
        # A name with code in it is none to Markdown.
        if "`" not in label and plain.count(f"[{' '.join(label.lower().split())}]") > 1:
            yield _link(found)
