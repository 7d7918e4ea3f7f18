"""A library without people: whoever was named is the role they play there, else their team."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sopbook.analysis.people import deputy_of, people
from sopbook.core.fold import fold
from sopbook.core.library import Library
from sopbook.core.model import COLLEAGUE, Card, Ref, Sop, Step
from sopbook.core.organisation import LearningPath, Organisation, Person, Role, Team


def anonymous(library: Library) -> Library:
    """Take all people out of a library.

    Of the roles somebody plays, the one that the fewest play stands for them: it says most about
    whom is meant. Who plays none is their team, and who is in none is a colleague without a name.
    """
    who = _organisation(library.organisation)
    whole = (_with_deputy(sop, library.organisation) for sop in library.sops.values())
    sops = {sop.id: without_names(sop, who) for sop in whole}
    return replace(library, sops=sops, organisation=who)


def without_names(sop: Sop, who: Organisation) -> Sop:
    """Name nobody in an SOP, whatever its age, where the organisation is one without people.

    A name that means nothing may be a person's who has left: then it is a colleague's.
    """
    if who.stand_ins is None:
        return sop
    flow = sop.workflow
    steps = tuple(_step(step, who) for step in flow.steps) if flow else ()
    workflow = replace(flow, steps=steps) if flow else None
    return replace(sop, card=_card(sop.card, who), workflow=workflow)


def _with_deputy(sop: Sop, who: Organisation) -> Sop:
    """Write down who stands in, as long as it is known whose deputy that is."""
    return replace(sop, card=replace(sop.card, deputy=deputy_of(sop, who)))


def _card(card: Card, who: Organisation) -> Card:
    responsible, deputy = _ref(card.responsible, who), _ref(card.deputy, who)
    approved = card.approved
    return replace(
        card,
        responsible=responsible,
        deputy=deputy if _is_somebody(deputy) and deputy != responsible else None,
        approved=replace(approved, by=_ref(approved.by, who)) if approved else None,
    )


def _step(step: Step, who: Organisation) -> Step:
    by = tuple(dict.fromkeys(ref for ref in (_ref(by, who) for by in step.by) if ref))
    return replace(step, by=by, to=_ref(step.to, who))


def _ref(ref: Ref | None, who: Organisation) -> Ref | None:
    if ref is None or ref.target in who.roles or ref.target in who.teams:
        return ref
    return replace(ref, target=(who.stand_ins or {}).get(ref.target, COLLEAGUE))


def _is_somebody(ref: Ref | None) -> bool:
    return ref is not None and ref.target != COLLEAGUE


def _organisation(who: Organisation) -> Organisation:
    plays, belongs = _by_person(who.roles.values(), who), _by_person(who.teams.values(), who)
    stand_ins = {
        name: plays.get(name) or belongs.get(name) or COLLEAGUE for name in who.people
    }  # fmt: skip
    bare = replace(who, people={}, stand_ins=stand_ins)
    private = _contacts(who.people.values())
    roles = {name: _role(role, bare, private) for name, role in who.roles.items()}
    teams = {name: _team(team, bare, private) for name, team in who.teams.items()}
    paths = {name: _path(path, stand_ins) for name, path in who.paths.items()}
    return replace(bare, roles=roles, teams=teams, paths=paths)


def _by_person(groups: Iterable[Role | Team], who: Organisation) -> Mapping[str, str]:
    """Give each person the smallest group they are in; of two alike, the one written first."""
    sized = ((group.id, people(group.id, who)) for group in groups)
    found: dict[str, str] = {}
    for name, members in sorted(sized, key=lambda one: len(one[1])):
        for person in members:
            found.setdefault(person.id, name)
    return found


def _contacts(everybody: Iterable[Person]) -> frozenset[str]:
    """List the addresses and numbers that are people's own, made comparable."""
    found = (_plain(text) for one in everybody for text in (one.email, one.phone, one.chat))
    return frozenset(filter(None, found))


def _plain(text: str) -> str:
    return "".join(fold(text).split())


def _role(role: Role, who: Organisation, private: frozenset[str]) -> Role:
    kept = _public(role, private)
    above = _other(role.escalates_to, role.id, who)
    return replace(
        role, people=(), escalates_to=above, email=kept["email"], phone=kept["phone"],
        chat=kept["chat"],
    )  # fmt: skip


def _team(team: Team, who: Organisation, private: frozenset[str]) -> Team:
    kept = _public(team, private)
    members = (_other(ref, team.id, who) for ref in team.people)
    return replace(
        team,
        lead=_other(team.lead, team.id, who),
        people=tuple(dict.fromkeys(ref for ref in members if ref)),
        escalates_to=_other(team.escalates_to, team.id, who),
        email=kept["email"],
        phone=kept["phone"],
        chat=kept["chat"],
    )


def _public(group: Role | Team, private: frozenset[str]) -> Mapping[str, str]:
    """Keep the contacts of a role or team that are not somebody's own."""
    own = {"email": group.email, "phone": group.phone, "chat": group.chat}
    return {key: "" if _plain(text) in private else text for key, text in own.items()}


def _other(ref: Ref | None, name: str, who: Organisation) -> Ref | None:
    """Give who stands for somebody that a role or team names, unless it is that one itself."""
    found = _ref(ref, who)
    return found if _is_somebody(found) and str(found) != name else None


def _path(path: LearningPath, stand_ins: Mapping[str, str]) -> LearningPath:
    audience = path.audience
    if audience is None or audience.target not in stand_ins:
        return path
    return replace(path, audience=replace(audience, target=stand_ins[audience.target]))
