"""An escalation without a time, though customers were promised one.

The SOP promises something within a time, and at one of its escalations nobody knows how long to try
before. Then some give up at once and some when the promise is broken. Say so with `after`.

Not needed where the step has a deadline of its own (`within`), where a machine hands over, or right
after a `wait`, which says how long.

Fails:
    promise: {resolution: 24 h}
    steps:
      - start: Customer calls
      - ask: Can you solve it?
        by: agent
        answers:
          yes: solved
          no: next
      - escalate: Hand over to the team lead
        by: agent
        to: team-lead
      - end: Team lead has the case
      - id: solved
        end: Problem solved

Passes:
    promise: {resolution: 24 h}
    steps:
      - start: Customer calls
      - ask: Can you solve it?
        by: agent
        answers:
          yes: solved
          no: next
      - escalate: Hand over to the team lead
        by: agent
        to: team-lead
        after: 10 min
      - end: Team lead has the case
      - id: solved
        end: Problem solved
"""

from collections.abc import Iterator

from sopbook.analysis.ways import Ways
from sopbook.checks.ground import Ground
from sopbook.checks.sentences import called
from sopbook.core.diagnostic import Diagnostic, Severity
from sopbook.core.model import Kind, Step
from sopbook.core.organisation import Organisation

CODE = "SOP312"
SEVERITY = Severity.ADVICE


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per escalation of an SOP with a promise that says no time."""
    for way, step in ground.live_steps():
        promises = way.sop.card.promise
        if step.to and promises and not _says_when(way, step, ground.organisation):
            last = max(promises, key=lambda promise: promise.time.most)
            message = (
                f"{called(step)} does not say after how long,"
                f" though `{last.what}` is promised within {last.time.text}"
            )
            hint = "Add `after:` with the time to try before, or `within:` with a deadline."
            yield Diagnostic(CODE, message, step.span, hint)


def _says_when(way: Ways, step: Step, who: Organisation) -> bool:
    is_machines = bool(step.by) and all(who.is_system(ref.target) for ref in step.by)
    waited = any(way.steps[name].kind is Kind.WAIT for name in way.back[step.id])
    return bool(step.after or step.within) or is_machines or waited
