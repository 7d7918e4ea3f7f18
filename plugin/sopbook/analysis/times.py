"""How long a course takes: at least, usually and at most, as a whole and by its ends."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import inf
from typing import NamedTuple

from sopbook.analysis.arrivals import arrivals
from sopbook.analysis.course import Course, Place
from sopbook.analysis.visits import chance, entering, net
from sopbook.core.model import Step

TIMES_BACK = 2
"""For the longest time the work goes back to an earlier step so often, and no more: no step is
done more than three times. Usual times need no such bound: they are averages over all ways."""


class Time(NamedTuple):
    """Seconds: at least, usually, at most. `usual` is None where it cannot be told."""

    least: float
    usual: float | None
    most: float


NO_TIME = Time(0.0, 0.0, 0.0)
Cost = Callable[[Step], Time]
"""Says what a step takes when it is done."""
Beside = Callable[[Iterable[float]], float]
"""Says what branches take together: `sum` of work, `max` of time."""


class Answer(NamedTuple):
    """A way that was taken: the step's id, and the words on the arrow."""

    step: str
    label: str


class Reckoning(NamedTuple):
    """What a course takes, as a whole and by the ids of its ends; how the longest way goes."""

    whole: Time
    ends: Mapping[str, Time]
    longest: tuple[Answer, ...]


class Trail(NamedTuple):
    """A way so far, read from its last turn back: from which place, and by which words."""

    before: "Trail | None"
    place: int
    label: str


def reckon(course: Course, cost: Cost, beside: Beside) -> Reckoning:
    """Work out all times of a course.

    An optional step is not on the shortest way, is on the longest, and counts half in between.
    """
    costs = tuple(cost_of(place, cost, beside) for place in course.places)
    soon = soonest(course, [time.least for time in costs])
    late, trails = _latest(course, [time.most for time in costs])
    over = finals(course)
    usual, by_end = _usual(course, costs, over)
    last = max(over, key=late.__getitem__)
    ends = {
        course.places[final].step.id: _time(soon[final], by_end.get(final), late[final])
        for final in over
        if final < course.out
    }
    whole = _time(min(soon[final] for final in over), usual, late[last])
    return Reckoning(whole, ends, _answers(course, trails[last]))


def _time(least: float, usual: float | None, most: float) -> Time:
    """Put a time together: where most cases go back and back, the usual is the longest."""
    return Time(least, usual, max(most, usual or 0.0))


def cost_of(place: Place, cost: Cost, beside: Beside) -> Time:
    """Say what a place takes, with its branches; an optional step counts half."""
    time = _beside(place.branches, cost, beside) if place.branches else cost(place.step)
    if not place.step.when:
        return time
    usual = None if time.usual is None else time.usual * chance(place)
    return Time(0.0, usual, time.most)


def _beside(branches: tuple[Course, ...], cost: Cost, beside: Beside) -> Time:
    found = [reckon(branch, cost, beside).whole for branch in branches]
    usual = [time.usual for time in found if time.usual is not None]
    return Time(
        beside(time.least for time in found),
        beside(usual) if len(usual) == len(found) else None,
        beside(time.most for time in found),
    )


def finals(course: Course) -> list[int]:
    """Give the places where the course is over: its ends, or what is behind a branch."""
    ends = [at for at, place in enumerate(course.places) if not place.turns]
    return ends or [course.out]


def rounds(course: Course) -> int:
    """Say how often to go through a course for all that is counted of going back."""
    return TIMES_BACK + 1 if course.goes_back else 1


def soonest(course: Course, costs: Sequence[float]) -> list[float]:
    """Say when each place is come to at the earliest; infinity where never."""
    at = [inf] * (course.out + 1)
    for start in course.starts:
        at[start] = 0.0
    for _ in range(rounds(course)):
        # It hardly ever pays to go back; then once is enough.
        if not _sooner(course, costs, at):
            break
    return at


def _sooner(course: Course, costs: Sequence[float], at: list[float]) -> bool:
    again = False
    for place, (_, turns, _) in enumerate(course.places):
        done = at[place] + costs[place]
        for turn in turns:
            if done < at[turn.to]:
                at[turn.to] = done
                again = again or turn.to <= place
    return again


def _latest(course: Course, costs: Sequence[float]) -> tuple[list[float], "list[Trail | None]"]:
    """Say when each place is come to at the latest, and on which way.

    Each round goes through all places in order; what goes back is where the next round begins.
    """
    begin, came = [-inf] * (course.out + 1), list[Trail | None]([None] * (course.out + 1))
    for start in course.starts:
        begin[start] = 0.0
    at, trails = begin, came
    for _ in range(rounds(course)):
        at, trails = [*begin], [*came]
        for place, (_, turns, _) in enumerate(course.places):
            done = at[place] + costs[place]
            for turn in turns:
                known, ways = (at, trails) if turn.to > place else (begin, came)
                if done > known[turn.to]:
                    known[turn.to] = done
                    ways[turn.to] = Trail(trails[place], place, turn.label)
    return at, trails


def _answers(course: Course, trail: "Trail | None") -> tuple[Answer, ...]:
    """List the answers on a way, each once."""
    found: list[Answer] = []
    while trail:
        if trail.label:
            found.append(Answer(course.places[trail.place].step.id, trail.label))
        trail = trail.before
    return tuple(dict.fromkeys(reversed(found)))


def _usual(
    course: Course, costs: Sequence[Time], over: Sequence[int]
) -> tuple[float | None, Mapping[int, float]]:
    """Say what is usual as a whole, and for those who come to each end."""
    ways = net(course)
    at = arrivals(ways, entering(course))
    each = [time.usual for time in costs if time.usual is not None]
    if at is None or len(each) < len(costs):
        return None, {}
    spent = [coming * time for coming, time in zip(at, each, strict=False)]
    # What was spent at a place has gone by wherever one comes from there.
    past = [0.0] * len(at)
    for place, turns in enumerate(ways):
        for to, share in turns:
            past[to] += spent[place] * share
    until = arrivals(ways, past) or at
    return sum(spent), {final: until[final] / at[final] for final in over if at[final]}
