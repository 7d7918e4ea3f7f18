"""Nobody where somebody is needed.

A role or team is responsible, deputises, leads, is next or takes over, but no person is in it and
it has no address of its own: readers see a title and cannot ask anybody. Name people in it, or
give it a shared `email`, `phone` or `chat`. A role that only does steps may be empty, and so may
one to which only machines hand over: a chatbot finds the agents without their names.

A machine or the customer cannot answer for anything either; there the name has to be another one.

Fails:
    # organisation.yml
    people:
      ion: {name: Ion Marin, email: ion@example.com}
    roles:
      agent: {title: Agent, people: [ion], escalates_to: team-lead}
      team-lead: {title: Team lead}

Passes:
    # organisation.yml
    people:
      ion: {name: Ion Marin, email: ion@example.com}
    roles:
      agent: {title: Agent, people: [ion], escalates_to: team-lead}
      team-lead: {title: Team lead, email: leads@example.com}
"""

from collections.abc import Iterator

from sopbook.checks.ground import Ground
from sopbook.checks.people.duties import Duty, lasting, taking_over
from sopbook.core.diagnostic import Diagnostic, Related, Severity
from sopbook.core.organisation import Organisation, Role, Team

CODE = "SOP307"
SEVERITY = Severity.WARNING
_MOST_SHOWN = 3


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per role or team without people that needs one, and per machine on duty."""
    if not ground.knows_people:
        return
    who, needed = ground.organisation, dict[str, list[Duty]]()
    for duty in (*lasting(ground), *_approvals(ground)):
        yield from _machine(duty, who)
        needed.setdefault(duty.who.target, []).append(duty)
    for duty in taking_over(ground):
        needed.setdefault(duty.who.target, []).append(duty)
    empty = [group for group in groups(who) if group.id in needed and not is_somebody(group)]
    if empty and not who.people and not any(map(is_somebody, groups(who))):
        yield _nobody_at_all(empty[0])
    else:
        yield from (_finding(group, needed[group.id]) for group in empty)


def groups(who: Organisation) -> Iterator[Role | Team]:
    """Yield the roles and teams that are made of people."""
    return (group for group in who.groups() if who.is_colleague(group.id))


def is_somebody(group: Role | Team) -> bool:
    """Say whether somebody is in it, or it has an address that is read."""
    has_lead = isinstance(group, Team) and group.lead is not None
    return has_lead or bool(group.people or group.email or group.phone or group.chat)


def _approvals(ground: Ground) -> Iterator[Duty]:
    for sop in ground.live():
        if sop.card.approved and sop.card.approved.by:
            yield Duty(sop.card.approved.by, f"approved `{sop.title}`")


def _machine(duty: Duty, who: Organisation) -> Iterator[Diagnostic]:
    name = duty.who.target
    if who.actor(name) and not who.is_colleague(name):
        what = "a machine" if who.is_system(name) else "the customer"
        hint = "Name a person, or a role or team with people in it."
        yield Diagnostic(CODE, f"`{name}` is {what}, but {duty.what}", duty.who.span, hint)


def _nobody_at_all(group: Role | Team) -> Diagnostic:
    message = "The organisation names nobody whom readers could ask"
    hint = "Add `people:` and name them in roles and teams, or give these an `email` or `phone`."
    return Diagnostic(CODE, message, group.span, hint)


def _finding(group: Role | Team, needed: list[Duty]) -> Diagnostic:
    first, *others = needed
    more = f" (and has {len(others)} more duties)" if others else ""
    message = f"Nobody is in `{group.id}`, but it {first.what}{more}"
    hint = "Add `people:` with ids of people, or a shared `email:`, `phone:` or `chat:`."
    shown = tuple(Related(f"it {duty.what}", duty.who.span) for duty in needed[:_MOST_SHOWN])
    return Diagnostic(CODE, message, group.span, hint, related=shown)
