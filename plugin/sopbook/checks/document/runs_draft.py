"""An approved SOP that runs a draft.

Whoever works by the approved one is sent into steps that nobody has agreed on yet. Approve what it
runs, or run what holds until then.

Fails:
    # refund.workflow.yml
    title: Refund
    summary: How customers get their money back.
    responsible: team-lead
    status: approved
    approved: {by: team-lead, on: 2026-05-01}
    steps:
      - start: Customer wants money back
      - sop: goodwill
      - end: Customer has the money
    # goodwill.workflow.yml
    title: Goodwill
    summary: What we give when nothing else helps.
    responsible: team-lead
    status: draft
    steps:
      - start: A refund is not enough
      - do: Send a voucher
        by: agent
      - end: Customer has a voucher

Passes:
    # refund.workflow.yml
    title: Refund
    summary: How customers get their money back.
    responsible: team-lead
    status: approved
    approved: {by: team-lead, on: 2026-05-01}
    steps:
      - start: Customer wants money back
      - sop: goodwill
      - end: Customer has the money
    # goodwill.workflow.yml
    title: Goodwill
    summary: What we give when nothing else helps.
    responsible: team-lead
    status: review
    steps:
      - start: A refund is not enough
      - do: Send a voucher
        by: agent
      - end: Customer has a voucher
"""

from collections.abc import Iterator

from sopbook.checks.ground import Ground
from sopbook.core.diagnostic import Diagnostic, Severity
from sopbook.core.model import Status

CODE = "SOP257"
SEVERITY = Severity.WARNING


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per step of an approved SOP that runs a draft."""
    sops = ground.library.sops
    drafts = {name for name, sop in sops.items() if sop.card.status is Status.DRAFT}
    for way, step in ground.live_steps() if drafts else ():
        if way.sop.card.status is Status.APPROVED and step.sop and step.sop.target in drafts:
            message = f"`{way.sop.title}` is approved, but runs a draft here: `{step.sop}`"
            hint = "Approve what it runs, or run what holds until then."
            yield Diagnostic(CODE, message, step.span, hint)
