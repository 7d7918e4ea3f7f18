"""An SOP's page has one title: the one on its card.

Fails: a text that begins with `# Complaint call`.
Passes: a text whose headings begin with `##`.
"""

import re
from collections.abc import Iterator

from sopbook.core.diagnostic import Diagnostic
from sopbook.core.fences import fences
from sopbook.core.reading import Page
from sopbook.core.span import Span

CODE = "SOP120"
_TITLE = re.compile(r"# +\S")


def check(page: Page) -> Iterator[Diagnostic]:
    """Yield a finding per heading that would be a second title."""
    lines = page.text.split("\n")
    fenced = {n for fence in fences(lines) for n in range(fence.first, fence.last + 1)}
    for number, line in enumerate(lines):
        if number not in fenced and _TITLE.match(line):
            place = page.text_line + number
            span = Span(page.path, place, 1, place, len(line) + 1)
            message = "A second title: the page already has the one on the card"
            yield Diagnostic(CODE, message, span, "Begin headings in the text with `##`.")
