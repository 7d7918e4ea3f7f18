"""All SOPs in one table, and what a reader may narrow it by."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sopbook.analysis.people import people
from sopbook.core.days import review_due
from sopbook.core.fold import fold
from sopbook.core.model import Ref, Sop, Status
from sopbook.core.names import Names
from sopbook.pages.browse.places import ALL, Way, ways
from sopbook.pages.browse.tools import used
from sopbook.pages.browse.work import group_of
from sopbook.pages.dates import Day, Moment, day
from sopbook.pages.lookup import NONE
from sopbook.pages.news.circles import Group, circles_of
from sopbook.pages.own import key_of
from sopbook.pages.past import Past
from sopbook.pages.site import Links, Site
from sopbook.pages.views.listing import IN_FORCE
from sopbook.pages.views.reference import SopLink, sop_link

FIRST = ("status", "role", "channel", "reason")
"""What is asked for most stands beside the words; the rest is a click away."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value to narrow the table to."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Filter:
    """Something to narrow the table by, and its values; `name` is its name in the address."""

    name: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """An SOP. `marks` are the values it has: `status:draft role:agent …`.

    `also` are other words to find it by.
    """

    id: str
    sop: SopLink
    marks: str
    also: str
    responsible: str
    responsible_url: str
    channels: tuple[str, ...]
    reasons: tuple[str, ...]
    changed: Moment | None
    review: Day | None


@dataclass(frozen=True, slots=True)
class Table:
    """The page. `first` and `more` are filters; `forms` is how SOPs are counted, as JSON.

    `knows_changes` says whether anything is known of what changed when.
    """

    ways: tuple[Way, ...]
    first: tuple[Filter, ...]
    more: tuple[Filter, ...]
    rows: tuple[Row, ...]
    knows_changes: bool
    forms: str


Values = Mapping[str, tuple[str, ...]]
"""What an SOP has under each filter, by id."""


def table(site: Site, links: Links, past: Past | None) -> Table:
    """Gather the page, in the order of titles."""
    sops = sorted(site.listed.values(), key=lambda sop: (fold(sop.title), sop.id))
    values = [_values(sop, site) for sop in sops]
    filters = tuple(_filters(values, site.names))
    rows = tuple(
        _row(sop, found, site, links, past) for sop, found in zip(sops, values, strict=True)
    )
    message = site.words.messages["all.some"]
    return Table(
        ways=ways(links, ALL.part),
        first=tuple(one for one in filters if one.name in FIRST),
        more=tuple(one for one in filters if one.name not in FIRST),
        rows=rows,
        knows_changes=any(row.changed for row in rows),
        forms=json.dumps(message, ensure_ascii=False),
    )


def _values(sop: Sop, site: Site) -> Values:
    card = sop.card
    circles = circles_of(sop, site.library.organisation)
    steps = sop.workflow.steps if sop.workflow else ()
    return {
        "status": (card.status.value,),
        "role": tuple(sorted(one.id for one in circles if one.group is Group.ROLE)),
        "channel": _ids(card.channels) or (NONE,),
        "reason": _ids(card.reasons) or (NONE,),
        "team": tuple(sorted(one.id for one in circles if one.group is Group.TEAM)),
        "responsible": _answering(card.responsible, site),
        "audience": _ids(card.audience),
        "measure": _ids(target.measure for target in card.measures),
        "tool": tuple(dict.fromkeys(tool for step in steps for tool in used(step))),
    }


def _answering(responsible: Ref | None, site: Site) -> tuple[str, ...]:
    """Name who is responsible; a role or team answers by its people, so they are found as well."""
    if not responsible:
        return ()
    behind = people(responsible.target, site.library.organisation)
    shown = behind if site.choices.names_people else ()
    return tuple(dict.fromkeys((responsible.target, *(person.id for person in shown))))


def _ids(refs: Iterable[Ref]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ref.target for ref in refs))


def _filters(values: list[Values], names: Names) -> Iterator[Filter]:
    """List what there is to choose from: only what some SOP has."""
    organisation, words = names.library.organisation, names.words
    titles: Mapping[str, tuple[Callable[[str], str], Iterable[str]]] = {
        "status": (lambda name: words(f"status.{name}"), Status),
        "role": (names.actor, ()),
        "channel": (names.channel, organisation.channels),
        "reason": (names.reason, organisation.reasons),
        "team": (names.actor, ()),
        "responsible": (names.actor, ()),
        "audience": (names.audience, organisation.audiences),
        "measure": (names.measure, ()),
        "tool": (lambda name: _tool(name, names), ()),
    }
    for name, (title, order) in titles.items():
        found = {value for each in values for value in each[name]}
        nameless = found & {NONE}
        rank = {value: at for at, value in enumerate(map(str, order))}
        every = [Choice(value, title(value)) for value in found - nameless]
        every.sort(key=lambda one: (rank.get(one.id, len(rank)), fold(one.title), one.id))
        if every:
            last = (Choice(value, words(f"matrix.no_{name}")) for value in nameless)
            yield Filter(name, (*every, *last))


def _tool(name: str, names: Names) -> str:
    found = names.library.organisation.tools.get(name)
    return found.title if found else name


def _row(sop: Sop, values: Values, site: Site, links: Links, past: Past | None) -> Row:
    card, names = sop.card, site.names
    responsible = card.responsible.target if card.responsible else ""
    group = group_of(responsible, site)
    behind = map(names.actor, values["responsible"][1:])
    return Row(
        id=sop.id,
        sop=sop_link(sop.id, site, links),
        marks=" ".join(f"{name}:{value}" for name, found in values.items() for value in found),
        also=" ".join((sop.id, *card.aliases, *card.tags, *behind)),
        responsible=names.actor(responsible) if responsible else "",
        responsible_url=links.own(key_of(group, responsible)) if group else "",
        channels=tuple(map(names.channel, _ids(card.channels))),
        reasons=tuple(map(names.reason, _ids(card.reasons))),
        changed=past.last_changed(sop, site.words) if past else None,
        # Of a draft nobody expects a review.
        review=day(review_due(card), site.words) if card.status in IN_FORCE else None,
    )
