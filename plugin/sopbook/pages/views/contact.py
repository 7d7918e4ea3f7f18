"""People to turn to: the contact card and the contacts of steps."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sopbook.core.model import Ref, Sop
from sopbook.core.organisation import Hours, Organisation, Person, Role, Team
from sopbook.pages.addresses import mailto, tel, website
from sopbook.pages.dates import Day, day
from sopbook.pages.site import Links, Site

Actor = Person | Role | Team


@dataclass(frozen=True, slots=True)
class Reach:
    """When somebody can be reached: `text` for people, `shifts` and `zone` for the browser."""

    text: str
    shifts: str
    zone: str
    place: str


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to turn to; `people` are those who play a role or make a team."""

    id: str
    name: str
    title: str = ""
    email: str = ""
    mailto: str = ""
    phone: str = ""
    tel: str = ""
    chat: str = ""
    chat_url: str = ""
    reach: Reach | None = None
    until: Day | None = None
    vcard: str = ""
    is_system: bool = False
    people: tuple["Contact", ...] = ()


@dataclass(frozen=True, slots=True)
class Responsible:
    """The card: who answers for the SOP, who stands in, and who is next, nearest first."""

    who: Contact
    deputy: Contact | None = None
    chain: tuple[Contact, ...] = ()


def responsible(sop: Sop, site: Site, links: Links) -> Responsible | None:
    """Make the card; None where the SOP names nobody."""
    if not sop.card.responsible:
        return None
    organisation = site.library.organisation
    name = sop.card.responsible.target
    deputy = deputy_of(sop, organisation)
    chain = tuple(_chain(name, organisation))
    return Responsible(
        who=contact(name, site, links),
        deputy=contact(deputy.target, site, links) if deputy else None,
        chain=tuple(contact(next_one, site, links) for next_one in chain),
    )


def deputy_of(sop: Sop, organisation: Organisation) -> Ref | None:
    """Say who stands in: whom the card names, else the responsible person's own deputy."""
    responsible = sop.card.responsible
    actor = organisation.actor(responsible.target) if responsible else None
    return sop.card.deputy or (actor.deputy if isinstance(actor, Person) else None)


def contact(name: str, site: Site, links: Links) -> Contact:
    """Describe a person, role or team, with its people; a name that means nobody stands alone."""
    organisation = site.library.organisation
    actor = organisation.actor(name)
    if actor is None:
        return Contact(name, site.names.actor(name))
    alone = _alone(actor, site, links)
    if isinstance(actor, Person):
        return alone
    return replace(
        alone,
        is_system=site.names.is_system(name),
        people=tuple(_alone(person, site, links) for person in people(name, organisation)),
    )


def people(name: str, organisation: Organisation) -> tuple[Person, ...]:
    """List who is behind a name, each once: a person, or those who play a role or make a team."""
    actor = organisation.actor(name)
    found = _people(actor, organisation, frozenset({name})) if actor else ()
    return tuple(dict.fromkeys(found))


def _alone(actor: Actor, site: Site, links: Links) -> Contact:
    person = actor if isinstance(actor, Person) else None
    return Contact(
        id=actor.id,
        name=site.names.actor(actor.id),
        title=person.title if person else "",
        email=actor.email,
        mailto=mailto(actor.email),
        phone=actor.phone,
        tel=tel(actor.phone),
        chat=actor.chat,
        chat_url=website(actor.chat),
        reach=_reach(actor.hours, actor.time_zone, site) if actor.hours else None,
        until=day(person.until, site.words) if person else None,
        vcard=links.vcard(actor.id) if actor.email or actor.phone else "",
    )


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


def _chain(name: str, organisation: Organisation) -> Iterator[str]:
    """Follow `escalates_to` from a role or team, or from the roles that a person plays."""
    seen = {name}
    ahead = _next(_duties(name, organisation), organisation)
    while ahead and ahead.target not in seen:
        seen.add(ahead.target)
        yield ahead.target
        ahead = _next((ahead.target,), organisation)


def _duties(name: str, organisation: Organisation) -> Iterable[str]:
    if name not in organisation.people:
        return (name,)
    groups: tuple[Role | Team, ...] = (
        *organisation.roles.values(), *organisation.teams.values(),
    )  # fmt: skip
    return tuple(group.id for group in groups if name in map(str, group.people))


def _next(names: Iterable[str], organisation: Organisation) -> Ref | None:
    for name in names:
        group = organisation.roles.get(name) or organisation.teams.get(name)
        if group and group.escalates_to:
            return group.escalates_to
    return None


def _reach(hours: Hours, zone: str, site: Site) -> Reach:
    shifts = [{"days": s.days, "start": s.start, "end": s.end} for s in hours.shifts]
    return Reach(hours.text, json.dumps(shifts), zone, _place(zone, site))


def _place(zone: str, site: Site) -> str:
    """Name a time zone by its city, in the reader's language where CLDR knows it."""
    city = site.words.locale.time_zones.get(zone, {}).get("city")
    return city or zone.rpartition("/")[2].replace("_", " ")
