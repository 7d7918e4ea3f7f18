"""A question whose answers all lead to the same place.

It decides nothing, so why is it asked? Either one answer was meant to lead elsewhere, or the
question is a step (`do: Note whether …`).

Only where all answers lead to the same step: of three answers two may well meet at once, such as
`agent: x`, `team lead: x`, `somebody else: y`. That reads better than one answer for both.

Fails:
    steps:
      - start: Customer calls
      - ask: Is the customer content?
        by: agent
        answers:
          yes: next
          no: next
      - do: Close the case
        by: agent
      - end: Case closed

Passes:
    steps:
      - start: Customer calls
      - ask: Is the customer content?
        by: agent
        answers:
          yes: next
          no:
            - do: Ask what is still missing
              by: agent
      - do: Close the case
        by: agent
      - end: Case closed
"""

from collections.abc import Iterator

from sopbook.checks.flow.answers_alike import said
from sopbook.checks.ground import Ground
from sopbook.checks.sentences import called
from sopbook.checks.service.only_yes import knows_no_no
from sopbook.core.diagnostic import Diagnostic, Severity
from sopbook.core.model import Kind, Step

CODE = "SOP215"
SEVERITY = Severity.WARNING
_BOTH = 2


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per question that decides nothing."""
    for way, step in ground.live_steps():
        targets = way.onward[step.id]
        if step.kind is Kind.ASK and len(targets) == 1 < len(step.exits) and not _is_told(step):
            all_ = "Both" if len(step.exits) == _BOTH else "All"
            place = called(way.steps[targets[0]])
            message = f"{all_} answers to {called(step)} lead to the same place: {place}"
            hint = "Let one of them lead elsewhere, or make the question a step: `- do: …`."
            yield Diagnostic(CODE, message, step.span, hint)


def _is_told(step: Step) -> bool:
    """Say whether another rule speaks: the answers read the same, or a "no" is missing."""
    return knows_no_no(step) or len(set(map(said, step.exits))) == 1
