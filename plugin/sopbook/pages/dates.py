"""Days, as a machine and as a reader reads them."""

import datetime as dt
from dataclasses import dataclass

from babel.dates import format_date

from sopbook.core.words import Words


@dataclass(frozen=True, slots=True)
class Day:
    """A day: `iso` for `<time datetime>` and the browser's judgement, `text` for people."""

    iso: str
    text: str


def day(date: dt.date | None, words: Words) -> Day | None:
    """Write a day in the reader's language; None stays None."""
    if date is None:
        return None
    return Day(date.isoformat(), format_date(date, words("date.long"), locale=words.locale))
