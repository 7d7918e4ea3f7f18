"""An SOP that is related to itself.

`related`, `replaces` and `improves` name other SOPs. One that names itself was copied, or another
id was meant.

Fails:
    title: Example
    related: [example]
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
    related: [mail]
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agent
      - end: Problem solved
    # mail.md
    ---
    title: Mail
    summary: How we write.
    responsible: team-lead
    ---
    Answer every question.
"""

from collections.abc import Iterator

from sopbook.checks.ground import Ground
from sopbook.core.diagnostic import Diagnostic, Severity
from sopbook.core.model import Card, Ref

CODE = "SOP251"
SEVERITY = Severity.WARNING


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per place in which an SOP names itself."""
    for sop in ground.live():
        for says, ref in _named(sop.card):
            if ref.target == sop.id:
                message = f"`{sop.id}` {says} itself"
                yield Diagnostic(CODE, message, ref.span, "Name the SOP you mean, or delete it.")


def _named(card: Card) -> Iterator[tuple[str, Ref]]:
    yield from (("is related to", ref) for ref in card.related)
    yield from (("replaces", ref) for ref in (card.replaces,) if ref)
    yield from (("improves", ref) for ref in (card.improves,) if ref)
