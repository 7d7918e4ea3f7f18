"""Words too long for the chart.

A chart is read at a glance. A step of more than 100 characters makes a box of six lines and more,
a question of more than 80 a diamond as wide as half the page; the words of an answer or a branch
stand on an arrow, where from about 45 characters on the rest is cut off, and so is a condition
(`when`) from about 40 on. The list below the chart has every word, but who looks at the chart
misses them. Say in the step what is done, and in its `note` how.

Fails:
    steps:
      - start: Customer calls
      - ask: Is the order paid?
        by: agent
        answers:
          yes, and the money has already arrived in our account: paid
          no:
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
        note: Paid is paid when the money is in our account.
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
from sopbook.core.diagnostic import Diagnostic, Severity
from sopbook.core.model import Kind, Step
from sopbook.core.span import Span

CODE = "SOP219"
SEVERITY = Severity.ADVICE
MOST_TEXT = 100
MOST_QUESTION = 80
MOST_LABEL = 45
MOST_WHEN = 40
_IN_NOTE = "Say it in fewer words, and the rest in the step's `note:`."
_BEYOND = "Say it in fewer words, and the rest in the step that it leads to."


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per text that makes the chart ugly, or is cut off there."""
    for _, step in ground.live_steps():
        if len(step.text) > MOST_QUESTION:
            yield from _text(step)
        if len(step.when) > MOST_WHEN:
            yield _cut("The condition", step.when, MOST_WHEN, step.places["when"], _IN_NOTE)
        for way in step.exits:
            if len(way.label) > MOST_LABEL:
                what = "The answer" if step.kind is Kind.ASK else "The name of the branch"
                yield _cut(what, way.label, MOST_LABEL, way.span or step.span, _BEYOND)


def _text(step: Step) -> Iterator[Diagnostic]:
    what, most = "The text", MOST_TEXT
    if step.kind is Kind.ASK:
        what, most = "The question", MOST_QUESTION
    if len(step.text) > most:
        message = f"{what} has {len(step.text)} characters; more than {most} make a huge box"
        yield Diagnostic(CODE, message, step.span, _IN_NOTE)


def _cut(what: str, text: str, most: int, span: Span, hint: str) -> Diagnostic:
    message = f"{what} has {len(text)} characters; on the chart there is room for about {most}"
    return Diagnostic(CODE, message, span, hint)
