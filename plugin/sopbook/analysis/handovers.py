"""Where cases change hands in each SOP, on any way: out of whose, into whose, and in which step."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from sopbook.analysis.cast import Cast
from sopbook.analysis.course import Course, Place
from sopbook.analysis.courses import Courses
from sopbook.analysis.hands import MOST_HANDS, NOBODY, Change, Hands
from sopbook.analysis.times import finals
from sopbook.core.model import Step

Holders = frozenset[Hands]
"""Those who may have a case at some place, each by another way."""


class Passage(NamedTuple):
    """What becomes of a case that comes to an SOP out of nobody's hands.

    `firsts` may be the first to have it, `lasts` may have it in the end. Where another SOP is run,
    its own changes are not told again, but who gives the case to it, and who gets it back.
    """

    firsts: Holders
    lasts: Holders
    changes: tuple[Change, ...]


class Handovers:
    """Passages by the id of the SOP, each worked out when it is first asked for."""

    def __init__(self, courses: Courses, cast: Cast) -> None:
        """Take the courses, and who acts in them."""
        self._courses, self._cast = courses, cast
        self._found: dict[str, Passage | None] = {}

    def of(self, name: str) -> Passage | None:
        """Say how an SOP hands over; None where it has no workflow, or one that leads to no end."""
        if name not in self._found:
            course = self._courses.of(name)
            self._found[name] = self._passage(name, course) if course else None
        return self._found[name]

    def _passage(self, name: str, course: Course) -> Passage:
        inner = {
            step.id: found
            for step in _steps(course)
            if (target := self._courses.within(name, step)) and (found := self.of(target))
        }
        walk = _Walk(self._cast, inner)
        lasts = walk.through(course, frozenset((NOBODY,)))
        changes = sorted(walk.changes.values(), key=_by_step)
        return Passage(frozenset(walk.firsts), lasts, tuple(changes))


def _steps(course: Course) -> Iterator[Step]:
    for place in course.places:
        yield place.step
        for branch in place.branches:
            yield from _steps(branch)


def _by_step(change: Change) -> tuple[int, list[str], list[str]]:
    return change.step.number, sorted(change.giving), sorted(change.taking)


@dataclass(frozen=True, slots=True)
class _Walk:
    """Goes all ways; `inner` has the passages of SOPs that are run, by the step that runs them."""

    cast: Cast
    inner: dict[str, Passage]
    firsts: set[Hands] = field(default_factory=set)
    changes: dict[tuple[Hands, Hands, str], Change] = field(default_factory=dict)

    def through(self, course: Course, holders: Holders) -> Holders:
        """Say who may have a case in the end that some may have at the beginning."""
        at: list[Holders] = [frozenset()] * (course.out + 1)
        for start in course.starts:
            at[start] = holders
        is_new = True
        while is_new:
            is_new = False
            for number, place in enumerate(course.places):
                after = self._after(place, at[number])
                for turn in place.turns:
                    is_new = is_new or (turn.to <= number and not after <= at[turn.to])
                    at[turn.to] |= after
        return frozenset().union(*(at[final] for final in finals(course)))

    def _after(self, place: Place, holders: Holders) -> Holders:
        if place.branches:
            return self._beside(place.branches, holders)
        step = place.step
        found, acting = self.inner.get(step.id), self.cast.acting(step)
        after = set(holders if step.when else ())
        for hands in holders:
            after |= self._run(hands, found, step) if found else {self._done(hands, acting, step)}
        return frozenset(after)

    def _beside(self, branches: Iterable[Course], holders: Holders) -> Holders:
        """Afterwards all have the case who did something at the same time."""
        whole: Holders = frozenset((NOBODY,))
        for branch in branches:
            lasts = self.through(branch, holders)
            joined = frozenset(one | other for one in whole for other in lasts)
            # Past what can be followed, everybody may have it, all at once.
            whole = joined if len(joined) <= MOST_HANDS else frozenset((NOBODY.union(*joined),))
        return whole

    def _done(self, hands: Hands, acting: Iterable[Hands], step: Step) -> Hands:
        for who in acting:
            self._give(hands, who, step)
            hands = who
        return hands

    def _run(self, hands: Hands, found: Passage, step: Step) -> set[Hands]:
        for first in found.firsts:
            self._give(hands, first, step)
        return {last or hands for last in found.lasts}

    def _give(self, giving: Hands, taking: Hands, step: Step) -> None:
        if not giving:
            self.firsts.add(taking)
        elif self.cast.is_change(giving, taking):
            self.changes[giving, taking, step.id] = Change(giving, taking, step)
