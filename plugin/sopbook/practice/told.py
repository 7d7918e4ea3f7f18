"""What a new hire is told of a case: how it began, what was answered, what was done last."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from sopbook.analysis.ways import Ways
from sopbook.core.model import Kind
from sopbook.practice.cases import Leg
from sopbook.practice.exercise import Told

_MOST = 5
"""So much is told of what was answered, the last of it: nobody keeps more in mind."""
_NO_DEED = frozenset({Kind.ASK, Kind.TOGETHER, Kind.JOIN})


def told(way: Ways, legs: Sequence[Leg], captions: Mapping[str, str]) -> tuple[Told, ...]:
    """Tell of the steps on the way, the last of which was just done or answered.

    A question may mean what was done just before it (`Did that help?`): so that is told with it.
    """
    first, last = way.steps[legs[0].step], way.steps[legs[-1].step]
    latest: dict[str, tuple[Told, ...]] = {}
    for before, leg in pairwise((legs[0], *legs)):
        step = way.steps[leg.step]
        # What was done together is over.
        latest.pop(step.joins, None)
        if step.id in latest:
            # Of a question that was asked twice, the last answer holds; the others led back to it.
            names = tuple(latest)
            latest = {name: latest[name] for name in names[: names.index(step.id)]}
        if step.kind in {Kind.ASK, Kind.TOGETHER}:
            deed = _done(way, before, captions) if before.step not in {leg.step, first.id} else ()
            latest[step.id] = (*deed, _answered(way, leg, captions))
    answers: tuple[Told, ...] = ()
    for each in reversed(latest.values()):
        if len(each) + len(answers) > _MOST:
            break
        answers = (*each, *answers)
    begin = (Told(captions[first.id]),) if first.id not in latest else ()
    end = (Told(captions[last.id]),) if last.id not in latest and last.id != first.id else ()
    return (*begin, *answers, *end)


def _done(way: Ways, leg: Leg, captions: Mapping[str, str]) -> tuple[Told, ...]:
    step = way.steps[leg.step]
    return () if step.kind in _NO_DEED else (Told(captions[step.id]),)


def _answered(way: Ways, leg: Leg, captions: Mapping[str, str]) -> Told:
    step = way.steps[leg.step]
    is_answer = step.kind is Kind.ASK
    caption = captions[step.id] if is_answer else ""
    return Told(caption, step.exits[leg.exit].label, is_answer)
