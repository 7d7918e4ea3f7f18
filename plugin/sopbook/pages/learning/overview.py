"""The page of all onboarding paths."""

import json
from dataclasses import dataclass

from sopbook.pages.learning.lessons import Course, Courses


@dataclass(frozen=True, slots=True)
class Entry:
    """A path; `lessons` has the newest change of each of its SOPs by its id, as JSON."""

    course: Course
    lessons: str


@dataclass(frozen=True, slots=True)
class Learning:
    """All paths, in the order in which they were written."""

    entries: tuple[Entry, ...]


def learning(courses: Courses) -> Learning:
    """Gather all paths."""
    paths = courses.site.library.organisation.paths.values()
    return Learning(tuple(_entry(courses.of(path)) for path in paths))


def _entry(course: Course) -> Entry:
    found = {lesson.id: lesson.material for lesson in course.lessons}
    return Entry(course, json.dumps(found, separators=(",", ":")))
