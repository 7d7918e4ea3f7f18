"""A question to the customer that knows no "no".

Every answer of it is a yes. But customers decline, and then nobody knows what to do or to say. Add
the answer, and where it leads; it may lead somewhere kind.

Fails:
    steps:
      - start: Customer complains
      - do: Offer a voucher
        by: agent
      - ask: Does the customer accept it?
        by: customer
        answers:
          yes: next
      - end: Customer has a voucher

Passes:
    steps:
      - start: Customer complains
      - do: Offer a voucher
        by: agent
      - ask: Does the customer accept it?
        by: customer
        answers:
          yes: next
          no:
            - escalate: Let the team lead make an offer
              by: agent
              to: team-lead
              after: 10 min
            - end: Team lead has the case
      - end: Customer has a voucher
"""

from collections.abc import Iterator

from sopbook.checks.ground import Ground
from sopbook.checks.sentences import called
from sopbook.checks.vocabulary import CUSTOMER as CUSTOMERS
from sopbook.checks.vocabulary import NO, YES, begins, words
from sopbook.core.diagnostic import Diagnostic, Severity
from sopbook.core.model import CUSTOMER, Kind, Step

CODE = "SOP231"
SEVERITY = Severity.WARNING


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per question to the customer of which every answer is a yes."""
    for _, step in ground.live_steps():
        if knows_no_no(step):
            message = f"{called(step)} can only be answered with yes"
            hint = "Add the answer of one who says no; let it lead past what is for a yes alone."
            yield Diagnostic(CODE, message, step.span, hint)


def knows_no_no(step: Step) -> bool:
    """Say whether a step asks the customer, and every answer to it is a yes."""
    if step.kind is not Kind.ASK or not step.exits:
        return False
    return all(_is_yes(way.label) for way in step.exits) and _is_to_customer(step)


def _is_yes(label: str) -> bool:
    found = words(label)
    return bool(found) and found[0] in YES and NO.isdisjoint(found)


def _is_to_customer(step: Step) -> bool:
    """The customer answers it, or it is about what the customer says, whoever asks."""
    return CUSTOMER in {ref.target for ref in step.by} or begins(words(step.text), CUSTOMERS)
