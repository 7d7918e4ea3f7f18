"""Who is needed for what: every place in which somebody is named whom readers have to reach."""

from collections.abc import Iterator
from typing import NamedTuple

from sopbook.checks.ground import Ground
from sopbook.checks.sentences import called
from sopbook.core.model import Ref, Sop
from sopbook.core.organisation import Organisation


class Duty(NamedTuple):
    """A name where somebody is needed; `what` goes on with the sentence: `is responsible for …`."""

    who: Ref
    what: str


def lasting(ground: Ground) -> Iterator[Duty]:
    """Yield the duties on cards and in the organisation."""
    for sop in ground.live():
        yield from _on_card(sop)
    yield from _in_organisation(ground.organisation)


def taking_over(ground: Ground) -> Iterator[Duty]:
    """Yield the duties of those to whom people escalate; a machine knows whom to call."""
    who = ground.organisation
    for way, step in ground.live_steps():
        is_machines = step.by and all(who.is_system(ref.target) for ref in step.by)
        if step.to and not is_machines:
            yield Duty(step.to, f"takes over at {called(step)} in `{way.sop.title}`")


def _on_card(sop: Sop) -> Iterator[Duty]:
    card = sop.card
    if card.responsible:
        yield Duty(card.responsible, f"is responsible for `{card.title}`")
    if card.deputy:
        yield Duty(card.deputy, f"is the deputy for `{card.title}`")


def _in_organisation(who: Organisation) -> Iterator[Duty]:
    for person in who.people.values():
        if person.deputy:
            yield Duty(person.deputy, f"stands in for `{person.id}`")
    for team in who.teams.values():
        if team.lead:
            yield Duty(team.lead, f"leads `{team.id}`")
    for group in who.groups():
        if group.escalates_to:
            yield Duty(group.escalates_to, f"takes over from `{group.id}`")
