"""Whom an onboarding path is for: the audiences that are meant, and who among us that is."""

from collections.abc import Collection, Iterable, Iterator

from sopbook.core.fold import fold
from sopbook.core.organisation import LearningPath, Organisation, Role, Team, Term

_SHORTEST = 4


def audiences_of(path: LearningPath, who: Organisation) -> frozenset[str]:
    """Say which audiences a path is for; none where that is not known."""
    name = path.audience.target if path.audience else ""
    if name in who.audiences:
        return frozenset({name})
    role = who.roles.get(name)
    if role is None:
        return frozenset()
    said = {one.id for one in who.audiences.values() if role.id in map(str, one.roles)}
    return frozenset(said or _like(role, who.audiences.values()))


def learners_of(path: LearningPath, who: Organisation) -> frozenset[str]:
    """Name the roles and teams that a path is for; none where that is not known."""
    name = path.audience.target if path.audience else ""
    if name in who.roles:
        return frozenset({name})
    meant = who.audiences.get(name)
    if meant is None:
        return frozenset()
    said = frozenset(map(str, meant.roles))
    if said:
        return said | _people_of(said & who.teams.keys(), who)
    people = (role for role in who.roles.values() if role.kind == "person")
    roles, teams = (frozenset(_like(meant, each)) for each in (people, who.teams.values()))
    return roles | teams | _people_of(teams, who)


def without_path(who: Organisation, doing: Collection[str]) -> Iterator[str]:
    """Name the roles among those who do something that no path is for.

    A role is learnt, too, where each of its people plays one that has a path.
    """
    learnt = {name for path in who.paths.values() for name in learners_of(path, who)}
    taught = {ref.target for name in learnt & who.roles.keys() for ref in who.roles[name].people}
    for role in who.roles.values():
        players = {ref.target for ref in role.people}
        is_taught = role.id in learnt or bool(players and players <= taught)
        if role.kind == "person" and role.id in doing and not is_taught:
            yield role.id


def _people_of(teams: Iterable[str], who: Organisation) -> frozenset[str]:
    """Name the roles that the people of one of these teams alone play."""
    return frozenset(role for team in teams for role in _within(who.teams[team], who))


def _within(team: Team, who: Organisation) -> Iterator[str]:
    """Name the roles that a team's people alone play."""
    members = {ref.target for ref in team.people}
    for role in who.roles.values():
        players = {ref.target for ref in role.people}
        if players and players <= members:
            yield role.id


def _like(one: Role | Term, others: Iterable[Role | Team | Term]) -> Iterator[str]:
    """Name those that are called alike, by id or by title."""
    words = (fold(one.id), fold(one.title))
    for other in others:
        if any(_alike(word, name) for word in words for name in (other.id, fold(other.title))):
            yield other.id


def _alike(one: str, other: str) -> bool:
    """Say whether one is the other in the plural: such words begin alike."""
    return min(len(one), len(other)) >= _SHORTEST and (
        one.startswith(other) or other.startswith(one)
    )
