"""Everybody: people, roles and teams, with how to reach them."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sopbook.analysis.duties import Duties
from sopbook.core.fold import fold
from sopbook.core.model import CUSTOMER
from sopbook.pages.directory.actor import Named, named
from sopbook.pages.own import ESCALATION_MAP
from sopbook.pages.site import Links, Site
from sopbook.pages.views.contact import Contact, contact


@dataclass(frozen=True, slots=True)
class Row:
    """One of them; `groups` are their roles and teams, of a role or team its people."""

    who: Contact
    groups: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """People, roles, teams or machines, by name; `key` names the words."""

    key: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class People:
    """The directory; a kind of which there are none is left out.

    `forms` has the words for how many are shown, in each plural form, as JSON.
    """

    shelves: tuple[Shelf, ...]
    map: str
    forms: str
    language: str


def people(duties: Duties, site: Site, links: Links) -> People:
    """List everybody but the customer."""
    who = site.library.organisation
    roles = [name for name in who.roles if name != CUSTOMER]
    shelves = (
        ("people", who.people),
        ("roles", [name for name in roles if not who.is_system(name)]),
        ("teams", who.teams),
        ("machines", filter(who.is_system, roles)),
    )
    found = (Shelf(key, _rows(names, duties, site, links)) for key, names in shelves)
    return People(
        shelves=tuple(shelf for shelf in found if shelf.rows),
        map=links.own(ESCALATION_MAP.key),
        forms=json.dumps(site.words.messages["people.count"], ensure_ascii=False),
        language=site.words.language,
    )


def _rows(names: Iterable[str], duties: Duties, site: Site, links: Links) -> tuple[Row, ...]:
    rows = (_row(name, duties, site, links) for name in names)
    return tuple(sorted(rows, key=lambda row: (fold(row.who.name), row.who.id)))


def _row(name: str, duties: Duties, site: Site, links: Links) -> Row:
    who = site.library.organisation
    group = who.roles.get(name) or who.teams.get(name)
    others = map(str, group.people) if group else duties.groups.get(name, ())
    return Row(contact(name, site, links), tuple(named(one, site, links) for one in others))
