"""An SOP that was replaced and is still in use.

Another SOP is approved, holds already, and `replaces` this one. As long as the earlier one is not
retired, readers find two that say different things. Until the new one is effective, that is right.

Fails:
    # call.md
    ---
    title: Call
    summary: How we speak on the phone.
    responsible: team-lead
    status: approved
    approved: {by: ana, on: 2026-05-15}
    replaces: old-call
    ---
    Stay calm.
    # old-call.md
    ---
    title: Call, until April
    summary: How we spoke on the phone.
    responsible: team-lead
    status: approved
    approved: {by: ana, on: 2024-05-15}
    ---
    Be quick.

Passes:
    # call.md
    ---
    title: Call
    summary: How we speak on the phone.
    responsible: team-lead
    status: approved
    approved: {by: ana, on: 2026-05-15}
    replaces: old-call
    ---
    Stay calm.
    # old-call.md
    ---
    title: Call, until April
    summary: How we spoke on the phone.
    responsible: team-lead
    status: retired
    ---
    Be quick.
"""

import datetime as dt
from collections.abc import Iterator

from sopbook.checks.ground import Ground
from sopbook.core.diagnostic import Diagnostic, Related, Severity
from sopbook.core.model import Card, Status

CODE = "SOP252"
SEVERITY = Severity.WARNING
NEEDS_DAY = True


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per SOP that another one replaces by now, and that is not retired."""
    live = {sop.id: sop for sop in ground.live()}
    for sop in live.values():
        name = sop.card.replaces.target if sop.card.replaces else ""
        if name in live and name != sop.id and ground.on and _holds(sop.card, ground.on):
            earlier = live[name]
            message = f"This SOP replaces `{name}`, which is still in use"
            hint = f"Set `status: retired` on the card of `{name}`."
            card = earlier.card
            related = (Related("its card", card.places.get("status", card.places["title"])),)
            yield Diagnostic(CODE, message, sop.card.places["replaces"], hint, related=related)


def _holds(card: Card, on: dt.date) -> bool:
    return card.status is Status.APPROVED and (card.effective is None or card.effective <= on)
