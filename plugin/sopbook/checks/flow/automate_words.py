"""An idea to automate without the idea.

`automate` is for the words that say what could be done by a machine, and how: they are shown beside
the step and listed for those who decide on improvements. `yes` tells them nothing, and `no` is
said by leaving the line out.

Fails:
    steps:
      - start: Customer calls
      - do: Confirm the solution in writing
        by: agent
        automate: yes
      - end: Problem solved

Passes:
    steps:
      - start: Customer calls
      - do: Confirm the solution in writing
        by: agent
        automate: the case tool could send this
      - end: Problem solved
"""

from collections.abc import Iterator

from sopbook.checks.ground import Ground
from sopbook.core.diagnostic import Diagnostic, Severity
from sopbook.core.fold import fold

CODE = "SOP222"
SEVERITY = Severity.ADVICE
_NO = frozenset({"no", "false", "off", "0", "none", "n", "-", "nu", "ne", "nein", "hayir", "tidak"})
_YES = frozenset(
    {
        "yes",
        "true",
        "on",
        "1",
        "y",
        "x",
        "ok",
        "da",
        "taip",
        "ja",
        "evet",
        "ya",
        "possible",
        "maybe",
        "todo",
        "tbd",
        "?",
    }
)


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per idea that is no more than a yes or a no."""
    for _, step in ground.live_steps():
        said = fold(step.automate)
        if said in _YES or said in _NO:
            message = f"`automate: {step.automate}` does not say what could be automated"
            hint = (
                "Say what a machine could do here, such as `the case tool could send this`."
                if said in _YES
                else "Leave the line out where there is no idea."
            )
            yield Diagnostic(CODE, message, step.places["automate"], hint)
