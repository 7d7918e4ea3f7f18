"""A step that nothing leads to.

Nobody ever gets there: either an arrow is missing, or the step is left over. Only the first step
of a stretch is reported; what follows it is mended with it.

Fails:
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agent
        then: done
      - do: Write to the customer
        by: agent
      - id: done
        end: Problem solved

Passes:
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agent
      - do: Write to the customer
        by: agent
      - end: Problem solved
"""

from collections.abc import Iterator

from sopbook.analysis.ways import Ways
from sopbook.checks.ground import Ground
from sopbook.checks.sentences import called
from sopbook.core.diagnostic import Diagnostic, Severity
from sopbook.core.model import Kind, Step
from sopbook.core.span import Span

CODE = "SOP210"
SEVERITY = Severity.WARNING


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per step at which a stretch begins that is never reached."""
    for way in ground.live_ways():
        for step in unreached(way):
            if not end_before(way, step):
                hint = "Let a step or an answer lead here, or delete the step."
                yield Diagnostic(CODE, f"Nothing leads to {called(step)}", step.span, hint)


def unreached(way: Ways) -> Iterator[Step]:
    """Yield the first step of every stretch that is not reached, in written order."""
    told = set(way.reached)
    for name, step in way.steps.items():
        if name not in told and step.kind is not Kind.JOIN:
            told |= {name, *way.after(name)}
            yield step


def end_before(way: Ways, step: Step) -> Step | None:
    """Give the end after which a step stands in the same list, if it stands after one."""
    before = tuple(way.steps.values())[step.number - 2]
    if before.kind is Kind.END and _side_by_side(before.span, step.span):
        return before
    return None


def _side_by_side(one: Span, other: Span) -> bool:
    """Say whether two items are of one list: in one column, or in one line."""
    return one.column == other.column or one.line == other.line
