"""A promise that the steps cannot keep.

Even on the shortest way, what was promised takes longer: by what the steps usually take at least,
or, by more than a tenth, where each step uses up the deadline it has. Promise what can be kept, or
give the steps less time.

A first answer is given by the first step that is not the customer's. A promise that uses the words
of a step (`call back` and `Call back`) is kept by that step. Of the others only the longest on the
card is judged, at the end: shorter ones are kept somewhere on the way. Optional steps are not on
the shortest way, and a step that says no time takes none; where one side counts working days and
the other does not, a weekend is allowed for.

Fails:
    promise: {first response: 30 s}
    steps:
      - start: Customer calls
      - do: Answer the call
        by: agent
        within: 2 min
      - end: Customer has an answer

Passes:
    promise: {first response: 2 min}
    steps:
      - start: Customer calls
      - do: Answer the call
        by: agent
        within: 2 min
      - end: Customer has an answer
"""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache, partial

from sopbook.analysis.courses import Courses
from sopbook.analysis.pace import Pace
from sopbook.checks.clock import lasting, least
from sopbook.checks.ground import Ground
from sopbook.checks.promises import About, judged
from sopbook.checks.sentences import called
from sopbook.core.diagnostic import Diagnostic, Related, Severity
from sopbook.core.model import Sop, Step

CODE = "SOP232"
SEVERITY = Severity.WARNING
_LENIENT = 1.1
_HINT = "Promise what can be kept, or give the steps less time."
_EARLIER = " If a step before the end keeps it, call it by words of that step, such as `call back`."


class _Basis(StrEnum):
    """Where times are taken from."""

    TAKES = "takes"
    WITHIN = "within"


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per promise that is shorter than what keeps it, by either way of counting."""
    pace = cache(partial(_pace, ground.estimates.courses))
    for way in ground.live_ways():
        for about in judged(way.sop):
            for basis in _Basis:
                found = _judge(way.sop, about, basis, pace(basis, about.promise.time.working))
                if found:
                    yield found
                    break


def _pace(courses: Courses, basis: _Basis, by_workdays: bool) -> Pace:  # noqa: FBT001 - a key
    return Pace(courses, partial(_least, basis, by_workdays))


def _least(basis: _Basis, by_workdays: bool, step: Step) -> float | None:  # noqa: FBT001 - bound
    """Say what a step takes at least: where it has no deadline, what it usually takes."""
    time = step.within if basis is _Basis.WITHIN and step.within else step.takes
    return least(time, by_workdays=by_workdays) if time else None


def _judge(sop: Sop, about: About, basis: _Basis, pace: Pace) -> Diagnostic | None:
    """Hold a promise against what keeps it: a step, or the end of the shortest way."""
    promise, is_takes = about.promise, basis is _Basis.TAKES
    if pace.bound(sop.id) <= promise.time.most:
        return None
    kept = pace.until(sop.id, about.keeps) if about.keeps else None
    needed = (kept.after if kept else 0.0) if about.keeps else pace.whole(sop.id) or 0.0
    if needed <= promise.time.most * (1 if is_takes else _LENIENT):
        return None
    much = lasting(needed)
    if kept:
        step = called(kept.step)
        why = (
            f"{step} is done after {much} at the earliest"
            if is_takes
            else f"by waits and deadlines it can take {much} until {step} is done"
        )
    else:
        shortest = "even on the shortest way"
        why = (
            f"{shortest} the steps take {much}"
            if is_takes
            else f"{shortest} it can take {much}, by the waits and deadlines"
        )
    message = f"`{promise.what}` is promised within {promise.time.text}, but {why}"
    hint = _HINT if kept else _HINT + _EARLIER
    related = (Related("the step that keeps it", kept.step.span),) if kept else ()
    return Diagnostic(CODE, message, promise.span, hint, related=related)
