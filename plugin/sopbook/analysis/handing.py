"""How often an SOP hands a case over, with all that runs within it."""

from functools import partial
from itertools import islice
from typing import NamedTuple

from sopbook.analysis.cast import Cast
from sopbook.analysis.courses import Courses
from sopbook.analysis.drift import Chances, Drift, drift
from sopbook.analysis.hands import NOBODY, Case, Change, Hands, Table, passed, told
from sopbook.analysis.times import Answer
from sopbook.core.model import Step

_LONGEST_TALE = 200


class HandOffs(NamedTuple):
    """How often a case is handed over: at least, usually, at most.

    `usual` is the average, None where it cannot be told; `changes` and `answers` tell the way of
    the most.
    """

    fewest: int
    usual: float | None
    most: int
    changes: tuple[Change, ...]
    answers: tuple[Answer, ...]


class Handing:
    """Hand-offs by the id of the SOP, each worked out when it is first asked for."""

    def __init__(self, courses: Courses, cast: Cast) -> None:
        """Take the courses, and who acts in them."""
        self._courses, self._cast = courses, cast
        self._cases: dict[tuple[str, Hands], Case | None] = {}
        self._drifts: dict[tuple[str, Hands], Drift | None] = {}

    def of(self, name: str) -> HandOffs | None:
        """Say how often an SOP hands over; None where it cannot be told."""
        case = self._case(name, NOBODY)
        if not case:
            return None
        worst = max(case.values(), key=lambda passing: passing.most)
        way = tuple(islice(told(worst.trail), _LONGEST_TALE))
        usual = self.usual(name)
        return HandOffs(
            fewest=min(passing.fewest for passing in case.values()),
            usual=usual,
            # Where most cases go back and back, that is even more often than was counted.
            most=max(worst.most, round(usual or 0)),
            changes=tuple(what for what in way if isinstance(what, Change)),
            answers=tuple(what for what in way if isinstance(what, Answer)),
        )

    def usual(self, name: str) -> float | None:
        """Say how often an SOP hands over on average; None where it cannot be told."""
        found = self._drift(name, NOBODY)
        return found.handed if found else None

    def _case(self, name: str, hands: Hands) -> Case | None:
        key = name, hands
        if key not in self._cases:
            course = self._courses.of(name)
            self._cases[key] = passed(course, hands, self._table(name)) if course else None
        return self._cases[key]

    def _drift(self, name: str, hands: Hands) -> Drift | None:
        key = name, hands
        if key not in self._drifts:
            course = self._courses.of(name)
            chances = Chances(self._table(name), partial(self._drifting, name))
            self._drifts[key] = drift(course, hands, chances) if course else None
        return self._drifts[key]

    def _table(self, name: str) -> Table:
        return Table(self._cast.acting, self._cast.is_change, partial(self._running, name))

    def _running(self, name: str, step: Step, hands: Hands) -> Case | None:
        target = self._courses.within(name, step)
        return self._case(target, hands) if target else None

    def _drifting(self, name: str, step: Step, hands: Hands) -> Drift | None:
        target = self._courses.within(name, step)
        return self._drift(target, hands) if target else None
