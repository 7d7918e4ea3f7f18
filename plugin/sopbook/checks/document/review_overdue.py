"""A review that is overdue.

Readers rely on an SOP as long as somebody looks at it again from time to time. The day is the one
in `review: {by: …}`, or the given time after the last review. Look at the SOP, mend what is no
longer true, and write the day down.

Fails:
    title: Example
    review: {every: 6 months, last: 2025-11-15}
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agent
      - end: Problem solved

Passes:
    title: Example
    review: {every: 6 months, last: 2026-05-15}
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agent
      - end: Problem solved
"""

from collections.abc import Iterator

from sopbook.checks.ground import Ground
from sopbook.core.days import review_due
from sopbook.core.diagnostic import Diagnostic, Severity
from sopbook.core.model import Review

CODE = "SOP240"
SEVERITY = Severity.WARNING
NEEDS_DAY = True


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per SOP whose day of review is over."""
    for sop in ground.live():
        due, review = review_due(sop.card), sop.card.review
        if review and due and ground.on and due < ground.on:
            message = f"The review was due on {due}"
            yield Diagnostic(CODE, message, sop.card.places["review"], _hint(review))


def _hint(review: Review) -> str:
    if review.by:
        return "Look at it again, then set `by` to the next day."
    return "Look at it again, then set `last` to the day on which you did."
