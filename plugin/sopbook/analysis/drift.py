"""How often a case is handed over on average, and in whose hands it ends."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from sopbook.analysis.arrivals import arrivals
from sopbook.analysis.course import Course, Place, Turn
from sopbook.analysis.hands import NOBODY, Hands, Table, taken
from sopbook.analysis.visits import chance
from sopbook.core.model import Step

_MOST_STATES = 20_000


class Drift(NamedTuple):
    """How often each hands have the case in the end (0 to 1), and the hand-offs on average."""

    hands: Mapping[Hands, float]
    handed: float


class _State(NamedTuple):
    """A place of the course, and who has the case when it comes there."""

    place: int
    hands: Hands


class Chances(NamedTuple):
    """What is known beside a course; `run` says what becomes of a case in another SOP, if known."""

    table: Table
    run: Callable[[Step, Hands], Drift | None]


def drift(course: Course, hands: Hands, chances: Chances) -> Drift | None:
    """Walk a course by chance with a case in some hands; None where it cannot be told."""
    begin = [_State(start, hands) for start in course.starts]
    found = _states(course, begin, chances)
    if found is None:
        return None
    order = sorted(found, key=lambda state: state.place)
    number = {state: at for at, state in enumerate(order)}
    entering = [0.0] * len(order)
    for state in begin:
        entering[number[state]] = 1 / len(begin)
    net = [
        [
            (number[_State(turn.to, then)], share * turn.share)
            for turn in _turns(course, state)
            for then, share in found[state].hands.items()
        ]
        for state in order
    ]
    at = arrivals(net, entering)
    return _summed(course, found, dict(zip(order, at, strict=True))) if at else None


def _summed(course: Course, found: Mapping[_State, Drift], often: Mapping[_State, float]) -> Drift:
    ends: dict[Hands, float] = {}
    for state, share in often.items():
        if not _turns(course, state):
            ends[state.hands] = ends.get(state.hands, 0.0) + share
    return Drift(ends, sum(share * found[state].handed for state, share in often.items()))


def _turns(course: Course, state: _State) -> tuple[Turn, ...]:
    return course.places[state.place].turns if state.place < course.out else ()


def _states(course: Course, begin: list[_State], chances: Chances) -> Mapping[_State, Drift] | None:
    """Find who can have the case at each place, and what becomes of it there."""
    found: dict[_State, Drift] = {}
    waiting = [*begin]
    while waiting:
        state = waiting.pop()
        if state in found:
            continue
        after = _done(course, state, chances)
        if after is None or len(found) > _MOST_STATES:
            return None
        found[state] = after
        waiting += [_State(turn.to, to) for turn in _turns(course, state) for to in after.hands]
    return found


def _done(course: Course, state: _State, chances: Chances) -> Drift | None:
    if state.place == course.out:
        return Drift({state.hands: 1.0}, 0.0)
    place = course.places[state.place]
    after = _one(place, state.hands, chances)
    left = 1 - chance(place)
    if after is None or not left:
        return after
    hands = {to: share * (1 - left) for to, share in after.hands.items()}
    hands[state.hands] = hands.get(state.hands, 0.0) + left
    return Drift(hands, after.handed * (1 - left))


def _one(place: Place, hands: Hands, chances: Chances) -> Drift | None:
    if place.branches:
        return _beside(place.branches, hands, chances)
    found = chances.run(place.step, hands) if place.step.sop else None
    if found:
        return found
    acting = chances.table.acting(place.step)
    [(to, passing)] = taken(place.step, hands, acting, chances.table).items()
    return Drift({to: 1.0}, passing.most)


def _beside(branches: tuple[Course, ...], hands: Hands, chances: Chances) -> Drift | None:
    """Give a case to several at the same time; afterwards all of them have it."""
    whole, handed = {NOBODY: 1.0}, 0.0
    for branch in branches:
        found = drift(branch, hands, chances)
        if found is None or len(whole) * len(found.hands) > _MOST_STATES:
            return None
        handed += found.handed
        joined: dict[Hands, float] = {}
        for one, share in whole.items():
            for other, chance_of in found.hands.items():
                joined[one | other] = joined.get(one | other, 0.0) + share * chance_of
        whole = joined
    return Drift(whole, handed)
