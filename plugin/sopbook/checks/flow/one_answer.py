"""A question with one answer.

It decides nothing: whatever the case is, there is only one way on. Either an answer was forgotten,
and nobody knows what to do then, or it is no question.

Fails:
    steps:
      - start: Customer calls
      - ask: Is the order paid?
        by: agent
        answers:
          yes: next
      - do: Send the goods
        by: agent
      - end: Goods are on their way

Passes:
    steps:
      - start: Customer calls
      - ask: Is the order paid?
        by: agent
        answers:
          yes: next
          no:
            - end: Order waits for the money
      - do: Send the goods
        by: agent
      - end: Goods are on their way
"""

from collections.abc import Iterator

from sopbook.checks.ground import Ground
from sopbook.checks.sentences import called
from sopbook.checks.service.only_yes import knows_no_no
from sopbook.core.diagnostic import Diagnostic, Severity
from sopbook.core.model import Kind

CODE = "SOP213"
SEVERITY = Severity.WARNING


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per question with one answer."""
    for _, step in ground.live_steps():
        if step.kind is Kind.ASK and len(step.exits) == 1 and not knows_no_no(step):
            label = step.exits[0].label
            message = f"{called(step)} has only one answer" + (f": `{label}`" if label else "")
            hint = (
                "Add the other answer, or make it a step: write `do` for `ask`, delete `answers`."
            )
            yield Diagnostic(CODE, message, step.span, hint)
