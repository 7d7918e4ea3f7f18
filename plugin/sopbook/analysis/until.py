"""How long it usually takes until some step is done."""

from collections.abc import Callable
from typing import NamedTuple

from sopbook.analysis.arrivals import arrivals
from sopbook.analysis.course import Course, Place
from sopbook.analysis.times import Cost, cost_of
from sopbook.analysis.visits import chance, entering
from sopbook.core.model import Step


class Until(NamedTuple):
    """How long it usually takes until a step is done, in cases that come to one that is meant.

    `step` is the one that most of them come to first.
    """

    usual: float
    step: Step


Hit = Callable[[Step], Until | None]
"""Says whether a step is one that is meant, and how long it takes; or one within it."""


def until(course: Course, cost: Cost, hit: Hit) -> Until | None:
    """Walk a course until a step that is meant; None where none is come to, or it cannot be told.

    Of the branches of a `together` the one counts in which it is usually done first.
    """
    hits = [_within(place, cost, hit) for place in course.places]
    both = tuple(zip(course.places, hits, strict=True))
    times = [0.0 if found else cost_of(place, cost, max).usual for place, found in both]
    # Who comes to such a step goes on only where it may be left out.
    net = [
        [(to, share * (1 - chance(place) if found else 1.0)) for to, share, _ in place.turns]
        for place, found in both
    ]
    at = arrivals(net, entering(course))
    if at is None or None in times:
        return None
    past = [0.0] * len(at)
    for place, turns in enumerate(net):
        for to, share in turns:
            past[to] += at[place] * (times[place] or 0.0) * share
    return _first(course, hits, at, arrivals(net, past) or at)


def _first(
    course: Course, hits: list[Until | None], at: list[float], before: list[float]
) -> Until | None:
    """Put together when, and how often, each step that is meant is the first to be done."""
    whole, often, most, step = 0.0, 0.0, 0.0, None
    for number, (place, found) in enumerate(zip(course.places, hits, strict=True)):
        if found:
            share = at[number] * chance(place)
            whole += before[number] * chance(place) + share * found.usual
            often += share
            most, step = max((most, step), (share, found.step), key=lambda one: one[0])
    return Until(whole / often, step) if step else None


def _within(place: Place, cost: Cost, hit: Hit) -> Until | None:
    """Say whether a step that is meant is done within a place."""
    branches = (until(branch, cost, hit) for branch in place.branches)
    found = (each for each in branches if each)
    return hit(place.step) or min(found, key=lambda each: each.usual, default=None)
