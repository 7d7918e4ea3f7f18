"""What pages tell of the past: the chronicle, by the clock of the site's time zone."""

import datetime as dt
from dataclasses import dataclass, field

from sopbook.core.model import Sop
from sopbook.core.words import Words
from sopbook.history.chronicle import Chronicle
from sopbook.history.moment import moment
from sopbook.pages.dates import Moment, moment_of


@dataclass(frozen=True, slots=True)
class Past:
    """What was published; `zone` is where days begin and end."""

    chronicle: Chronicle = field(default_factory=Chronicle)
    zone: dt.tzinfo = dt.UTC

    def is_unpublished(self, sop: Sop) -> bool:
        """Say whether an SOP is not published as it is shown."""
        paths = filter(None, (sop.markdown_path, sop.workflow_path))
        return not self.chronicle.unpublished.isdisjoint(paths)

    def last_changed(self, sop: Sop, words: Words) -> Moment | None:
        """Say when an SOP last changed for those who work by it."""
        told = self.chronicle.told(sop.id)
        return moment_of(moment(told[0].entry.commit, self.zone), words) if told else None
