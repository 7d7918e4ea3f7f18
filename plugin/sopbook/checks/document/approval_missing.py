"""A status and an approval that disagree.

An SOP whose status is `approved` says with `approved: {by: …, on: …}` who approved it, and when;
without that nobody can rely on it. A draft has no approval yet: readers would take it for approved
text. One that is in review may keep the approval of the text before.

Fails:
    title: Example
    status: approved
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

from collections.abc import Iterator

from sopbook.checks.ground import Ground
from sopbook.core.diagnostic import Diagnostic, Severity
from sopbook.core.model import Status

CODE = "SOP241"
SEVERITY = Severity.WARNING


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per approved SOP without an approval, and per draft with one."""
    for sop in ground.live():
        card = sop.card
        if card.status is Status.APPROVED and card.approved is None:
            message = "The SOP is approved, but it does not say by whom and when"
            day = f" with a day up to `effective` ({card.effective})" if card.effective else ""
            hint = f"Add `approved: {{by: …, on: …}}`{day}, or set `status: review` until it is."
            yield Diagnostic(CODE, message, card.places["status"], hint)
        elif card.status is Status.DRAFT and card.approved:
            message = "The SOP has an approval, but it is a draft"
            hint = "Write `status: approved`; if the text has changed since, delete the approval."
            yield Diagnostic(CODE, message, card.places["approved"], hint)
