"""Where an SOP stands in onboarding paths, and what is next there: a line on its own page."""

from dataclasses import dataclass

from sopbook.core.model import Sop
from sopbook.core.organisation import LearningPath
from sopbook.pages.site import Links, Site
from sopbook.pages.views.reference import SopLink

MOST = 6
"""So many paths are named: more would be a list nobody reads."""


@dataclass(frozen=True, slots=True)
class Membership:
    """A path that an SOP belongs to: its place there, from 1, and the next SOP (None: the last)."""

    id: str
    title: str
    url: str
    number: int
    count: int
    following: SopLink | None


def memberships(sop: Sop, site: Site, links: Links) -> tuple[Membership, ...]:
    """Say which paths an SOP belongs to."""
    paths = site.library.organisation.paths
    found = [paths[name] for name in site.relations.learnt_in.get(sop.id, ())]
    members = (_membership(sop, path, site, links) for path in found)
    return tuple(one for one in members if one)[:MOST]


def _membership(sop: Sop, path: LearningPath, site: Site, links: Links) -> Membership | None:
    names = [name for name in dict.fromkeys(map(str, path.sops)) if name in site.listed]
    url = links.own(f"path:{path.id}")
    if sop.id not in names or not url:
        return None
    place = names.index(sop.id)
    following = None
    if place + 1 < len(names):
        after = site.listed[names[place + 1]]
        following = SopLink(after.title, f"{links.sop(after.id)}?path={path.id}", after.card.status)
    return Membership(path.id, path.title, url, place + 1, len(names), following)
