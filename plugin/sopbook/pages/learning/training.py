"""The page for trainers: paths, what no path covers, what changed since a day, who read what."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sopbook.analysis.learners import audiences_of, without_path
from sopbook.core.fold import fold
from sopbook.core.model import Sop
from sopbook.history.changes.kinds import Weight
from sopbook.history.moment import moment
from sopbook.history.telling import Telling
from sopbook.pages.dates import Day, day
from sopbook.pages.learning.lessons import Course, Courses
from sopbook.pages.newest import material
from sopbook.pages.own import TRAINING, history_of
from sopbook.pages.site import Site
from sopbook.pages.views.leads import Neighbour, neighbours
from sopbook.pages.views.listing import IN_FORCE
from sopbook.pages.views.reference import SopLink, sop_link

MOST = 100
"""So many SOPs are listed for each audience that has some in no path."""
MOST_CHANGED = 200
"""So many SOPs are listed that changed, the newest first."""

MOST_SAID = 8
"""So much is told of each change."""

MOST_READ = 200
"""So many SOPs are listed with the paths that have them."""


@dataclass(frozen=True, slots=True)
class Uncovered:
    """The SOPs for an audience that no path of it names. `has_path`: whether it has any path."""

    audience: str
    has_path: bool
    sops: tuple[SopLink, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Changed:
    """An SOP that changed in a way that those who learnt it must know of; `more` is not told."""

    sop: SopLink
    on: Day | None
    said: tuple[str, ...]
    more: int
    history: str
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """An SOP, and the paths on which it is read."""

    sop: SopLink
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Training:
    """What trainers look at. `is_told`: whether the past is known; `more` changed earlier still.

    `roles` do steps and have no path.
    """

    neighbours: tuple[Neighbour, ...]
    courses: tuple[Course, ...]
    readings: tuple[Reading, ...]
    more_readings: int
    roles: tuple[str, ...]
    uncovered: tuple[Uncovered, ...]
    is_told: bool
    changed: tuple[Changed, ...]
    more: int


def trainers(courses: Courses) -> Training:
    """Gather what trainers look at."""
    site, chronicle = courses.site, courses.past.chronicle
    paths = site.library.organisation.paths.values()
    newest = sorted(_newest(courses), key=lambda pair: (-pair[1].entry.commit.time, pair[0].id))
    read = [sop for sop in by_title(site.listed.values()) if site.relations.learnt_in.get(sop.id)]
    return Training(
        neighbours=neighbours(courses.links, TRAINING.part),
        courses=tuple(map(courses.of, paths)),
        readings=tuple(_reading(sop, courses) for sop in read[:MOST_READ]),
        more_readings=max(0, len(read) - MOST_READ),
        roles=tuple(map(site.names.actor, without_path(site.library.organisation, _doing(site)))),
        uncovered=tuple(_uncovered(courses)),
        is_told=bool(chronicle.tellings) and not chronicle.missing,
        changed=tuple(_changed(sop, telling, courses) for sop, telling in newest[:MOST_CHANGED]),
        more=max(0, len(newest) - MOST_CHANGED),
    )


def by_title(sops: Iterable[Sop]) -> list[Sop]:
    """Order SOPs as a list of titles is."""
    return sorted(sops, key=lambda sop: (fold(sop.title), sop.id))


def _reading(sop: Sop, courses: Courses) -> Reading:
    return Reading(sop_link(sop.id, courses.site, courses.links), _paths(sop, courses))


def _paths(sop: Sop, courses: Courses) -> tuple[str, ...]:
    paths = courses.site.library.organisation.paths
    return tuple(paths[name].title for name in courses.site.relations.learnt_in.get(sop.id, ()))


def _doing(site: Site) -> frozenset[str]:
    """Name who does steps of SOPs in force."""
    sops = (sop for sop in site.listed.values() if sop.card.status in IN_FORCE and sop.workflow)
    steps = (step for sop in sops if sop.workflow for step in sop.workflow.steps)
    return frozenset(by.target for step in steps for by in step.by)


def _uncovered(courses: Courses) -> Iterator[Uncovered]:
    site = courses.site
    who = site.library.organisation
    audiences = {path.id: audiences_of(path, who) for path in who.paths.values()}
    for name in who.audiences:
        paths = [path for path in who.paths.values() if name in audiences[path.id]]
        anywhere = [path for path in who.paths.values() if not audiences[path.id]]
        named = {ref.target for path in (*paths, *anywhere) for ref in path.sops}
        found = [sop for sop in site.listed.values() if _is_for(sop, name) and sop.id not in named]
        if found:
            first = by_title(found)[:MOST]
            shown = tuple(sop_link(sop.id, site, courses.links) for sop in first)
            title = site.names.audience(name)
            yield Uncovered(title, bool(paths), shown, len(found) - len(shown))


def _is_for(sop: Sop, audience: str) -> bool:
    return sop.card.status in IN_FORCE and audience in map(str, sop.card.audience)


def _newest(courses: Courses) -> Iterator[tuple[Sop, Telling]]:
    """Yield how each SOP last changed in a way that its readers must know of."""
    for sop in courses.site.listed.values():
        for telling in material(courses.past.chronicle, sop.id)[:1]:
            yield sop, telling


def _changed(sop: Sop, telling: Telling, courses: Courses) -> Changed:
    site, links = courses.site, courses.links
    when = moment(telling.entry.commit, courses.past.zone)
    said = [each.text for each in telling.sentences if each.weight is Weight.MATERIAL]
    return Changed(
        sop=sop_link(sop.id, site, links),
        on=day(when.date(), site.words),
        said=tuple(said[:MOST_SAID]),
        more=max(0, len(said) - MOST_SAID),
        history=links.page(history_of(sop.id).path),
        paths=_paths(sop, courses),
    )
