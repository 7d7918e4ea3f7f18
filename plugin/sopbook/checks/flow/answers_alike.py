"""Answers that cannot be told apart.

Two answers to one question read the same, but for capitals, accents and a full stop, or an answer
has no words at all: on the chart nobody could say which arrow to follow.

Fails:
    steps:
      - start: Customer calls
      - ask: Is the order paid?
        by: agent
        answers:
          Yes: paid
          yes.:
            - end: Order waits for the money
      - id: paid
        do: Send the goods
        by: agent
      - end: Goods are on their way

Passes:
    steps:
      - start: Customer calls
      - ask: Is the order paid?
        by: agent
        answers:
          yes: paid
          no:
            - end: Order waits for the money
      - id: paid
        do: Send the goods
        by: agent
      - end: Goods are on their way
"""

from collections.abc import Iterator

from sopbook.checks.ground import Ground
from sopbook.core.diagnostic import Diagnostic, Related, Severity
from sopbook.core.fold import fold
from sopbook.core.model import Exit, Kind, Step

CODE = "SOP214"
SEVERITY = Severity.ERROR
_STOPS = " .,;:!?…"


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per answer that has no words, or those of another one."""
    for _, step in ground.live_steps():
        if step.kind is Kind.ASK:
            yield from _check(step)


def said(answer: Exit) -> str:
    """Give the words of an answer, in the way in which two of them read the same."""
    return fold(answer.label).rstrip(_STOPS) or answer.label


def _check(step: Step) -> Iterator[Diagnostic]:
    seen: dict[str, Exit] = {}
    for answer in step.exits:
        span = answer.span or step.span
        words = said(answer)
        first = seen.setdefault(words, answer)
        if not words:
            hint = "Write before the colon what the answer is, such as `yes:`."
            yield Diagnostic(CODE, "An answer has no words", span, hint)
        elif first is not answer:
            message = f"The answers `{first.label}` and `{answer.label}` read the same"
            also = Related("the other", first.span or step.span)
            hint = "Write in each what makes it different, or keep one of them."
            yield Diagnostic(CODE, message, span, hint, related=(also,))
