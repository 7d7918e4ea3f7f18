"""The page of an onboarding path: what to read, in which order, by when, and why."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from sopbook.analysis.duty import duty
from sopbook.analysis.learners import learners_of
from sopbook.core.organisation import LearningPath
from sopbook.pages.addresses import filled
from sopbook.pages.learning.lessons import Course, Courses, Lesson
from sopbook.pages.own import LEARNING, PRACTICE, history_of

MOST = 4
"""So many are named whom a case goes to, or comes from."""


@dataclass(frozen=True, slots=True)
class Why:
    """What an SOP asks of the reader: how many of its steps, whom they give to and take from."""

    mine: int
    gives: tuple[str, ...]
    takes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """One SOP of a path. `day` is the working day by which it is read, 0 where none is set.

    `why` is None where that is not known; `url`, `walk` and `practice` lead to the SOP on this
    path, to the guide through it and to its questions.
    """

    lesson: Lesson
    summary: str
    day: int
    why: Why | None
    url: str
    walk: str
    practice: str
    history: str


@dataclass(frozen=True, slots=True)
class Path:
    """A path. `send` is the message to who trains, `send_to` the address, as people read it."""

    course: Course
    stages: tuple[Stage, ...]
    send: str
    send_to: str
    overview: str


def path_view(path: LearningPath, courses: Courses) -> Path:
    """Gather the page of a path."""
    course, site = courses.of(path), courses.site
    send = filled(site.choices.answers.training, {"path": path.id, "title": path.title})
    pairs = zip(course.lessons, course.plan, strict=True)
    return Path(
        course=course,
        stages=tuple(_stages(path, courses, pairs)),
        send=send,
        send_to=_address(send),
        overview=courses.links.own(LEARNING.part),
    )


def _stages(
    path: LearningPath, courses: Courses, lessons: Iterable[tuple[Lesson, int]]
) -> Iterator[Stage]:
    links = courses.links
    who = learners_of(path, courses.site.library.organisation)
    for lesson, day in lessons:
        sop = courses.site.library.sops[lesson.id]
        url = lesson.sop.url
        yield Stage(
            lesson=lesson,
            summary=sop.card.summary,
            day=day,
            why=_why(lesson.id, who, courses),
            url=f"{url}?path={path.id}",
            walk=f"{url}?walk" if lesson.steps else "",
            practice=_practice(lesson.id, courses),
            history=links.page(history_of(lesson.id).path),
        )


def _address(send: str) -> str:
    """Name whom a message goes to: an address of mail, or a site."""
    parts = urlsplit(send)
    return parts.netloc or unquote(parts.path)


def _practice(name: str, courses: Courses) -> str:
    page = courses.links.own(PRACTICE.part)
    return f"{page}?sop={name}" if page and courses.is_practised(name) else ""


def _why(name: str, who: Collection[str], courses: Courses) -> Why | None:
    way = courses.ground.ways.get(name)
    if way is None or not who:
        return None
    passage = courses.ground.estimates.handovers.of(name)
    found = duty(way, who, passage.changes if passage else ())
    gives, takes = (_names(ids, courses) for ids in (found.gives, found.takes))
    return Why(found.mine, gives, takes)


def _names(ids: Iterable[str], courses: Courses) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(courses.site.names.actor, ids)))[:MOST]
