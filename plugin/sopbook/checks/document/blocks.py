"""A block that is nearly ours, never ends, or stands in a page twice.

Such a block would be shown as code instead of a chart; and where a chart stands in a page twice,
links to its steps would not know which one is meant.

Fails:
    # index.md
    ```flow-chart
    call
    ```
    # call.workflow.yml
    title: Call
    summary: What to do when a customer calls.
    responsible: team-lead
    steps:
      - start: Customer calls
      - do: Pick up
        by: agent
      - end: Customer is helped

Passes:
    # index.md
    ```flowchart
    call
    ```
    # call.workflow.yml
    title: Call
    summary: What to do when a customer calls.
    responsible: team-lead
    steps:
      - start: Customer calls
      - do: Pick up
        by: agent
      - end: Customer is helped
"""

from collections.abc import Iterator

from sopbook.checks.ground import Ground
from sopbook.core.diagnostic import Diagnostic, Severity
from sopbook.core.fences import BLOCKS, Fence, fences
from sopbook.core.fold import nearest
from sopbook.core.reading import Page
from sopbook.core.span import Span

CODE = "SOP209"
SEVERITY = Severity.ERROR
_LIKE = 0.8


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per block that was meant as one of ours, or that is there already."""
    for page in ground.reading.pages.values():
        yield from _check(page)


def _check(page: Page) -> Iterator[Diagnostic]:
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
