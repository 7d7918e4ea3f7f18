"""Nobody is responsible.

Readers have nobody to turn to with a question, and nobody keeps the SOP right. Name a person, or a
role or team with people in it; they are shown at the top of the page, with phone and address.

Fails:
    # call.workflow.yml
    title: Support call
    summary: What to do when a customer calls.
    steps:
      - start: Customer calls
      - do: Answer the question
        by: agent
      - end: Question answered

Passes:
    # call.workflow.yml
    title: Support call
    summary: What to do when a customer calls.
    responsible: team-lead
    steps:
      - start: Customer calls
      - do: Answer the question
        by: agent
      - end: Question answered
"""

from collections.abc import Iterator

from sopbook.checks.ground import Ground
from sopbook.core.diagnostic import Diagnostic, Severity

CODE = "SOP306"
SEVERITY = Severity.WARNING


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per SOP that names nobody, at its title."""
    for sop in ground.live():
        if not sop.card.responsible:
            message = f"Nobody is responsible for `{sop.title}`"
            hint = "Add `responsible:` below the title, with a person, a role or a team."
            yield Diagnostic(CODE, message, sop.card.places["title"], hint)
