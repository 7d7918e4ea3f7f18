"""What is counted: what each measure means, which way is better, and which SOPs aim at what."""

from collections.abc import Iterable
from dataclasses import dataclass

from sopbook.core.fold import fold
from sopbook.core.model import Sop, Target
from sopbook.core.names import Names
from sopbook.core.organisation import Measure
from sopbook.pages.browse.places import MEASURES, Way, filtered, measure_anchor, ways
from sopbook.pages.own import OwnPage
from sopbook.pages.site import Links, Site
from sopbook.pages.views.reference import SopLink, sop_link

MOST = 30
"""So many SOPs are named at a measure; the table of all of them has the rest."""


@dataclass(frozen=True, slots=True)
class Aim:
    """An SOP and what it should reach."""

    sop: SopLink
    target: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A measure; `count` is how many SOPs aim at it, `all` is where all of them are listed."""

    anchor: str
    title: str
    meaning: str
    unit: str
    is_better_high: bool
    count: int
    aims: tuple[Aim, ...]
    more: int
    all: str


@dataclass(frozen=True, slots=True)
class Measures:
    """Measures that SOPs aim at; `idle` are the others."""

    ways: tuple[Way, ...]
    entries: tuple[Entry, ...]
    idle: tuple[Entry, ...]


def page(site: Site) -> OwnPage:
    """Give the page, with the places that links may lead to."""
    anchors = tuple(map(measure_anchor, site.library.organisation.measures))
    return OwnPage(MEASURES.part, MEASURES.path, (), anchors)


def measures(site: Site, links: Links) -> Measures:
    """Gather the page."""
    sops = sorted(site.listed.values(), key=lambda sop: (fold(sop.title), sop.id))
    found: dict[str, list[tuple[Sop, Target]]] = {}
    for sop in sops:
        for target in sop.card.measures:
            found.setdefault(target.measure.target, []).append((sop, target))
    known = site.library.organisation.measures.values()
    order = sorted(known, key=lambda one: (fold(site.names.measure(one.id)), one.id))
    entries = [_entry(one, found.get(one.id, ()), site, links) for one in order]
    return Measures(
        ways=ways(links, MEASURES.part),
        entries=tuple(one for one in entries if one.count),
        idle=tuple(one for one in entries if not one.count),
    )


def _entry(
    measure: Measure, targets: Iterable[tuple[Sop, Target]], site: Site, links: Links
) -> Entry:
    every, names = tuple(targets), site.names
    aims = (Aim(sop_link(sop.id, site, links), said(target, names)) for sop, target in every[:MOST])
    return Entry(
        anchor=measure_anchor(measure.id),
        title=names.measure(measure.id),
        meaning=names.meaning(measure.id),
        unit=measure.unit,
        is_better_high=measure.good == "high",
        count=len({sop.id for sop, _ in every}),
        aims=tuple(aims),
        more=max(0, len(every) - MOST),
        all=filtered(links, measure=measure.id),
    )


def said(target: Target, names: Names) -> str:
    """Write what a measure should reach."""
    return names.words(f"target.{target.bound.name.lower()}", amount=target.amount)
