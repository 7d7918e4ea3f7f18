"""What an SOP's page tells of its past: the newest changes, and the approval."""

from dataclasses import dataclass

from sopbook.core.model import Sop
from sopbook.history.lack import Lack
from sopbook.pages.dates import Moment
from sopbook.pages.own import history_of
from sopbook.pages.past import Past
from sopbook.pages.site import Links, Site
from sopbook.pages.views.change import Change, change
from sopbook.pages.views.head import Approved, approved

FIRST, REST = 3, 7
"""So many changes are seen at once, and so many more when unfolded."""
_MOST_FIRST, _MOST_REST = 5, 2
"""So many sentences are shown of each."""


@dataclass(frozen=True, slots=True)
class Stale:
    """The changes since the approval: how many, and when the newest was published."""

    count: int
    when: Moment


@dataclass(frozen=True, slots=True)
class History:
    """The past of an SOP; `lack` says why nothing is known, `url` is where all of it is told."""

    sop: str
    lack: Lack | None
    is_unpublished: bool
    last: Change | None
    first: tuple[Change, ...]
    rest: tuple[Change, ...]
    url: str
    is_drawn: bool
    approved: Approved | None
    stale: Stale | None


def history(sop: Sop, past: Past, site: Site, links: Links) -> History:
    """Gather what an SOP's own page tells."""
    chronicle, words = past.chronicle, site.words
    told = chronicle.told(sop.id)
    first = tuple(change(each, sop, past, words, "", _MOST_FIRST) for each in told[:FIRST])
    rest = told[FIRST : FIRST + REST]
    return History(
        sop=sop.id,
        lack=chronicle.missing.lack if chronicle.missing else None,
        is_unpublished=past.is_unpublished(sop),
        last=first[0] if first else None,
        first=first,
        rest=tuple(change(each, sop, past, words, "", _MOST_REST) for each in rest),
        url=links.page(history_of(sop.id).path),
        is_drawn=sop.id in chronicle.drawn,
        approved=approved(sop.card.approved, site) if sop.card.approved else None,
        stale=stale(sop, past, site),
    )


def stale(sop: Sop, past: Past, site: Site) -> Stale | None:
    """Say what changed since the approval; None where the approval holds."""
    late = past.chronicle.since_approval.get(sop.id, ())
    if not late:
        return None
    return Stale(len(late), change(late[0], sop, past, site.words).when)
