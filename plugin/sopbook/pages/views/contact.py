"""People to turn to: the contact card and the contacts of steps."""

import json
from dataclasses import dataclass, replace

from sopbook.analysis.people import Actor, chain, deputy_of, others, people
from sopbook.core.model import Sop
from sopbook.core.organisation import Hours, Person
from sopbook.pages.addresses import mailto, tel, website
from sopbook.pages.dates import Day, day
from sopbook.pages.own import key_of_actor
from sopbook.pages.site import Links, Site


@dataclass(frozen=True, slots=True)
class Reach:
    """When somebody can be reached: `text` for people, `shifts` and `zone` for the browser."""

    text: str
    shifts: str
    zone: str
    place: str


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to turn to; `people` are those who play a role or make a team, `url` is a page."""

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
    url: str = ""
    is_system: bool = False
    people: tuple["Contact", ...] = ()


@dataclass(frozen=True, slots=True)
class Responsible:
    """The card: who answers for the SOP, who stands in, and who is next, nearest first.

    `ends` where those who would be next are the same people again.
    """

    who: Contact
    deputy: Contact | None = None
    chain: tuple[Contact, ...] = ()
    ends: bool = False


def responsible(sop: Sop, site: Site, links: Links) -> Responsible | None:
    """Make the card; None where the SOP names nobody."""
    if not sop.card.responsible:
        return None
    organisation = site.library.organisation
    name = sop.card.responsible.target
    deputy = deputy_of(sop, organisation)
    shown = (name, *((deputy.target,) if deputy else ()))
    ahead = tuple(chain(name, organisation))
    left = tuple(others(ahead, shown, organisation))
    return Responsible(
        who=contact(name, site, links),
        deputy=contact(deputy.target, site, links) if deputy else None,
        chain=tuple(contact(one, site, links) for one in left),
        ends=bool(ahead) and not left,
    )


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
        url=links.own(key_of_actor(actor)),
    )


def _reach(hours: Hours, zone: str, site: Site) -> Reach:
    shifts = [{"days": s.days, "start": s.start, "end": s.end} for s in hours.shifts]
    return Reach(hours.text, json.dumps(shifts), zone, _place(zone, site))


def _place(zone: str, site: Site) -> str:
    """Name a time zone by its city, in the reader's language where CLDR knows it."""
    city = site.words.locale.time_zones.get(zone, {}).get("city")
    return city or zone.rpartition("/")[2].replace("_", " ")
