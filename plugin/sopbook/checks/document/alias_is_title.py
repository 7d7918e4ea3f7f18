"""An alias that is the title of another SOP.

`aliases` are other words that people search for. Whoever types the title of the other SOP finds
both, and may open the wrong one. Two SOPs may share an alias: then the search offers both, and that
is right.

Fails:
    # refund.md
    ---
    title: Refund
    summary: How money goes back.
    responsible: team-lead
    ---
    Ask for the account.
    # voucher.md
    ---
    title: Voucher
    summary: What we give in place of money.
    responsible: team-lead
    aliases: [gift card, refund]
    ---
    Ask for the address.

Passes:
    # refund.md
    ---
    title: Refund
    summary: How money goes back.
    responsible: team-lead
    ---
    Ask for the account.
    # voucher.md
    ---
    title: Voucher
    summary: What we give in place of money.
    responsible: team-lead
    aliases: [gift card]
    ---
    Ask for the address.
"""

from collections.abc import Iterator

from sopbook.checks.document.same_title import takes_over
from sopbook.checks.ground import Ground
from sopbook.checks.writings import nth_place
from sopbook.core.diagnostic import Diagnostic, Related, Severity
from sopbook.core.fold import fold

CODE = "SOP256"
SEVERITY = Severity.ADVICE


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per alias under which another SOP is known."""
    titled = {fold(sop.title): sop for sop in ground.live()}
    for sop in ground.live():
        for alias in sop.card.aliases:
            other = titled.get(fold(alias), sop)
            if other is not sop and not takes_over(sop, other):
                message = f"The alias `{alias}` is the title of another SOP"
                hint = "Delete the alias, unless people who search for it mean this one."
                related = (Related("the other", other.card.places["title"]),)
                whole = sop.card.places["aliases"]
                text = ground.reading.texts.get(whole.path, "")
                place = nth_place(alias, 0, whole, text) or whole
                yield Diagnostic(CODE, message, place, hint, related=related)
