"""An escalation that comes back.

`escalates_to` says who is next when a role or team cannot help. Here the next one sends the case
back to those who sent it, and nobody decides. Somebody has to be the last: the one who decides
needs no `escalates_to`.

Fails:
    # organisation.yml
    people:
      ana: {name: Ana Ionescu, email: ana@example.com}
      ion: {name: Ion Marin, email: ion@example.com}
    roles:
      team-lead: {title: Team lead, people: [ana], escalates_to: manager}
      manager: {title: Manager, people: [ion], escalates_to: team-lead}

Passes:
    # organisation.yml
    people:
      ana: {name: Ana Ionescu, email: ana@example.com}
      ion: {name: Ion Marin, email: ion@example.com}
    roles:
      team-lead: {title: Team lead, people: [ana], escalates_to: manager}
      manager: {title: Manager, people: [ion]}
"""

from collections.abc import Iterator

from sopbook.analysis.circles import circles, round_trip
from sopbook.checks.ground import Ground
from sopbook.checks.sentences import stations
from sopbook.core.diagnostic import Diagnostic, Related, Severity
from sopbook.core.model import Ref

CODE = "SOP310"
SEVERITY = Severity.WARNING


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per circle, where its first role or team says who is next."""
    if not ground.knows_people:
        return
    groups = ground.organisation.groups()
    next_one = {group.id: group.escalates_to for group in groups if group.escalates_to}
    onward = {name: (ref.target,) if ref.target in next_one else ()
              for name, ref in next_one.items()}  # fmt: skip
    for circle in circles(onward):
        yield _finding(round_trip(circle[0], onward), next_one)


def _finding(trip: tuple[str, ...], next_one: dict[str, Ref]) -> Diagnostic:
    message = f"`{trip[0]}` escalates to itself"
    if len(set(trip)) > 1:
        message = f"Escalations go round: {stations(f'`{name}`' for name in trip)}"
    hint = "Decide who of them is the last to ask, and leave `escalates_to` out at that one."
    others = (Related(f"after `{name}`", next_one[name].span) for name in trip[1:-1])
    return Diagnostic(CODE, message, next_one[trip[0]].span, hint, related=tuple(others))
