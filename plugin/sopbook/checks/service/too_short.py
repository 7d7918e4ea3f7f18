"""A deadline that is shorter than the work.

The step says that it has to be done within a time, and that it usually takes longer, even at its
best. One of the two is wrong, or nobody can keep the deadline. Where one counts working days and
the other does not, a weekend in between is allowed for.

Fails:
    steps:
      - start: Customer calls
      - do: Look for the order, and say where it is
        by: agent
        within: 1 min
        takes: 2-3 min
      - end: Customer knows

Passes:
    steps:
      - start: Customer calls
      - do: Look for the order, and say where it is
        by: agent
        within: 5 min
        takes: 2-3 min
      - end: Customer knows
"""

from collections.abc import Iterator

from sopbook.checks.clock import least
from sopbook.checks.ground import Ground
from sopbook.checks.sentences import called
from sopbook.core.diagnostic import Diagnostic, Related, Severity

CODE = "SOP233"
SEVERITY = Severity.WARNING


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per step that takes longer than it may."""
    for _, step in ground.live_steps():
        within, takes = step.within, step.takes
        if not within or not takes or least(takes, by_workdays=within.working) <= within.most:
            continue
        message = f"{called(step)} is to be done within {within.text}, but takes {takes.text}"
        hint = "Set a deadline that can be kept, or correct `takes`."
        related = (Related("what it takes", step.places["takes"]),)
        yield Diagnostic(CODE, message, step.places["within"], hint, related=related)
