"""The courses of all SOPs, and which of them run within which."""

from collections.abc import Mapping
from functools import cached_property

from sopbook.analysis.calls import Calls, calls
from sopbook.analysis.circles import circles
from sopbook.analysis.course import Course, course
from sopbook.analysis.ways import Ways
from sopbook.core.model import Step

_DEEPEST = 20
"""SOPs that run others, which run others … are entered so deep; nobody keeps more in mind."""


class Courses:
    """Courses by the id of their SOP, each made when it is first asked for."""

    def __init__(self, ways: Mapping[str, Ways]) -> None:
        """Take the ways of every workflow that can be read."""
        self._ways = ways
        self._made: dict[str, Course | None] = {}

    def of(self, name: str) -> Course | None:
        """Give an SOP's course; None where it has no workflow, or one that leads to no end."""
        if name not in self._made:
            way = self._ways.get(name)
            self._made[name] = course(way) if way else None
        return self._made[name]

    def way(self, name: str) -> Ways | None:
        """Give an SOP's ways, if it has a workflow."""
        return self._ways.get(name)

    def within(self, name: str, step: Step) -> str | None:
        """Give the SOP that a step of the SOP `name` runs, if it can be entered from there.

        Not entered is what has no workflow, what would lead round in a circle, and what is nested
        too deep: what happens there counts as not known.
        """
        target = step.sop.target if step.sop else ""
        is_known = self.of(target) is not None
        is_open = target not in self._deep and not self._is_round(name, target)
        return target if is_known and is_open else None

    def _is_round(self, name: str, target: str) -> bool:
        return name in self._rings and self._rings[name] == self._rings.get(target)

    @cached_property
    def _runs(self) -> Calls:
        return calls(self._ways)

    @cached_property
    def _rings(self) -> Mapping[str, int]:
        """Number the circles of SOPs that run each other."""
        rings = enumerate(circles(self._runs))
        return {name: number for number, ring in rings for name in ring}

    @cached_property
    def _deep(self) -> frozenset[str]:
        """Find SOPs below which too many others are nested."""
        others = {
            name: [run for run in runs if not self._is_round(name, run)]
            for name, runs in self._runs.items()
        }
        left = frozenset(name for name, runs in others.items() if runs)
        for _ in range(_DEEPEST):
            left = frozenset(name for name in left if not left.isdisjoint(others[name]))
        return left
