"""Fenced blocks in Markdown, and those that ask for a flowchart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

FLOWCHART = "flowchart"
SOPS = "sops"
"""A block that lists the SOPs."""
BLOCKS = (FLOWCHART, SOPS)
_FENCE = re.compile(r" {0,3}(?P<mark>`{3,}|~{3,})(?P<info>[^`]*)$")


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block: indexes of its first and last line, its info word, the text inside."""

    first: int
    last: int
    info: str
    text: str


def fences(lines: Sequence[str]) -> Iterator[Fence]:
    """Yield each outermost fenced block; one that is never closed runs to the end."""
    opened: re.Match[str] | None = None
    first = 0
    for index, line in enumerate(lines):
        found = _FENCE.match(line)
        if not found:
            continue
        if opened is None:
            opened, first = found, index
        elif _closes(found, opened):
            yield _fence(lines, first, index, opened)
            opened = None
    if opened is not None:
        yield _fence(lines, first, len(lines), opened)


def flowcharts(lines: Sequence[str]) -> Iterator[Fence]:
    """Yield the blocks whose info word is `flowchart`; their text is the id of an SOP."""
    return (fence for fence in fences(lines) if fence.info == FLOWCHART)


def _closes(found: re.Match[str], opened: re.Match[str]) -> bool:
    mark = found["mark"]
    same = mark[0] == opened["mark"][0] and len(mark) >= len(opened["mark"])
    return same and not found["info"].strip()


def _fence(lines: Sequence[str], first: int, last: int, opened: re.Match[str]) -> Fence:
    inside = "\n".join(lines[first + 1 : last]).strip()
    return Fence(first, min(last, len(lines) - 1), opened["info"].strip(), inside)
