"""How often a customer is passed on while they wait: on one line, in one chat, at one counter."""

from collections.abc import Mapping

from sopbook.analysis.cast import Cast
from sopbook.analysis.course import Course, Place
from sopbook.analysis.hands import MOST_HANDS, NOBODY, Change, Hands
from sopbook.core.measures import MINUTE, Duration
from sopbook.core.model import Kind, Step

PATIENCE = 30 * MINUTE
"""Nobody holds the line so long, or waits in a chat."""

Held = Mapping[Hands, tuple[Change, ...]]
"""By who has the customer: how they were passed on since they came, on the way with the most."""


def passed_on(course: Course, cast: Cast) -> tuple[Change, ...]:
    """Give the hand-overs of the contact with the most of them, on ways that do nothing twice.

    A contact is over where there is so much time that the customer is away meanwhile: at a step
    with such a deadline, at a wait, at a `together`. Another SOP that is run passes on by itself.
    """
    at: list[dict[Hands, tuple[Change, ...]]] = [{} for _ in course.places]
    for start in course.starts:
        at[start] = {NOBODY: ()}
    longest: tuple[Change, ...] = ()
    for number, place in enumerate(course.places):
        after = _done(place, at[number], cast)
        longest = max((longest, *after.values()), key=len)
        for turn in place.turns:
            if turn.to > number:
                _gather(at[turn.to], after)
    return longest


def _gather(into: dict[Hands, tuple[Change, ...]], held: Held) -> None:
    for hands, changes in held.items():
        if hands in into:
            into[hands] = max(into[hands], changes, key=len)
        elif len(into) < MOST_HANDS:
            into[hands] = changes


def _done(place: Place, held: Held, cast: Cast) -> Held:
    """Do a step while customers wait; an optional one may be left out."""
    step, acting = place.step, cast.acting(place.step)
    is_over = bool(place.branches) or _is_slow(step)
    if not acting and not is_over:
        return held
    after: dict[Hands, tuple[Change, ...]] = dict(held) if step.when else {}
    for hands, changes in held.items():
        _gather(after, {NOBODY: ()} if is_over else _passed(step, acting, (hands, changes), cast))
    return after


def _passed(
    step: Step, acting: tuple[Hands, ...], held: tuple[Hands, tuple[Change, ...]], cast: Cast
) -> Held:
    hands, changes = held
    for who in acting:
        if hands and cast.is_change(hands, who):
            changes = (*changes, Change(hands, who, step))
        hands = who
    return {NOBODY: ()} if _is_long(step.after) else {hands: changes}


def _is_slow(step: Step) -> bool:
    if step.kind is Kind.WAIT and not step.takes:
        return True
    return _is_long(step.within) or _is_long(step.takes)


def _is_long(time: Duration | None) -> bool:
    return time is not None and time.most >= PATIENCE
