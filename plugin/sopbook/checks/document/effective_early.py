"""An SOP that holds before it is approved.

Until the approval nobody has to follow it, so one of the two days is a slip, or the approval came
too late. Both on one day is right.

Fails:
    title: Example
    status: approved
    approved: {by: ana, on: 2026-05-15}
    effective: 2026-05-01
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agent
      - end: Problem solved

Passes:
    title: Example
    status: approved
    approved: {by: ana, on: 2026-05-15}
    effective: 2026-05-18
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agent
      - end: Problem solved
"""

from collections.abc import Iterator

from sopbook.checks.ground import Ground
from sopbook.core.diagnostic import Diagnostic, Related, Severity

CODE = "SOP242"
SEVERITY = Severity.WARNING


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per SOP whose first day is before its approval."""
    for sop in ground.live():
        card = sop.card
        day = card.approved.on if card.approved else None
        if card.approved and day and card.effective and card.effective < day:
            message = f"It holds from {card.effective}, but was approved only on {day}"
            hint = "Mend the day that is wrong; an SOP holds from its approval on at the earliest."
            related = (Related("the approval", card.approved.places["on"]),)
            yield Diagnostic(CODE, message, card.places["effective"], hint, related=related)
