"""Shares that do not make a whole.

`share` says how often an answer is given. All shares of a question together make 100 %; where they
make more, or where every answer has one and much is missing, one of them is wrong or an answer was
forgotten, and every estimate of times is wrong with it. Rounding is allowed for, and so is a
question in which only some answers have a share.

Fails:
    steps:
      - start: Customer calls
      - ask: Is the order paid?
        by: agent
        answers:
          yes: {go: next, share: 80 %}
          no:
            share: 40 %
            steps:
              - end: Order waits for the money
      - do: Send the goods
        by: agent
      - end: Goods are on their way

Passes:
    steps:
      - start: Customer calls
      - ask: Is the order paid?
        by: agent
        answers:
          yes: {go: next, share: 80 %}
          no:
            share: 20 %
            steps:
              - end: Order waits for the money
      - do: Send the goods
        by: agent
      - end: Goods are on their way
"""

from collections.abc import Iterator

from sopbook.checks.ground import Ground
from sopbook.checks.sentences import called
from sopbook.core.diagnostic import Diagnostic, Severity
from sopbook.core.model import Step

CODE = "SOP220"
SEVERITY = Severity.WARNING
_ROUNDED = 0.005
_MUCH = 0.05
_NEARLY = 1e-9


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per question whose shares cannot be."""
    for _, step in ground.live_steps():
        shares = [way.share for way in step.exits if way.share is not None]
        if len(shares) > 1:
            yield from _check(step, shares)


def _check(step: Step, shares: list[float]) -> Iterator[Diagnostic]:
    whole, play = sum(shares), _ROUNDED * len(shares) + _NEARLY
    said = f"The shares of the answers to {called(step)} make {round(whole * 100, 2):g} %"
    if whole > 1 + play:
        hint = "Together they make 100 %; correct the wrong one."
        yield Diagnostic(CODE, f"{said}, more than all cases there are", step.span, hint)
    elif len(shares) == len(step.exits) and whole < 1 - _MUCH - play:
        hint = "Correct them, or add the answer that is missing."
        yield Diagnostic(CODE, f"{said}, so an answer is missing", step.span, hint)
