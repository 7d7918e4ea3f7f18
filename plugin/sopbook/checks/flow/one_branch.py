"""Only one thing at the same time.

`together` is for what goes on side by side. With one branch there is nothing beside it: a branch
was forgotten, or its steps simply follow one another.

Fails:
    steps:
      - start: Order is paid
      - together:
          the customer is told:
            - do: Send the confirmation
              by: agent
      - end: Order is on its way

Passes:
    steps:
      - start: Order is paid
      - together:
          the customer is told:
            - do: Send the confirmation
              by: agent
          the goods are sent:
            - do: Pack the goods
              by: agent
      - end: Order is on its way
"""

from collections.abc import Iterator

from sopbook.checks.ground import Ground
from sopbook.core.diagnostic import Diagnostic, Severity
from sopbook.core.model import Kind

CODE = "SOP223"
SEVERITY = Severity.WARNING


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per `together` with one branch."""
    for _, step in ground.live_steps():
        if step.kind is Kind.TOGETHER and len(step.exits) == 1:
            message = f"Nothing is done at the same time as `{step.exits[0].label}`"
            hint = "Add the other branch, or write the steps without `together`."
            yield Diagnostic(CODE, message, step.span, hint)
