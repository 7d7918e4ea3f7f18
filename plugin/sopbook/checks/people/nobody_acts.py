"""A step that nobody does.

It is not said who does it (`by`). Two who read it both think it is the other's, and times by role
cannot be worked out. Where no step of a workflow says so, there is one finding for all of them.

Steps (`do`) need somebody, and so does a question (`ask`) before which nobody has done anything
yet; later ones are answered by whoever did the last step. Starts, ends, waits, other SOPs and
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
_ACTS = frozenset({Kind.DO, Kind.ESCALATE})
_HINT = "Add `by:` with a role, a person, a team or a system."


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per step without anybody, or one for a workflow without anybody."""
    for way in ground.live_ways():
        alone = ownerless(way)
        if len(alone) > 1 and not any(step.by for step in way.walked):
            message = f"No step of `{way.sop.title}` says who does it"
            yield Diagnostic(CODE, message, alone[0].span, _HINT)
        else:
            yield from (_finding(step) for step in alone)


def ownerless(way: Ways) -> list[Step]:
    """Give the steps that need somebody and name nobody."""
    steps = way.walked
    alone = [step for step in steps if step.kind is Kind.DO and not step.by]
    return alone + _first_question(way, steps)


def _first_question(way: Ways, steps: tuple[Step, ...]) -> list[Step]:
    """Find the first question without anybody before which nobody acts."""
    questions = [step for step in steps if step.kind is Kind.ASK and not step.by]
    if not questions:
        return []
    known = way.after(*(step.id for step in steps if step.by or step.kind in _ACTS))
    return [step for step in questions if step.id not in known][:1]


def _finding(step: Step) -> Diagnostic:
    what = "answers" if step.kind is Kind.ASK else "does"
    return Diagnostic(CODE, f"It is not said who {what} {called(step)}", step.span, _HINT)
