"""The page of a person, role or team: how to reach them, who stands in, what they have to do."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sopbook.analysis.duties import Duties
from sopbook.analysis.escalations import Escalation, Escalations
from sopbook.analysis.learners import learners_of
from sopbook.analysis.people import chain, others
from sopbook.core.fold import fold
from sopbook.core.organisation import Person, Role, Team
from sopbook.pages.browse.work import Work, group_of
from sopbook.pages.own import ESCALATION_MAP, NEWS, PEOPLE, key_of, path_of
from sopbook.pages.site import Links, Site
from sopbook.pages.views.contact import Contact, contact
from sopbook.pages.views.reference import SopLink, sop_link

MOST = 60
"""So many SOPs are listed of a kind."""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody by name; `url` is their page, "" for none."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Turn:
    """Who is turned to, or who turns: always, or in so many places in SOPs; after what times."""

    who: Named
    is_rule: bool
    count: int
    times: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sops:
    """SOPs that somebody has to do with; `key` names the words, `more` counts what is left out."""

    key: str
    sops: tuple[SopLink, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Through:
    """What a role or team answers for, and so those who are in it."""

    who: Named
    sops: Sops


@dataclass(frozen=True, slots=True)
class Actor:
    """All that is known of a person, role or team; `part` says which of the three it is.

    `groups` are the roles and teams they are in, `covers` the people whose deputy they are. `ahead`
    is whom they turn to next, nearest first (`ends`: nobody); `turns` say so in detail, `takes`
    from the other side. `through` has what a person answers for as one of a role or team; `paths`
    are the onboarding paths of a role or team.
    """

    part: str
    who: Contact
    deputy: Contact | None
    lead: Named | None
    groups: tuple[Named, ...]
    covers: tuple[Named, ...]
    ahead: tuple[Contact, ...]
    ends: bool
    turns: tuple[Turn, ...]
    takes: tuple[Turn, ...]
    through: tuple[Through, ...]
    duties: tuple[Sops, ...]
    work: Work
    paths: tuple[Named, ...]
    everybody: str
    map: str
    news: str


def actor(
    name: str, work: Work, duties: Duties, found: Escalations, site: Site, links: Links
) -> Actor:
    """Gather the page; `work` is what they do in steps."""
    part, who = group_of(name, site), site.library.organisation
    own: Person | Role | Team | None = who.actor(name)
    deputy = own.deputy if isinstance(own, Person) else None
    groups = duties.groups.get(name, ())
    ahead = tuple(contact(one, site, links) for one in others(chain(name, who), (name,), who))
    lead = own.lead if isinstance(own, Team) else None
    return Actor(
        part=part,
        who=replace(contact(name, site, links), url=""),
        deputy=contact(deputy.target, site, links) if deputy else None,
        lead=named(lead.target, site, links) if lead else None,
        groups=_all(groups, site, links),
        covers=_all(duties.covers.get(name, ()), site, links),
        ahead=ahead,
        ends=not ahead and not {name, *groups}.isdisjoint(found.tops),
        turns=_turns(found.of(name), site, links, is_source=False),
        takes=_turns(found.onto(name), site, links, is_source=True),
        through=tuple(
            Through(named(one, site, links), _sops("through", duties.answers[one], site, links))
            for one in (groups if part == "person" else ())
            if one in duties.answers
        ),
        duties=_duties(name, duties, site, links),
        work=work,
        # Paths are for roles and teams: of people, who are many, it need not be found out.
        paths=() if part == "person" else tuple(paths_of(name, site, links)),
        everybody=links.own(PEOPLE.key),
        map=links.own(ESCALATION_MAP.key),
        news=links.own(key_of(NEWS.part, f"{part}-{name}")),
    )


def named(name: str, site: Site, links: Links) -> Named:
    """Name somebody, with their page."""
    group = group_of(name, site)
    return Named(site.names.actor(name), links.own(key_of(group, name)) if group else "")


def paths_of(name: str, site: Site, links: Links) -> Iterator[Named]:
    """Yield the onboarding paths for a role or team that have pages."""
    who = site.library.organisation
    for path in who.paths.values():
        url = links.own(path_of(path.id).key)
        if url and name in learners_of(path, who):
            yield Named(path.title, url)


def _all(names: Iterable[str], site: Site, links: Links) -> tuple[Named, ...]:
    return tuple(named(name, site, links) for name in names)


def _turns(
    ways: Iterable[Escalation], site: Site, links: Links, *, is_source: bool
) -> tuple[Turn, ...]:
    turns = (
        Turn(
            named(way.source if is_source else way.target, site, links),
            way.is_rule,
            len(way.handings),
            way.times,
        )
        for way in ways
    )
    return tuple(sorted(turns, key=lambda turn: (not turn.is_rule, fold(turn.who.name))))


def _duties(name: str, duties: Duties, site: Site, links: Links) -> tuple[Sops, ...]:
    found = (
        ("deputy", duties.deputy),
        ("approves", duties.approves),
        ("asked", duties.asked),
        ("told", duties.told),
    )
    return tuple(_sops(key, index[name], site, links) for key, index in found if name in index)


def _sops(key: str, names: tuple[str, ...], site: Site, links: Links) -> Sops:
    titled = sorted(names, key=lambda one: (fold(site.names.sop(one)), one))
    shown = tuple(sop_link(one, site, links) for one in titled[:MOST])
    return Sops(key, shown, max(0, len(names) - MOST))
