"""A proposal that should have been decided.

The day in `decide_by` is over, and the SOP is still a proposal. Whoever made it waits for an
answer. Decide: approve it, drop it, or set another day.

Fails:
    # call.workflow.yml
    title: Call
    summary: What to do when a customer calls.
    responsible: team-lead
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agent
      - end: Problem solved
    # call-new.workflow.yml
    title: Call, with the new telephone
    summary: How it could be.
    responsible: team-lead
    improves: call
    decide_by: 2026-03-31
    steps:
      - start: Customer calls
      - do: Solve the problem at once
        by: agent
      - end: Problem solved

Passes:
    # call.workflow.yml
    title: Call
    summary: What to do when a customer calls.
    responsible: team-lead
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agent
      - end: Problem solved
    # call-new.workflow.yml
    title: Call, with the new telephone
    summary: How it could be.
    responsible: team-lead
    improves: call
    decide_by: 2026-09-30
    steps:
      - start: Customer calls
      - do: Solve the problem at once
        by: agent
      - end: Problem solved
"""

from collections.abc import Iterator

from sopbook.checks.document.proposal_open import is_open
from sopbook.checks.ground import Ground
from sopbook.core.diagnostic import Diagnostic, Severity

CODE = "SOP255"
SEVERITY = Severity.WARNING
NEEDS_DAY = True


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per proposal whose day of decision is over."""
    for sop in ground.live():
        day = sop.card.decide_by
        if ground.on and day and day < ground.on and is_open(sop.card):
            message = f"This proposal should have been decided by {day}"
            hint = (
                "Approve it, with `replaces:` in place of `improves:`; or retire it; "
                "or set another day."
            )
            yield Diagnostic(CODE, message, sop.card.places["decide_by"], hint)
