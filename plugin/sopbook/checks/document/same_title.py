"""Two SOPs with the same title.

In lists, in search and on the phone nobody can tell them apart. A proposal may have the title of
the SOP it improves, and an SOP that of the one it replaces.

Fails:
    # call.md
    ---
    title: Difficult call
    summary: How we speak with angry people.
    responsible: team-lead
    ---
    Stay calm.
    # silence.md
    ---
    title: Difficult call
    summary: How we speak with silent people.
    responsible: team-lead
    ---
    Wait.

Passes:
    # call.md
    ---
    title: Angry customer
    summary: How we speak with angry people.
    responsible: team-lead
    ---
    Stay calm.
    # silence.md
    ---
    title: Silent customer
    summary: How we speak with silent people.
    responsible: team-lead
    ---
    Wait.
"""

from collections.abc import Iterator

from sopbook.checks.ground import Ground
from sopbook.core.diagnostic import Diagnostic, Related, Severity
from sopbook.core.fold import fold
from sopbook.core.model import Sop

CODE = "SOP245"
SEVERITY = Severity.WARNING


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per SOP with the title of another one, each pair once."""
    titled: dict[str, list[Sop]] = {}
    for sop in ground.live():
        before = titled.setdefault(fold(sop.title), [])
        other = next((one for one in before if not takes_over(one, sop)), None)
        before.append(sop)
        if other:
            message = f"Another SOP has the title `{sop.title}`, too"
            hint = "Say in each title what is special about it."
            related = (Related("the other", other.card.places["title"]),)
            yield Diagnostic(CODE, message, sop.card.places["title"], hint, related=related)


def takes_over(one: Sop, other: Sop) -> bool:
    """Say whether one of two SOPs is there to take the place of the other."""
    ones, others = (
        (one.card.improves, one.card.replaces),
        (other.card.improves, other.card.replaces),
    )
    return other.id in {ref.target for ref in ones if ref} or one.id in {
        ref.target for ref in others if ref
    }
