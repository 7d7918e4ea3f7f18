"""The home: search first, what is theirs for each reader, all SOPs, and what leads look after."""

from collections.abc import Iterator
from dataclasses import dataclass

from sopbook.core.days import review_due
from sopbook.core.fold import fold
from sopbook.core.organisation import Organisation
from sopbook.pages.dates import Day, day
from sopbook.pages.directory.actor import paths_of
from sopbook.pages.lookup import A_TO_Z, EVERY, LOOKUP
from sopbook.pages.newest import NEWEST
from sopbook.pages.news.circles import Group, circles_in
from sopbook.pages.own import CHECKED, LEARNING, key_of
from sopbook.pages.site import Links, Site
from sopbook.pages.views.leads import Neighbour, neighbours
from sopbook.pages.views.listing import IN_FORCE, Listing, filtered, listing
from sopbook.pages.views.reference import SopLink, sop_link

REVIEWS = 5
"""So many reviews are shown: nobody does more in a day."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A role that a reader may have; where its page, SOPs and onboarding are; "" for nowhere.

    `leads` where others turn to it when they cannot go on.
    """

    id: str
    title: str
    url: str
    sops: str
    path: str
    leads: bool


@dataclass(frozen=True, slots=True)
class Due:
    """An SOP, and when it must be looked at again."""

    sop: SopLink
    due: Day


@dataclass(frozen=True, slots=True)
class Duties:
    """What those who lead look after: the reviews due first, drafts, and what the checks found."""

    reviews: tuple[Due, ...]
    all_reviews: str
    overdue: str
    drafts: int
    all_drafts: str
    findings: int
    all_findings: str
    neighbours: tuple[Neighbour, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What stands on top: the search, who the reader is, and what the browser remembers.

    `search` is where one looks without scripts; `is_told` where returning readers are reminded.
    """

    search: str
    choices: tuple[Choice, ...]
    is_told: bool


@dataclass(frozen=True, slots=True)
class Home:
    """All SOPs, then the pages to look things up, then what leads look after (None: nothing)."""

    listing: Listing
    lookup: tuple[Neighbour, ...]
    duties: Duties | None


def finding(site: Site, links: Links) -> Finding:
    """Prepare what stands on top of a home."""
    search = links.own(A_TO_Z) or links.own(EVERY)
    return Finding(search, tuple(_choices(site, links)), is_told=bool(links.page(NEWEST)))


def home(site: Site, links: Links, findings: int) -> Home:
    """List all that a reader can go to from here; `findings` is how many the checks have."""
    found = ((key, links.own(key)) for key in LOOKUP)
    return Home(
        listing=listing(site, links),
        lookup=tuple(Neighbour(key, url, is_here=False) for key, url in found if url),
        duties=_duties(site, links, findings) if neighbours(links) else None,
    )


def _choices(site: Site, links: Links) -> Iterator[Choice]:
    """Yield the roles that some SOP concerns, in the order of the organisation's file."""
    organisation = site.library.organisation
    concerned = {
        circle.id
        for circle in circles_in(site.listed.values(), site.names)
        if circle.group is Group.ROLE
    }
    leading = _leading(organisation)
    for name in organisation.roles:
        if name in concerned:
            url, sops = links.own(key_of("role", name)), filtered(links, "role", name)
            paths = [path.url for path in paths_of(name, site, links)]
            path = links.own(LEARNING.key) if len(paths) > 1 else "".join(paths)
            yield Choice(name, site.names.actor(name), url, sops, path, leads=name in leading)


def _leading(organisation: Organisation) -> frozenset[str]:
    """Find the roles that lead a team, or that others escalate to."""
    roles, teams = organisation.roles.values(), organisation.teams.values()
    named = [role.escalates_to for role in roles]
    named += [ref for team in teams for ref in (team.lead, team.escalates_to)]
    return frozenset(ref.target for ref in named if ref)


def _duties(site: Site, links: Links, findings: int) -> Duties:
    drafts = sum(sop.card.status not in IN_FORCE for sop in site.listed.values())
    return Duties(
        reviews=tuple(_reviews(site, links)),
        all_reviews=filtered(links, "sort", "review"),
        overdue=filtered(links, "review", "overdue"),
        drafts=drafts,
        all_drafts=filtered(links, "status", "draft"),
        findings=findings,
        all_findings=links.own(CHECKED.part),
        neighbours=neighbours(links),
    )


def _reviews(site: Site, links: Links) -> Iterator[Due]:
    sops = (sop for sop in site.listed.values() if sop.card.status in IN_FORCE)
    found = ((due, sop) for sop in sops if (due := review_due(sop.card)))
    first = sorted(found, key=lambda pair: (pair[0], fold(pair[1].title), pair[1].id))
    for due, sop in first[:REVIEWS]:
        shown = day(due, site.words)
        if shown:
            yield Due(sop_link(sop.id, site, links), shown)
