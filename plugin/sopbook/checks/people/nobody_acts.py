"""A step that nobody does.

It is not said who does it (`by`). Two who read it both think it is the other's, and times by role
cannot be worked out. Where no step of a workflow says so, there is one finding for all of them.

Steps (`do`) need somebody, and questions (`ask`) where nothing that leads to them says who is
there: after a step, whoever did it answers the question. Starts, ends, waits, other SOPs and
escalations (they have `to`) need nobody.

Fails:
    steps:
      - start: Customer calls
      - do: Answer the question
        by: agent
      - do: Write it into the records
      - end: Question answered

Passes:
    steps:
      - start: Customer calls
      - do: Answer the question
        by: agent
      - ask: Is it worth a line in the records?
        answers:
          yes: next
          no: answered
      - do: Write it into the records
        by: agent
      - id: answered
        end: Question answered
"""

from collections.abc import Iterator

from sopbook.analysis.ways import Ways
from sopbook.checks.ground import Ground
from sopbook.checks.sentences import called
from sopbook.core.diagnostic import Diagnostic, Severity
from sopbook.core.model import Kind, Step

CODE = "SOP311"
SEVERITY = Severity.ADVICE
_HINT = "Add `by:` with a role, a person, a team or a system."
_PRESENT = frozenset({Kind.DO, Kind.ASK, Kind.ESCALATE})


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per step without anybody, or one for a workflow without anybody."""
    for way in ground.live_ways():
        steps = way.walked()
        alone = [step for step in steps if not step.by and _needs_somebody(way, step)]
        if len(alone) > 1 and not any(step.by for step in steps):
            message = f"No step of `{way.sop.title}` says who does it"
            yield Diagnostic(CODE, message, alone[0].span, _HINT)
        else:
            yield from (_finding(step) for step in alone)


def _needs_somebody(way: Ways, step: Step) -> bool:
    if step.kind is Kind.ASK:
        before = (way.steps[name] for name in way.back[step.id])
        return not any(other.by or other.kind in _PRESENT for other in before)
    return step.kind is Kind.DO


def _finding(step: Step) -> Diagnostic:
    what = "answers" if step.kind is Kind.ASK else "does"
    return Diagnostic(CODE, f"It is not said who {what} {called(step)}", step.span, _HINT)
