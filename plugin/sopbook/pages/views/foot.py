"""The bottom of an SOP's page: what it belongs to, and how to mend it."""

from dataclasses import dataclass

from sopbook.core.model import Ref, Sop
from sopbook.pages.past import Past
from sopbook.pages.site import Links, Site
from sopbook.pages.views.membership import Membership, memberships
from sopbook.pages.views.reference import SopLink, sop_links
from sopbook.pages.views.reminder import confirmation


@dataclass(frozen=True, slots=True)
class Group:
    """SOPs that stand in one relation to this one; `key` names its words."""

    key: str
    sops: tuple[SopLink, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A file behind the page; `key` names what it holds."""

    key: str
    path: str
    url: str


@dataclass(frozen=True, slots=True)
class Foot:
    """All that stands below the text."""

    id: str
    groups: tuple[Group, ...]
    paths: tuple[Membership, ...]
    sources: tuple[Source, ...]
    report: str
    confirm: str


def foot(sop: Sop, site: Site, links: Links, past: Past | None = None) -> Foot:
    """Gather the foot of a page; a relation without SOPs, a source without address are left out."""
    groups = (Group(key, sop_links(names, site, links)) for key, names in _related(sop, site))
    return Foot(
        id=sop.id,
        groups=tuple(group for group in groups if group.sops),
        paths=memberships(sop, site, links),
        sources=tuple(source for source in _sources(sop, links) if source.url),
        report=site.problem(sop),
        confirm=confirmation(sop, past, site),
    )


def _related(sop: Sop, site: Site) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found = site.relations
    return (
        ("replaces", _one(sop.card.replaces)),
        ("replaced_by", found.replaced_by.get(sop.id, ())),
        ("improves", _one(sop.card.improves)),
        ("improved_by", found.improved_by.get(sop.id, ())),
        ("runs", found.runs.get(sop.id, ())),
        ("run_by", found.run_by.get(sop.id, ())),
        ("related", found.related.get(sop.id, ())),
    )


def _one(ref: Ref | None) -> tuple[str, ...]:
    return (ref.target,) if ref else ()


def _sources(sop: Sop, links: Links) -> tuple[Source, ...]:
    paths = (("workflow", sop.workflow_path), ("markdown", sop.markdown_path))
    return tuple(Source(key, path, links.edit(path)) for key, path in paths if path)
