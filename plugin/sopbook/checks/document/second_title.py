"""A second title in an SOP's text.

A page has one title, the one on the card. A second one confuses screen readers, search and the
table of contents.

Fails:
    # call.md
    ---
    title: Complaint call
    summary: What to do when a customer calls with a complaint.
    responsible: team-lead
    ---
    # Complaint call

    Stay calm.

Passes:
    # call.md
    ---
    title: Complaint call
    summary: What to do when a customer calls with a complaint.
    responsible: team-lead
    ---
    ## Before you pick up

    Stay calm.
"""

import re
from collections.abc import Iterator

from sopbook.checks.ground import Ground
from sopbook.core.diagnostic import Diagnostic, Severity
from sopbook.core.fences import fences
from sopbook.core.reading import Page
from sopbook.core.span import Span

CODE = "SOP120"
SEVERITY = Severity.ERROR
_TITLE = re.compile(r"# +\S")


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per heading that would be a second title."""
    for page in ground.reading.pages.values():
        if page.sop_id:
            yield from _check(page)


def _check(page: Page) -> Iterator[Diagnostic]:
    lines = page.text.split("\n")
    fenced = {n for fence in fences(lines) for n in range(fence.first, fence.last + 1)}
    for number, line in enumerate(lines):
        if number not in fenced and _TITLE.match(line):
            place = page.text_line + number
            span = Span(page.path, place, 1, place, len(line) + 1)
            message = "A second title: the page already has the one on the card"
            yield Diagnostic(CODE, message, span, "Begin headings in the text with `##`.")
