"""A proposal that nobody has to decide.

An SOP that `improves` another one is a proposal. Without a day by which it is decided it stays one
for ever. And a `decide_by` belongs to a proposal: elsewhere there is nothing to decide.

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

from sopbook.checks.ground import Ground
from sopbook.core.diagnostic import Diagnostic, Severity
from sopbook.core.model import Card, Status

CODE = "SOP244"
SEVERITY = Severity.WARNING


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per proposal without a day, and per day without a proposal."""
    for sop in ground.live():
        card = sop.card
        if is_open(card) and not card.decide_by:
            message = "It is not said by when this proposal is decided"
            hint = "Add `decide_by:` with a day to the card."
            yield Diagnostic(CODE, message, card.places["improves"], hint)
        elif card.decide_by and not card.improves:
            message = "`decide_by` is for a proposal, but this SOP `improves` none"
            hint = "Add `improves:` with the id of the SOP as it is now, or delete `decide_by`."
            yield Diagnostic(CODE, message, card.places["decide_by"], hint)


def is_open(card: Card) -> bool:
    """Say whether a card is that of a proposal which is not decided yet."""
    return card.improves is not None and card.status is not Status.APPROVED
