"""A second start that is none.

A workflow may have more than one start: the customer calls, or writes. Then each start is a way of
its own into the flow, and its words say which. Where the step above runs into a start, whoever
called would be told that the customer writes; and two starts with the same words cannot be told
apart. To go back to the first start is all right.

Fails:
    steps:
      - start: Customer calls
      - do: Pick up
        by: agent
      - start: Customer writes
      - do: Answer the question
        by: agent
      - end: Question answered

Passes:
    steps:
      - start: Customer calls
      - do: Pick up
        by: agent
        then: answer
      - start: Customer writes
      - id: answer
        do: Answer the question
        by: agent
      - end: Question answered
"""

from collections.abc import Iterator

from sopbook.analysis.ways import Ways
from sopbook.checks.ground import Ground
from sopbook.checks.sentences import called
from sopbook.core.diagnostic import Diagnostic, Related, Severity
from sopbook.core.fold import fold
from sopbook.core.model import Kind, Step

CODE = "SOP221"
SEVERITY = Severity.WARNING


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per start in the middle, and per start that repeats another one."""
    for way in ground.live_ways():
        starts = [step for step in way.walked if step.kind is Kind.START]
        seen: dict[str, Step] = {}
        for step in starts:
            first = seen.setdefault(fold(step.text), step)
            before = _before(way, step)
            if before:
                yield _in_the_middle(step, before)
            elif first is not step:
                yield _twice(step, first)


def _before(way: Ways, start: Step) -> Step | None:
    """Give a step above that runs into a start; those below go back to it."""
    leading = (way.steps[name] for name in way.back[start.id])
    return next((step for step in leading if step.number < start.number), None)


def _in_the_middle(step: Step, before: Step) -> Diagnostic:
    message = f"{called(before)} runs into {called(step)}, which is a start"
    hint = (
        "Let the step above go past it (`then:` with an id), or make the start a step: `- do: …`."
    )
    also = Related("the step above", before.span)
    return Diagnostic(CODE, message, step.span, hint, related=(also,))


def _twice(step: Step, first: Step) -> Diagnostic:
    also = Related("the other", first.span)
    hint = "Say in each how the case begins there, or keep one of them."
    return Diagnostic(CODE, f"Two starts read {called(step)}", step.span, hint, related=(also,))
