"""A customer who is passed on and on.

Within one contact the customer goes through so many hands that they tell their story again and
again. Three hand-offs are too many: let the first person keep the case and ask the others, or hand
it over once, to somebody who can finish it.

Counted is each change from people of ours to others, on ways that do no step twice; a machine or
the customer takes a case from nobody. The contact is over, and counting begins anew, where nobody
would wait: at a step for which there is half an hour or more (`within`, `takes`, `after`), at a
`wait`, at a `together`. Where all channels on the card are in writing nothing is counted; an SOP
that is run counts its own.

Fails:
    steps:
      - start: Customer calls about an invoice
      - do: Answer, and put the call through
        by: agent
      - do: Look at the invoice, and put the call back
        by: ana
      - do: Look at the order, and put the call through
        by: agent
      - do: Find the parcel, and say where it is
        by: team-lead
      - end: Customer knows

Passes:
    steps:
      - start: Customer calls about an invoice
      - do: Answer, ask those who know, say what was found
        by: agent
      - end: Customer knows
"""

from collections.abc import Iterator

from sopbook.analysis.contact import passed_on
from sopbook.analysis.hands import Change, Hands
from sopbook.analysis.ways import Ways
from sopbook.checks.ground import Ground
from sopbook.checks.sentences import stations
from sopbook.core.diagnostic import Diagnostic, Severity
from sopbook.core.organisation import Organisation, Person

CODE = "SOP234"
SEVERITY = Severity.ADVICE
_TOO_MANY = 3
_WRITTEN = frozenset({"letter", "email", "website", "portal"})
_HINT = (
    "Let one person keep the case (the same `by` in these steps) and say in the text whom to ask; "
    "or hand it over once, to somebody who can finish it."
)


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per workflow in which a customer may be passed on too often."""
    if not ground.knows_people:
        return
    for way in ground.live_ways():
        course = ground.estimates.courses.of(way.sop.id) if _can_pass_on(way) else None
        changes = passed_on(course, ground.estimates.cast) if course else ()
        if len(changes) >= _TOO_MANY:
            names = stations(_names(changes, ground.organisation))
            message = f"The customer may have been passed on {len(changes)} times here: {names}"
            yield Diagnostic(CODE, message, changes[-1].step.span, _HINT)


def _can_pass_on(way: Ways) -> bool:
    """Say at a glance whether a workflow is worth a closer look."""
    channels = {ref.target for ref in way.sop.card.channels}
    steps = way.steps.values()
    actors = {ref.target for step in steps for ref in (*step.by, *((step.to,) if step.to else ()))}
    return len(actors) > 1 and (not channels or not channels <= _WRITTEN)


def _names(changes: tuple[Change, ...], who: Organisation) -> Iterator[str]:
    yield _name(changes[0].giving, who)
    for change in changes:
        yield _name(change.taking, who)


def _name(hands: Hands, who: Organisation) -> str:
    return " and ".join(sorted(_title(name, who) for name in hands))


def _title(name: str, who: Organisation) -> str:
    found = who.actor(name)
    title = found.name if isinstance(found, Person) else found.title if found else name
    return f"`{title}`"
