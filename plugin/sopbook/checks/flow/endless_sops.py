"""SOPs that run one another without end.

Each of them has to run the next one before it can end, so nobody who begins ever finishes. Give
one of them an answer that leads past the step that runs the other, or let it end there.

Fails:
    # call.workflow.yml
    title: Support call
    summary: What to do when a customer calls.
    responsible: team-lead
    steps:
      - start: Customer calls
      - do: Note the question
        by: agent
      - sop: call-back
      - end: Question answered
    # call-back.workflow.yml
    title: Call back
    summary: How we call back.
    responsible: team-lead
    steps:
      - start: A call back was promised
      - do: Ring the customer
        by: agent
      - sop: call
      - end: Customer was called

Passes:
    # call.workflow.yml
    title: Support call
    summary: What to do when a customer calls.
    responsible: team-lead
    steps:
      - start: Customer calls
      - do: Note the question
        by: agent
      - sop: call-back
      - end: Question answered
    # call-back.workflow.yml
    title: Call back
    summary: How we call back.
    responsible: team-lead
    steps:
      - start: A call back was promised
      - do: Ring the customer and answer the question
        by: agent
      - end: Customer was called
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from sopbook.analysis.calls import calls, endless
from sopbook.analysis.circles import circles, round_trip
from sopbook.analysis.ways import Ways
from sopbook.checks.ground import Ground
from sopbook.checks.sentences import stations
from sopbook.core.diagnostic import Diagnostic, Related, Severity
from sopbook.core.span import Span

CODE = "SOP217"
SEVERITY = Severity.ERROR


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per circle of SOPs that nobody gets out of."""
    known = {way.sop.id: way for way in ground.live_ways()}
    ran = calls(known)
    for group in circles(ran):
        left = endless(group, ran, known)
        among = {name: tuple(one for one in ran[name] if one in left) for name in left}
        for circle in circles(among):
            trip = round_trip(circle[0], among)
            message = f"{told(trip)}, and nobody comes to an end"
            hint = "Let one of them end, and say there which SOP comes next."
            yield finding(CODE, message, hint, trip, known)


def told(trip: tuple[str, ...]) -> str:
    """Name the SOPs of a circle, from the first one back to it."""
    if len(set(trip)) == 1:
        return f"`{trip[0]}` runs itself"
    return f"SOPs run one another in a circle ({stations(f'`{name}`' for name in trip)})"


def finding(
    code: str, message: str, hint: str, trip: tuple[str, ...], known: Mapping[str, Ways]
) -> Diagnostic:
    """Report a circle where its first SOP runs the next, and name the other places."""
    place, *others = (_place(known[one], next_one) for one, next_one in pairwise(trip))
    related = (Related(f"`{name}` is run here", span)
               for name, span in zip(trip[2:], others, strict=True))  # fmt: skip
    return Diagnostic(code, message, place, hint, related=tuple(related))


def _place(way: Ways, name: str) -> Span:
    return next(step.span for step in way.walked if step.sop and step.sop.target == name)
