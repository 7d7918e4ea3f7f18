"""Who is behind a name, who stands in for them, and who is next."""

from collections.abc import Iterable, Iterator

from sopbook.core.model import Ref, Sop
from sopbook.core.organisation import Organisation, Person, Role, Team

Actor = Person | Role | Team


def deputy_of(sop: Sop, organisation: Organisation) -> Ref | None:
    """Say who stands in: whom the card names, else the responsible person's own deputy."""
    responsible = sop.card.responsible
    actor = organisation.actor(responsible.target) if responsible else None
    return sop.card.deputy or (actor.deputy if isinstance(actor, Person) else None)


def people(name: str, organisation: Organisation) -> tuple[Person, ...]:
    """List who is behind a name, each once: a person, or those who play a role or make a team."""
    actor = organisation.actor(name)
    found = _people(actor, organisation, frozenset({name})) if actor else ()
    return tuple(dict.fromkeys(found))


def chain(name: str, organisation: Organisation) -> Iterator[str]:
    """Yield who is next: of a role or team, or of the roles that a person plays."""
    seen = {name}
    ahead = _next(_duties(name, organisation), organisation)
    while ahead and ahead.target not in seen:
        seen.add(ahead.target)
        yield ahead.target
        ahead = _next((ahead.target,), organisation)


def others(names: Iterable[str], shown: Iterable[str], organisation: Organisation) -> Iterator[str]:
    """Yield those of the names behind whom somebody is who is not shown yet, or nobody at all."""
    known = {person.id for name in shown for person in people(name, organisation)}
    for name in names:
        found = {person.id for person in people(name, organisation)}
        if not found or found - known:
            yield name
        known |= found


def _people(actor: Actor, organisation: Organisation, seen: frozenset[str]) -> Iterator[Person]:
    """Walk down to the people; a role in a team stands for those who play it."""
    if isinstance(actor, Person):
        yield actor
        return
    lead = (actor.lead,) if isinstance(actor, Team) and actor.lead else ()
    for ref in (*lead, *actor.people):
        member = organisation.actor(ref.target)
        if member and ref.target not in seen:
            yield from _people(member, organisation, seen | {ref.target})


def _duties(name: str, organisation: Organisation) -> Iterable[str]:
    if name not in organisation.people:
        return (name,)
    return tuple(one.id for one in organisation.groups() if name in map(str, one.people))


def _next(names: Iterable[str], organisation: Organisation) -> Ref | None:
    for name in names:
        group = organisation.roles.get(name) or organisation.teams.get(name)
        if group and group.escalates_to:
            return group.escalates_to
    return None
