"""What a promise to the customer is about: the first answer, a step that keeps it, or the whole."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from sopbook.checks.vocabulary import ANSWERS, FIRST, words
from sopbook.core.fold import fold
from sopbook.core.model import CUSTOMER, Kind, Promise, Sop, Step

_ANSWERING = frozenset({Kind.DO, Kind.ASK, Kind.ESCALATE})
_KEEPING = frozenset({Kind.DO, Kind.WAIT, Kind.ESCALATE, Kind.END})
_STEM = 4
_ENDING = 2


class About(NamedTuple):
    """A promise, and which steps keep it, the first of them; None: it is kept at the end."""

    promise: Promise
    keeps: Callable[[Step], bool] | None


def judged(sop: Sop) -> Iterator[About]:
    """Yield the promises that can be held against the steps.

    Of those that are about no step only the longest on the card is surely about the end: shorter
    ones may be kept on the way, by steps that use other words.
    """
    longest = max((promise.time.most for promise in sop.card.promise), default=0.0)
    for promise in sop.card.promise:
        said = words(promise.what)
        if is_first_answer(said):
            yield About(promise, answers)
        elif steps := tuple(_keeping(said, sop)) if said else ():
            yield About(promise, partial(_is_among, steps))
        elif promise.time.most == longest:
            yield About(promise, None)


def _is_among(steps: tuple[Step, ...], step: Step) -> bool:
    # Another SOP may have a step like one of these.
    return any(step is one for one in steps)


def is_first_answer(said: Iterable[str]) -> bool:
    """Say whether these words are about the first answer: a `full answer` is another."""
    rest = set(said) - FIRST
    return bool(rest) and rest <= ANSWERS


def answers(step: Step) -> bool:
    """Say whether the customer hears from the department in a step: somebody else does it."""
    return step.kind in _ANSWERING and (not step.by or any(str(by) != CUSTOMER for by in step.by))


def _keeping(said: list[str], sop: Sop) -> Iterator[Step]:
    """Yield the steps that use the words of a promise."""
    for step in sop.workflow.steps if sop.workflow else ():
        # First a quick look: taking each text apart would cost more than all the rest.
        if step.kind in _KEEPING and all(one[:_STEM] in fold(step.text) for one in said):
            used = words(step.text)
            if all(any(_are_alike(one, other) for other in used) for one in said):
                yield step


def _are_alike(one: str, other: str) -> bool:
    """Say whether two words are forms of one: `delivery` and `delivered`."""
    shorter = min(len(one), len(other))
    same = max(_STEM, shorter - _ENDING)
    return one == other or (shorter >= _STEM and one[:same] == other[:same])
