"""How often each step is done, on average, from the shares of the answers."""

from collections.abc import Mapping, Sequence

from sopbook.analysis.arrivals import Net, arrivals
from sopbook.analysis.course import Course, Place

SKIPPED = 0.5
"""How often an optional step is left out, on average: nobody writes that down."""


def visits(course: Course) -> Mapping[str, float] | None:
    """Say how often each step is done when the course is walked once, by the step's id.

    Joins are left out: they are done as often as what they close. None: it cannot be told.
    """
    found: dict[str, float] = {}
    return found if _count(course, 1.0, found) else None


def _count(course: Course, times: float, found: dict[str, float]) -> bool:
    at = arrivals(net(course), entering(course))
    if at is None:
        return False
    for place, coming in zip(course.places, at, strict=False):
        done = times * coming * chance(place)
        found[place.step.id] = done
        if not all(_count(branch, done, found) for branch in place.branches):
            return False
    return True


def chance(place: Place) -> float:
    """Say how often a step is done when it is come to."""
    return 1 - SKIPPED if place.step.when else 1.0


def net(course: Course) -> Net:
    """Give the course's ways without their words."""
    return [[(turn.to, turn.share) for turn in place.turns] for place in course.places]


def entering(course: Course) -> Sequence[float]:
    """Say how often the course begins at each place: several starts are alike."""
    at = [0.0] * (course.out + 1)
    for start in course.starts:
        at[start] = 1 / len(course.starts)
    return at
