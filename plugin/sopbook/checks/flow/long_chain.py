"""A chain so long that it wants an SOP of its own.

Thirteen steps or more follow one another without a question. Nobody keeps so many in mind; guides
for writing procedures stop at ten to twelve. A part of them that has a name of its own (“check the
order”) makes an SOP that can be run from here, and from elsewhere, too; or some steps are so small
that one line says them all. Starts, ends and questions are not counted.

Fails:
    steps:
      - start: Shop closes
      - {do: Say goodbye to the last customer, by: agent}
      - {do: Lock the door, by: agent}
      - {do: Count the notes, by: agent}
      - {do: Count the coins, by: agent}
      - {do: Write the sum down, by: agent}
      - {do: Compare it with the till, by: agent}
      - {do: Put the money into the bag, by: agent}
      - {do: Seal the bag, by: agent}
      - {do: Lock the bag into the safe, by: agent}
      - {do: Read the open messages, by: agent}
      - {do: Note what is for tomorrow, by: agent}
      - {do: Switch on the answering machine, by: agent}
      - {do: Switch off the lights, by: agent}
      - end: Shop is closed

Passes:
    # closing.workflow.yml
    title: Close the shop
    summary: What to do when the last customer has gone.
    responsible: team-lead
    steps:
      - start: Shop closes
      - {do: Say goodbye and lock the door, by: agent}
      - sop: count-the-till
      - {do: Note which messages are for tomorrow, by: agent}
      - {do: Switch on the answering machine, by: agent}
      - {do: Switch off the lights, by: agent}
      - end: Shop is closed
    # count-the-till.workflow.yml
    title: Count the till
    summary: How the money gets into the safe.
    responsible: team-lead
    steps:
      - start: The till is to be counted
      - {do: Count notes and coins, by: agent}
      - {do: Write the sum down and compare it with the till, by: agent}
      - {do: Seal the money into the bag, by: agent}
      - {do: Lock the bag into the safe, by: agent}
      - end: Money is in the safe
"""

from collections.abc import Iterator

from sopbook.analysis.ways import Ways
from sopbook.checks.ground import Ground
from sopbook.checks.sentences import called
from sopbook.core.diagnostic import Diagnostic, Related, Severity
from sopbook.core.model import Kind, Step

CODE = "SOP218"
SEVERITY = Severity.ADVICE
MOST = 12
"""So many steps in a row are still read at one go; the demo's longest row has six."""
_LINKS = frozenset({Kind.DO, Kind.WAIT, Kind.ESCALATE, Kind.SOP})


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per chain that is too long."""
    for way in ground.live_ways():
        if len(way.reached) > MOST:
            for chain in _chains(way):
                if len(chain) > MOST:
                    yield _finding(chain)


def _finding(chain: list[Step]) -> Diagnostic:
    message = f"{len(chain)} steps in a row without a question, down to {called(chain[-1])}"
    hint = "Make a part of them an SOP of its own and run it here (`- sop: …`), or say some in one."
    also = Related("the last of them", chain[-1].span)
    return Diagnostic(CODE, message, chain[0].span, hint, related=(also,))


def _chains(way: Ways) -> Iterator[list[Step]]:
    """Yield every stretch in which one step leads to one other."""
    for step in way.walked:
        if step.kind in _LINKS and not _before(way, step):
            yield list(_chain(way, step))


def _chain(way: Ways, first: Step) -> Iterator[Step]:
    step: Step | None = first
    while step:
        yield step
        step = _next(way, step)


def _before(way: Ways, step: Step) -> bool:
    """Say whether a step is in a chain already: of the one that leads to it."""
    return any(_next(way, way.steps[name]) is step for name in way.back[step.id])


def _next(way: Ways, step: Step) -> Step | None:
    """Give the link that follows this one, if nothing else follows and nothing else leads there."""
    onward = way.onward[step.id]
    if step.kind not in _LINKS or len(onward) != 1 or len(way.back[onward[0]]) != 1:
        return None
    follow = way.steps[onward[0]]
    return follow if follow.kind in _LINKS else None
