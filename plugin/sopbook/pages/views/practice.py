"""What there is to practise: each SOP with its questions, and how much of it they cover."""

from dataclasses import dataclass

from sopbook.core.model import Status
from sopbook.pages.practice.lessons import Extent, Lessons
from sopbook.pages.site import Links, Site


@dataclass(frozen=True, slots=True)
class Lesson:
    """An SOP to practise."""

    id: str
    url: str
    title: str
    status: Status
    extent: Extent


@dataclass(frozen=True, slots=True)
class Practice:
    """All of them, by title, and what they come to together."""

    lessons: tuple[Lesson, ...]
    questions: int
    answers: int
    asked: int


def practice(lessons: Lessons, site: Site, links: Links) -> Practice:
    """Gather what there is to practise."""
    found = [_lesson(name, lessons, site, links) for name in lessons.sops]
    extents = [lesson.extent for lesson in found]
    return Practice(
        tuple(sorted(found, key=lambda lesson: (lesson.title.lower(), lesson.id))),
        sum(extent.questions for extent in extents),
        sum(extent.answers for extent in extents),
        sum(extent.asked for extent in extents),
    )


def _lesson(name: str, lessons: Lessons, site: Site, links: Links) -> Lesson:
    sop = site.library.sops[name]
    return Lesson(name, links.sop(name), sop.title, sop.card.status, lessons.extent(name))
