"""Days by the calendar: when a period is over, and when an SOP must be looked at again."""

import calendar
import datetime as dt

from sopbook.core.measures import DAY, MONTH, YEAR, Duration
from sopbook.core.model import Card


def review_due(card: Card) -> dt.date | None:
    """Say when the SOP must be looked at again: the day set, or a period after the last time."""
    review, last = card.review, last_look(card)
    if review is None or review.by:
        return review.by if review else None
    return later(last, review.every) if last and review.every else None


def last_look(card: Card) -> dt.date | None:
    """Say when somebody last looked at the SOP: for a review, else to approve it."""
    reviewed = card.review.last if card.review else None
    return reviewed or (card.approved.on if card.approved else None)


def later(start: dt.date, period: Duration) -> dt.date | None:
    """Add a period by the calendar, so that 6 months after 1 March is 1 September.

    None where the calendar ends before (year 9999).
    """
    months = _whole(period.least, YEAR) * 12 or _whole(period.least, MONTH)
    try:
        if months:
            return _months_later(start, months)
        return start + dt.timedelta(days=-(-period.least // DAY))
    except (OverflowError, ValueError):
        return None


def _whole(seconds: float, unit: int) -> int:
    count = seconds / unit
    return int(count) if count == int(count) else 0


def _months_later(start: dt.date, months: int) -> dt.date:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(start.day, last))
