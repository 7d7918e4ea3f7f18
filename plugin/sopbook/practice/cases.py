"""Cases to practise: the fewest ways through a workflow on which every answer is given once."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sopbook.analysis.course import in_turn
from sopbook.analysis.ways import Ways
from sopbook.core.model import Kind
from sopbook.practice.cover import SINK, SOURCE, Arc, Net, fewest_paths

MOST_STEPS = 400
"""Longer workflows are not practised: nobody keeps them in mind."""
_LAPS = 2
_FORKS = frozenset({Kind.ASK, Kind.TOGETHER})


class Leg(NamedTuple):
    """A step on the way, and which of its exits is taken from there; -1 where the case ends."""

    step: str
    exit: int


Case = tuple[Leg, ...]


def cases(way: Ways) -> tuple[Case, ...]:
    """Give the fewest cases that take every answer and every branch that can be got to.

    They are the fewest there can be where nothing leads back. Where something does, a case goes
    back once, and what it does after that spares no other case but one that adds nothing.
    """
    if len(way.reached) > MOST_STEPS:
        return ()
    found = [_case(path) for path in fewest_paths(_net(way))]
    return tuple(_needed(found, way))


def _net(way: Ways) -> Net:
    """Lay the workflow out twice: what leads back goes from the first lap to the second."""
    names = in_turn(way.starts, way.onward, "")
    at = {name: place for place, name in enumerate(names)}
    arcs = [Arc(SOURCE, at[start] + 2, ("", 0), is_needed=True) for start in way.starts]
    for lap in range(_LAPS):
        for name in names:
            found = list(_arcs(way, name, at, lap))
            arcs += found or [
                Arc(at[name] + lap * len(names) + 2, SINK, (name, -1), is_needed=False)
            ]
    return Net(len(names) * _LAPS + 2, arcs)


def _arcs(way: Ways, name: str, at: dict[str, int], lap: int) -> Iterator[Arc]:
    step, tail = way.steps[name], at[name] + lap * len(at) + 2
    for number, each in enumerate(step.exits):
        goes_back = at[each.target] <= at[name]
        if lap + goes_back < _LAPS:
            head = at[each.target] + (lap + goes_back) * len(at) + 2
            yield Arc(tail, head, (name, number), step.kind in _FORKS and not lap)


def _case(path: Sequence[Arc]) -> Case:
    return tuple(Leg(*arc.name) for arc in path if arc.tail != SOURCE)


def _needed(found: list[Case], way: Ways) -> Iterator[Case]:
    """Leave out cases that add nothing to the others."""
    counts: dict[Leg, int] = {}
    for case in found:
        for leg in set(case):
            counts[leg] = counts.get(leg, 0) + 1
    for case in found:
        own = [leg for leg in set(case) if way.steps[leg.step].kind in _FORKS and leg.exit >= 0]
        starts = [case[0]] if case[0].step in way.starts else []
        if all(counts[leg] > 1 for leg in (*own, *starts)):
            for leg in set(case):
                counts[leg] -= 1
        else:
            yield case
