"""Whom news concern: the teams and roles that work by an SOP, and the channels it serves."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from sopbook.core.fold import fold
from sopbook.core.model import Ref, Sop
from sopbook.core.names import Names
from sopbook.core.organisation import Organisation, Person, Role, Team


class Group(StrEnum):
    """What a circle is."""

    TEAM = "team"
    ROLE = "role"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True)
class Circle:
    """A team, a role or a channel, by its id."""

    group: Group
    id: str

    @property
    def key(self) -> str:
        """Its name in addresses, which are permanent."""
        return f"{self.group}-{self.id}"

    def title(self, names: Names) -> str:
        """Call it as readers do."""
        return names.channel(self.id) if self.group is Group.CHANNEL else names.actor(self.id)


def circles_of(sop: Sop, organisation: Organisation) -> frozenset[Circle]:
    """Find whom an SOP concerns.

    A role or a team that does a step, takes a case over, or answers for the SOP as responsible or
    deputy. Who is named as a person stands for their roles and teams. A role stands for the teams
    in which somebody plays it, but a team not for its members' roles. No machines, no customers.
    """
    found: set[Circle] = set()
    for name in set(_named(sop)):
        found |= set(circles_with(name, organisation))
    return frozenset(found | {Circle(Group.CHANNEL, ref.target) for ref in sop.card.channels})


def circles_in(sops: Iterable[Sop], names: Names) -> tuple[Circle, ...]:
    """List all whom some SOP concerns: teams, roles, channels, each in the order of titles."""
    organisation = names.library.organisation
    found = {circle for sop in sops for circle in circles_of(sop, organisation)}
    order = list(Group)
    return tuple(
        sorted(found, key=lambda one: (order.index(one.group), fold(one.title(names)), one.id))
    )


def _named(sop: Sop) -> Iterator[str]:
    answering: tuple[Ref | None, ...] = (sop.card.responsible, sop.card.deputy)
    yield from (ref.target for ref in answering if ref)
    for step in sop.workflow.steps if sop.workflow else ():
        yield from (ref.target for ref in (*step.by, step.to) if ref)


def circles_with(name: str, organisation: Organisation) -> Iterator[Circle]:
    """Yield the teams and roles that a person, role or team stands for."""
    actor = organisation.actor(name)
    if isinstance(actor, Team):
        yield Circle(Group.TEAM, name)
    elif isinstance(actor, Role) and organisation.is_colleague(name):
        yield Circle(Group.ROLE, name)
        yield from _teams_with({name, *map(str, actor.people)}, organisation)
    elif isinstance(actor, Person):
        roles = {role.id for role in organisation.roles.values() if _has(role.people, {name})}
        yield from (Circle(Group.ROLE, role) for role in roles if organisation.is_colleague(role))
        yield from _teams_with({name, *roles}, organisation)


def _teams_with(members: set[str], organisation: Organisation) -> Iterator[Circle]:
    """Yield the teams that list or are led by one of these people, or roles."""
    for team in organisation.teams.values():
        if _has((*team.people, *((team.lead,) if team.lead else ())), members):
            yield Circle(Group.TEAM, team.id)


def _has(refs: Iterable[Ref], members: set[str]) -> bool:
    return any(ref.target in members for ref in refs)
