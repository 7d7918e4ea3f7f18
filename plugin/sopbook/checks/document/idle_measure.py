"""A measure that no SOP aims at.

It stands in `organisation.yml`, but no card sets a target for it, so nobody works towards it. Give
it one where it matters, or delete it.

Fails:
    # organisation.yml
    roles:
      team-lead: {title: Team lead, email: lead@example.com}
    measures:
      reopened: {title: Reopened cases, unit: "%", good: low}
    # call.md
    ---
    title: Call
    summary: How we speak on the phone.
    responsible: team-lead
    ---
    Stay calm.

Passes:
    # organisation.yml
    roles:
      team-lead: {title: Team lead, email: lead@example.com}
    measures:
      reopened: {title: Reopened cases, unit: "%", good: low}
    # call.md
    ---
    title: Call
    summary: How we speak on the phone.
    responsible: team-lead
    measures: {reopened: at most 5 %}
    ---
    Stay calm.
"""

from collections.abc import Iterator

from sopbook.checks.ground import Ground
from sopbook.core.diagnostic import Diagnostic, Severity
from sopbook.core.model import Bound
from sopbook.core.organisation import NOWHERE

CODE = "SOP248"
SEVERITY = Severity.ADVICE


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per measure of the organisation without a target anywhere."""
    # What a file with a mistake aims at is not known.
    if ground.broken:
        return
    aimed_at = {str(target.measure) for sop in ground.live() for target in sop.card.measures}
    for measure in ground.organisation.measures.values():
        if measure.span != NOWHERE and measure.id not in aimed_at:
            bound = Bound.AT_MOST if measure.good == "low" else Bound.AT_LEAST
            message = f"No SOP aims at `{measure.id}`"
            unit = f" {measure.unit}" if measure.unit else ""
            hint = (
                f"Set a target on a card, such as `measures: {{{measure.id}: {bound} …{unit}}}`, "
                "or delete the measure."
            )
            yield Diagnostic(CODE, message, measure.span, hint)
