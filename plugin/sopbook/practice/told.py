"""What a new hire is told of a case: how it began, what was answered, what was done last."""

from collections.abc import Mapping, Sequence

from sopbook.analysis.ways import Ways
from sopbook.core.model import Kind
from sopbook.practice.cases import Leg
from sopbook.practice.exercise import Told

_MOST = 4
"""So many answers are told, the last ones: nobody keeps more in mind."""


def told(way: Ways, legs: Sequence[Leg], captions: Mapping[str, str]) -> tuple[Told, ...]:
    """Tell of the steps on the way, the last of which was just done or answered."""
    first, last = way.steps[legs[0].step], way.steps[legs[-1].step]
    latest: dict[str, Told] = {}
    for leg in legs:
        step = way.steps[leg.step]
        # Of a question that was asked twice, the last answer holds; what was done together is over.
        latest.pop(step.joins or step.id, None)
        if step.kind in {Kind.ASK, Kind.TOGETHER}:
            latest[step.id] = _answered(way, leg, captions)
    answers = tuple(latest.values())[-_MOST:]
    begin = (Told(captions[first.id]),) if first.id not in latest else ()
    end = (Told(captions[last.id]),) if last.id not in latest and last.id != first.id else ()
    return (*begin, *answers, *end)


def _answered(way: Ways, leg: Leg, captions: Mapping[str, str]) -> Told:
    step = way.steps[leg.step]
    is_answer = step.kind is Kind.ASK
    caption = captions[step.id] if is_answer else ""
    return Told(caption, step.exits[leg.exit].label, is_answer)
