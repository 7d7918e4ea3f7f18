"""An escalation to nobody who could help.

A case is handed over because those who have it cannot go on. To hand it to themselves, to the
customer or to a machine leaves it where it was. Name the person, role or team that can decide;
what a machine or the customer does next is a step of its own.

Fails:
    steps:
      - start: Customer calls
      - escalate: Hand over to the team lead
        by: agent
        to: agent
        after: 10 min
      - end: Team lead has the case

Passes:
    steps:
      - start: Customer calls
      - escalate: Hand over to the team lead
        by: agent
        to: team-lead
        after: 10 min
      - end: Team lead has the case
"""

from collections.abc import Iterator

from sopbook.checks.ground import Ground
from sopbook.checks.sentences import called
from sopbook.core.diagnostic import Diagnostic, Severity
from sopbook.core.organisation import Organisation

CODE = "SOP313"
SEVERITY = Severity.WARNING


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per escalation that changes nothing."""
    for _, step in ground.live_steps():
        if step.to:
            what = _wrong(step.to.target, [ref.target for ref in step.by], ground.organisation)
            if what:
                message = f"{called(step)} hands the case over to {what}"
                hint = "Name the person, role or team that can decide."
                yield Diagnostic(CODE, message, step.to.span, hint)


def _wrong(name: str, acting: list[str], who: Organisation) -> str:
    if acting and set(acting) == {name}:
        return f"those who have it already (`{name}`)"
    if who.is_system(name):
        return f"a machine (`{name}`)"
    return "the customer" if who.actor(name) and not who.is_colleague(name) else ""
