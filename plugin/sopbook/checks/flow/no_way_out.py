"""A loop without a way out.

Whoever gets into it goes round for ever: none of its steps leads to an end. Most often a
question in it has lost the answer that leads out, or a `then:` sends everybody back. The finding
stands at the first step of the loop. A loop that a question can leave is all right.

Fails:
    steps:
      - start: Customer calls
      - id: queue
        wait: Until an agent is free
      - do: Say how long it still takes
        by: agent
        then: queue

Passes:
    steps:
      - start: Customer calls
      - id: queue
        wait: Until an agent is free
      - ask: Is an agent free now?
        by: agent
        answers:
          yes: next
          no: queue
      - do: Solve the problem
        by: agent
      - end: Problem solved
"""

from collections.abc import Iterator

from sopbook.analysis.circles import circles, round_trip
from sopbook.analysis.ways import Ways
from sopbook.checks.ground import Ground
from sopbook.checks.sentences import called, stations
from sopbook.core.diagnostic import Diagnostic, Related, Severity

CODE = "SOP212"
SEVERITY = Severity.ERROR


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per loop that leads nowhere else."""
    for way in ground.live_ways():
        caught = way.reached - way.finishing
        if caught:
            onward = {name: way.onward[name] for name in way.steps if name in caught}
            for loop in circles(onward):
                if {out for name in loop for out in onward[name]} <= set(loop):
                    yield _finding(way, round_trip(loop[0], onward))


def _finding(way: Ways, trip: tuple[str, ...]) -> Diagnostic:
    """Report a loop at its first step; the last but one is where it turns back."""
    first, last = way.steps[trip[0]], way.steps[trip[-2]]
    message = f"{called(first)} leads back to itself, and nowhere else"
    if first is not last:
        loop = stations(called(way.steps[name]) for name in trip)
        message = f"Nobody gets out of this loop: {loop}"
    hint = (
        "Add a question with an answer that leads out, or let a step lead on instead of back "
        "(an end is a step of its own: `- end: …`)."
    )
    back = next(out.span or last.span for out in last.exits if out.target == first.id)
    return Diagnostic(
        CODE, message, first.span, hint, related=(Related("everybody is sent back here", back),)
    )
