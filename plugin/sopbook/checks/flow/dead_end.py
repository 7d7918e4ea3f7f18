"""A way that stops without an end.

The reader does not know whether the case is closed. Say how it ends, or where it goes on.

Fails:
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agent

Passes:
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agent
      - end: Problem solved
"""

from collections.abc import Iterator

from sopbook.checks.ground import Ground
from sopbook.checks.sentences import called
from sopbook.core.diagnostic import Diagnostic, Severity
from sopbook.core.model import Kind

CODE = "SOP211"
SEVERITY = Severity.ERROR


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per step after which nothing follows though it is no end."""
    for _, step in ground.live_steps():
        if not step.exits and step.kind is not Kind.END:
            where = "when all of this is done" if step.kind is Kind.JOIN else f"at {called(step)}"
            message = f"The way stops {where}: nothing follows, and it is no end"
            hint = "Add `- end: …` below it, or `then:` with the id of the step that follows."
            yield Diagnostic(CODE, message, step.span, hint)
