"""An SOP without a summary.

Lists and search show one sentence below each title, so that people on a call can tell two SOPs
apart before they open them. Say what the SOP is for, in one sentence.

Fails:
    # call.workflow.yml
    title: Call
    responsible: team-lead
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agent
      - end: Problem solved

Passes:
    # call.workflow.yml
    title: Call
    summary: What to do when a customer calls.
    responsible: team-lead
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agent
      - end: Problem solved
"""

from collections.abc import Iterator

from sopbook.checks.ground import Ground
from sopbook.core.diagnostic import Diagnostic, Severity

CODE = "SOP250"
SEVERITY = Severity.ADVICE


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per SOP that does not say what it is for."""
    for sop in ground.live():
        if not sop.card.summary:
            message = "The SOP has no summary"
            hint = "Add `summary:` with one sentence on what it is for."
            yield Diagnostic(CODE, message, sop.card.places["title"], hint)
