"""The SOPs of an onboarding path, with what every page about paths tells of each."""

from collections.abc import Callable
from dataclasses import dataclass, field

from sopbook.analysis.duty import works
from sopbook.analysis.reading_time import minutes
from sopbook.checks.ground import Ground
from sopbook.core.model import Sop, Status
from sopbook.core.organisation import LearningPath
from sopbook.pages.learning.plan import spread, working_days
from sopbook.pages.newest import marks, material
from sopbook.pages.past import Past
from sopbook.pages.site import Links, Site
from sopbook.pages.views.reference import SopLink, sop_link, sop_links


@dataclass(frozen=True, slots=True)
class Lesson:
    """An SOP to read. `material` is its newest change that readers must know of, for browsers."""

    id: str
    sop: SopLink
    minutes: int
    steps: int
    material: str


@dataclass(frozen=True, slots=True)
class Over:
    """A name in a path that is nothing to read any more, and what to read instead."""

    sop: SopLink
    instead: tuple[SopLink, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """A path: for whom it is, by when, and its SOPs in order; `url` is its page.

    `days` is how many working days it has, 0 where no time is set.
    """

    id: str
    title: str
    url: str
    audience: str
    within: str
    days: int
    lessons: tuple[Lesson, ...]
    over: tuple[Over, ...]

    @property
    def minutes(self) -> int:
        """Estimate the time to read all of it."""
        return sum(lesson.minutes for lesson in self.lessons)

    @property
    def plan(self) -> tuple[int, ...]:
        """Say by which working day each SOP is read; 0 for any."""
        return tuple(spread(self.days, [lesson.minutes for lesson in self.lessons]))


@dataclass(frozen=True, slots=True)
class Courses:
    """Gathers what is told of paths, as seen from a page; an SOP in many paths is read once.

    `is_practised` says whether there are questions about an SOP, by its id.
    """

    site: Site
    links: Links
    ground: Ground
    past: Past
    is_practised: Callable[[str], bool] = lambda _: False
    _known: dict[str, Lesson] = field(default_factory=dict)

    def of(self, path: LearningPath) -> Course:
        """Gather a path; drafts that are listed nowhere are not listed here."""
        library, listed = self.site.library, self.site.listed
        names = tuple(dict.fromkeys(ref.target for ref in path.sops))
        found = {name: library.sops.get(name) for name in names}
        over = (name for name, sop in found.items() if not sop or is_retired(sop))
        return Course(
            id=path.id,
            title=path.title,
            url=self.links.own(f"path:{path.id}"),
            audience=audience(path, self.site),
            within=path.within.text if path.within else "",
            days=working_days(path.within) if path.within else 0,
            lessons=tuple(
                self.lesson(sop) for name, sop in found.items() if sop and name in listed
            ),
            over=tuple(self._over(name) for name in over),
        )

    def lesson(self, sop: Sop) -> Lesson:
        """Tell of an SOP what every page about paths tells."""
        if sop.id not in self._known:
            way = self.ground.ways.get(sop.id)
            self._known[sop.id] = Lesson(
                sop.id,
                sop_link(sop.id, self.site, self.links),
                minutes(sop),
                len(works(way)) if way else 0,
                marks(material(self.past.chronicle, sop.id)[:1]),
            )
        return self._known[sop.id]

    def _over(self, name: str) -> Over:
        heirs = self.site.relations.replaced_by.get(name, ())
        return Over(sop_link(name, self.site, self.links), sop_links(heirs, self.site, self.links))


def is_retired(sop: Sop) -> bool:
    """Say whether an SOP holds no more."""
    return sop.card.status is Status.RETIRED


def audience(path: LearningPath, site: Site) -> str:
    """Say for whom a path is; "" where nobody wrote it."""
    if path.audience is None:
        return ""
    name = path.audience.target
    is_known = name in site.library.organisation.audiences
    return site.names.audience(name) if is_known else site.names.actor(name)
