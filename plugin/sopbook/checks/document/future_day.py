"""A day that is still to come, for what has been done.

An approval and a last review are in the past. A later day is a slip of the pen, and the next
review would come too late.

Fails:
    title: Example
    status: approved
    approved: {by: ana, on: 2027-05-15}
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agent
      - end: Problem solved

Passes:
    title: Example
    status: approved
    approved: {by: ana, on: 2026-05-15}
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agent
      - end: Problem solved
"""

import datetime as dt
from collections.abc import Iterator

from sopbook.checks.ground import Ground
from sopbook.core.diagnostic import Diagnostic, Severity
from sopbook.core.model import Card
from sopbook.core.span import Span

CODE = "SOP254"
SEVERITY = Severity.WARNING
NEEDS_DAY = True


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per approval and review that is dated after the day."""
    for sop in ground.live():
        for what, day, place in _done(sop.card):
            if ground.on and day > ground.on:
                message = f"The {what} is dated {day}, which is still to come"
                yield Diagnostic(CODE, message, place, "Write the day on which it was done.")


def _done(card: Card) -> Iterator[tuple[str, dt.date, Span]]:
    if card.approved and card.approved.on:
        yield "approval", card.approved.on, card.approved.places["on"]
    if card.review and card.review.last:
        yield "last review", card.review.last, card.review.places["last"]
