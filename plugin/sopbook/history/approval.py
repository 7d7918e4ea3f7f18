"""What became of an SOP since it was approved: the approval holds for an older text."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from itertools import takewhile

from sopbook.core.model import Approval, Sop, Status
from sopbook.history.changes.kinds import Weight
from sopbook.history.moment import moment
from sopbook.history.telling import Files, Telling, Version

_NOT_IN_FORCE = frozenset({Status.DRAFT, Status.RETIRED})


def since_approval(
    sop: Sop,
    tellings: Iterable[Telling],
    version: Callable[[Files], Version],
    zone: dt.tzinfo,
) -> tuple[Telling, ...]:
    """Give the material changes, newest first, that nobody approved yet.

    Nobody is blamed for publishing a text some days after it was approved: the change that wrote
    the approval down is part of what was approved, and so is one whose message names an approver.
    """
    approved = sop.card.approved
    if approved is None or approved.on is None or sop.card.status in _NOT_IN_FORCE:
        return ()
    last = approved.on
    later = takewhile(lambda each: moment(each.entry.commit, zone).date() > last, tellings)
    return tuple(_unapproved(later, approved, version))


def _unapproved(
    later: Iterable[Telling], approved: Approval, version: Callable[[Files], Version]
) -> Iterator[Telling]:
    for telling in later:
        if telling.entry.commit.message.approved_by:
            return
        if telling.weight is Weight.MATERIAL:
            before = version(telling.before).sop
            if before is None or not _is_same(before.card.approved, approved):
                return
            yield telling


def _is_same(before: Approval | None, approved: Approval) -> bool:
    return before is not None and _facts(before) == _facts(approved)


def _facts(approval: Approval) -> tuple[str, dt.date | None]:
    return approval.by.target if approval.by else "", approval.on
