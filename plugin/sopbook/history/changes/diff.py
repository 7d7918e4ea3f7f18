"""Two versions of an SOP -> what changed, as an author would say it."""

from sopbook.core.model import Sop, Workflow
from sopbook.history.changes.card import changes_of_card
from sopbook.history.changes.flow import flow_changes
from sopbook.history.changes.kinds import (
    Change,
    Changes,
    Created,
    Deleted,
    FlowCreated,
    FlowDeleted,
    PracticeChanged,
)
from sopbook.history.changes.text import text_changes


def diff(before: Sop | None, after: Sop | None, *, unread: str = "") -> Changes:
    """Compare two versions; None is none at all.

    `unread` is the reason why either could not be read: then the two cannot be compared.
    """
    if unread:
        return Changes(unread=unread)
    if before is None or after is None:
        came = (Created(after),) if after else ()
        went = (Deleted(before),) if before else ()
        return Changes((*came, *went))
    flow, kept = _flow(before.workflow, after.workflow)
    card = changes_of_card(before.card, after.card)
    return Changes((*card, *flow, *text_changes(before.text, after.text)), kept)


def _flow(
    before: Workflow | None, after: Workflow | None
) -> tuple[tuple[Change, ...], tuple[tuple[str, str], ...]]:
    if before is None or after is None:
        came = (FlowCreated(after),) if after else ()
        went = (FlowDeleted(before),) if before else ()
        return (*came, *went), ()
    if before == after:
        return (), tuple((step.id, step.id) for step in after.steps)
    found, pairs = flow_changes(before, after)
    drilled = before.practice != after.practice
    practice = (PracticeChanged(before.practice, after.practice),) if drilled else ()
    return (*found, *practice), tuple(pairs.after.items())
