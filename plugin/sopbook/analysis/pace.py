"""How soon an SOP can be over, or some step of it be done, by one way of reading its times."""

from collections.abc import Callable, Iterable
from math import inf
from typing import NamedTuple

from sopbook.analysis.course import Course, Place
from sopbook.analysis.courses import Courses
from sopbook.analysis.times import finals, soonest
from sopbook.core.model import Step

Reading = Callable[[Step], float | None]
"""Says what a step takes at least, in seconds; None where the step does not say so itself."""
Goal = Callable[[Step], bool]


class Reached(NamedTuple):
    """When a step is done at the earliest, in seconds, and which."""

    after: float
    step: Step


class Pace:
    """The shortest ways, by the id of the SOP; each is worked out when it is first asked for.

    An SOP that is run is entered, unless the step that runs it says itself what it takes; where it
    cannot be entered it takes nothing: what is not known must not make a way longer.
    """

    def __init__(self, courses: Courses, reading: Reading) -> None:
        """Take the courses, and what their steps take."""
        self._courses, self._reading = courses, reading
        self._bound: dict[str, float] = {}
        self._whole: dict[str, float] = {}
        self._until_goal: dict[tuple[str, Goal], Reached | None] = {}

    def bound(self, name: str) -> float:
        """Say what all steps of an SOP take together: no shortest way, in whole or part, is longer.

        That is soon known, and mostly it is enough.
        """
        if name not in self._bound:
            way = self._courses.way(name)
            steps = way.walked if way else ()
            self._bound[name] = sum(self._bound_of(name, step) for step in steps)
        return self._bound[name]

    def _bound_of(self, name: str, step: Step) -> float:
        said = self._reading(step)
        if said is not None or not step.sop:
            return said or 0.0
        target = self._courses.within(name, step)
        return self.bound(target) if target else 0.0

    def whole(self, name: str) -> float | None:
        """Say how soon an SOP can be over; None where that cannot be told."""
        course = self._courses.of(name)
        if course and name not in self._whole:
            self._whole[name] = self._least(name, course)
        return self._whole.get(name)

    def until(self, name: str, goal: Goal) -> Reached | None:
        """Say how soon the first of some steps can be done; None where none is come to."""
        key = name, goal
        if key not in self._until_goal:
            course = self._courses.of(name)
            self._until_goal[key] = self._until(name, course, goal) if course else None
        return self._until_goal[key]

    def _least(self, name: str, course: Course) -> float:
        at = soonest(course, [self._cost(name, place) for place in course.places])
        return min(at[final] for final in finals(course))

    def _cost(self, name: str, place: Place) -> float:
        step = place.step
        if step.when:
            return 0.0
        if place.branches:
            return max(self._least(name, branch) for branch in place.branches)
        return self._step(name, step)

    def _step(self, name: str, step: Step) -> float:
        said = self._reading(step)
        target = None if said is not None else self._courses.within(name, step)
        return (said or 0.0) if target is None else (self.whole(target) or 0.0)

    def _until(self, name: str, course: Course, goal: Goal) -> Reached | None:
        hits = [self._hit(name, place, goal) for place in course.places]
        # Behind a step that is surely done nobody need look any further.
        costs = [
            inf if goal(place.step) and not place.step.when else self._cost(name, place)
            for place in course.places
        ]
        at = soonest(course, costs)
        return _first(
            Reached(begin + hit.after, hit.step)
            for begin, hit in zip(at, hits, strict=False)
            if hit and begin < inf
        )

    def _hit(self, name: str, place: Place, goal: Goal) -> Reached | None:
        """Say when a step that is meant is done within a place."""
        step = place.step
        if goal(step):
            return Reached(self._step(name, step), step)
        if place.branches:
            branches = (self._until(name, branch, goal) for branch in place.branches)
            return _first(hit for hit in branches if hit)
        target = self._courses.within(name, step)
        if target or not step.sop:
            return self.until(target, goal) if target else None
        # What is not known may be what is looked for.
        return Reached(0.0, step)


def _first(found: Iterable[Reached]) -> Reached | None:
    return min(found, key=lambda reached: reached.after, default=None)
