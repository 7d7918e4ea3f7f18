"""Through whose hands a case goes: how often it is handed over, and on which way most often.

A case is in the hands of those who did the last step by a person of ours; machines and the
customer take it from nobody. It changes hands where none of those who had it goes on with it, and
where it is escalated. As with times, a case goes back to an earlier step twice at most.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from sopbook.analysis.course import Course, Place
from sopbook.analysis.times import Answer, finals, rounds
from sopbook.core.model import Kind, Step

Hands = frozenset[str]
"""Those who have the case: people, roles and teams by id. Empty: nobody has it yet."""
NOBODY: Hands = frozenset()

MOST_HANDS = 64
"""So many may have the case at one step, by the ways it came; nobody can follow more."""


class Change(NamedTuple):
    """A hand-over: from whose hands to whose, in which step."""

    giving: Hands
    taking: Hands
    step: Step


class Trail(NamedTuple):
    """A way so far, read from its end: a hand-over, an answer, or a way of its own."""

    before: "Trail | None"
    what: "Change | Answer | Trail"


class Passing(NamedTuple):
    """How often a case was handed over so far: at least, at most, and the way of the most."""

    fewest: int
    most: int
    trail: Trail | None


START = Passing(0, 0, None)
Case = Mapping[Hands, Passing]
"""How a case came to those who have it, by who has it."""


class Table(NamedTuple):
    """What is known beside a course: who acts in a step, who is who, what other SOPs do.

    `acting` says through whose hands a step goes, in order. `run` walks the SOP that a step runs,
    with a case in some hands; None: what it does is not known.
    """

    acting: Callable[[Step], tuple[Hands, ...]]
    changes: Callable[[Hands, Hands], bool]
    run: Callable[[Step, Hands], Case | None]


def passed(course: Course, hands: Hands, table: Table) -> Case | None:
    """Walk a course with a case in some hands; None where it goes through too many."""
    begin: list[dict[Hands, Passing]] = [{} for _ in range(course.out + 1)]
    for start in course.starts:
        begin[start] = {hands: START}
    at = begin
    for _ in range(rounds(course)):
        # What goes back is where the next round begins.
        at = [dict(case) for case in begin]
        for number, place in enumerate(course.places):
            after = _done(place, at[number], table)
            if after is None or len(after) > MOST_HANDS:
                return None
            for turn in place.turns:
                into = at if turn.to > number else begin
                _gather(into[turn.to], after, Answer(place.step.id, turn.label))
    ends: dict[Hands, Passing] = {}
    for final in finals(course):
        _gather(ends, at[final])
    return ends


def _gather(into: dict[Hands, Passing], case: Case, answer: Answer | None = None) -> None:
    """Let ways meet: of those in the same hands the fewest and the most are kept."""
    for hands, (fewest, most, trail) in case.items():
        way = Trail(trail, answer) if answer and answer.label else trail
        known = into.get(hands)
        if known is None:
            into[hands] = Passing(fewest, most, way)
        elif most > known.most:
            into[hands] = Passing(min(fewest, known.fewest), most, way)
        elif fewest < known.fewest:
            into[hands] = known._replace(fewest=fewest)


def _done(place: Place, case: Case, table: Table) -> Case | None:
    """Do a step with a case; an optional one may be left out."""
    step = place.step
    if not (step.by or step.to or step.sop or place.branches):
        return case
    acting = () if place.branches else table.acting(step)
    after = dict(case) if step.when else {}
    for hands, passing in case.items():
        found = _one(place, hands, acting, table)
        if found is None:
            return None
        _gather(after, _later(passing, found))
    return after


def _one(place: Place, hands: Hands, acting: Iterable[Hands], table: Table) -> Case | None:
    if place.branches:
        return _beside(place.branches, hands, table)
    found = table.run(place.step, hands) if place.step.kind is Kind.SOP else None
    return found or taken(place.step, hands, acting, table)


def taken(step: Step, hands: Hands, acting: Iterable[Hands], table: Table) -> Case:
    """Put a case into the hands of a step, one after the other."""
    count, trail = 0, None
    for who in acting:
        if hands and table.changes(hands, who):
            count, trail = count + 1, Trail(trail, Change(hands, who, step))
        hands = who
    return {hands: Passing(count, count, trail)}


def _later(passing: Passing, found: Case) -> Case:
    """Add what happened before."""
    fewest, most, trail = passing
    return {
        hands: Passing(
            fewest + later.fewest,
            most + later.most,
            Trail(trail, later.trail) if later.trail else trail,
        )
        for hands, later in found.items()
    }


def _beside(branches: Iterable[Course], hands: Hands, table: Table) -> Case | None:
    """Give a case to several at the same time; afterwards all of them have it."""
    whole: dict[Hands, Passing] = {NOBODY: START}
    for branch in branches:
        found = passed(branch, hands, table)
        if found is None or len(found) * len(whole) > MOST_HANDS:
            return None
        before, whole = whole, {}
        for one, passing in before.items():
            later = _later(passing, found)
            _gather(whole, {one | other: more for other, more in later.items()})
    return whole


def told(trail: Trail | None) -> Iterator[Change | Answer]:
    """Tell a way from its beginning."""
    steps: list[Change | Answer | Trail] = []
    while trail:
        steps.append(trail.what)
        trail = trail.before
    for what in reversed(steps):
        if isinstance(what, Trail):
            yield from told(what)
        else:
            yield what
