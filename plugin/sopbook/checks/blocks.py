"""Blocks in texts: one that is nearly ours, or never ends, would be shown as code.

Fails: a block that begins with ```flow-chart, and a second chart of the same SOP in one page.
Passes: a block that begins with ```flowchart and ends with ```.
"""

from collections.abc import Iterator

from sopbook.core.diagnostic import Diagnostic
from sopbook.core.fences import BLOCKS, Fence, fences
from sopbook.core.fold import nearest
from sopbook.core.reading import Page
from sopbook.core.span import Span

CODE = "SOP209"
_LIKE = 0.8


def check(page: Page) -> Iterator[Diagnostic]:
    """Yield a finding per block that was meant as one of ours, or that is there already."""
    lines = page.text.split("\n")
    seen: set[tuple[str, str]] = set()
    for fence in fences(lines):
        place = page.text_line + fence.first
        span = Span(page.path, place, 1, place, len(lines[fence.first]) + 1)
        near = nearest(fence.info.lower(), BLOCKS, _LIKE)
        if near and near != fence.info:
            message = f"`{fence.info}` is not a block that is known"
            yield Diagnostic(CODE, message, span, f"Did you mean `{near}`?")
        elif near and not _ends(fence, lines):
            yield Diagnostic(CODE, "This block never ends", span, "Write ``` below it.")
        elif near and (near, fence.text) in seen:
            # Its steps' anchors would stand in the page twice.
            message = "The same block stands in this page already"
            yield Diagnostic(CODE, message, span, "Keep one of them, and link to it.")
        seen.add((near, fence.text))


def _ends(fence: Fence, lines: list[str]) -> bool:
    mark = lines[fence.first].strip()[:3]
    return fence.last > fence.first and lines[fence.last].strip().startswith(mark)
