"""Days, as a machine and as a reader reads them."""

import datetime as dt
from dataclasses import dataclass

from babel.dates import format_date, format_datetime

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


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment: `iso` for `<time datetime>`, the `day` for people, `exact` for who asks."""

    iso: str
    day: str
    exact: str


def moment_of(time: dt.datetime, words: Words) -> Moment:
    """Write a moment in the reader's language, by the clock of its own time zone."""
    return Moment(
        time.isoformat(timespec="seconds"),
        format_date(time.date(), words("date.long"), locale=words.locale),
        format_datetime(time, words("date.exact"), locale=words.locale),
    )
