"""Steps after an `end`.

Nothing goes on after an end, and nothing else leads to these steps: nobody gets there. Often they
were meant to come before the end, or an answer was meant to lead to them.

Fails:
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agent
      - end: Problem solved
      - do: Ask for feedback
        by: agent
      - end: Feedback is there

Passes:
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agent
      - do: Ask for feedback
        by: agent
      - end: Problem solved
"""

from collections.abc import Iterator

from sopbook.checks.flow.unreachable import end_before, unreached
from sopbook.checks.ground import Ground
from sopbook.checks.sentences import called
from sopbook.core.diagnostic import Diagnostic, Related, Severity

CODE = "SOP216"
SEVERITY = Severity.WARNING


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per stretch that stands after an end and is never reached."""
    for way in ground.live_ways():
        for step in unreached(way):
            end = end_before(way, step)
            if end:
                message = f"{called(step)} stands after an `end`, and nothing else leads to it"
                hint = (
                    "Let a step or an answer lead to it; or move it above the end, and lead to it "
                    "what leads to the end; or delete it."
                )
                also = Related("the end", end.span)
                yield Diagnostic(CODE, message, step.span, hint, related=(also,))
