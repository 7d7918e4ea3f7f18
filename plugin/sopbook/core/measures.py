"""Spans of time as people write them: `30 s`, `1-2 min`, `2 working days`."""

import re
from dataclasses import dataclass

SECOND, MINUTE, HOUR, DAY, WEEK = 1, 60, 3_600, 86_400, 604_800
# A month and a year are the Gregorian calendar's averages over its 400-year cycle (ISO 8601).
MONTH, YEAR = 2_629_746, 31_556_952

UNITS = {
    "s": SECOND, "sec": SECOND, "second": SECOND, "seconds": SECOND,
    "min": MINUTE, "minute": MINUTE, "minutes": MINUTE,
    "h": HOUR, "hour": HOUR, "hours": HOUR,
    "d": DAY, "day": DAY, "days": DAY,
    "week": WEEK, "weeks": WEEK,
    "month": MONTH, "months": MONTH,
    "year": YEAR, "years": YEAR,
}  # fmt: skip

_AMOUNT = r"[0-9]{1,6}(?:\.[0-9]{1,3})?"
_SHAPE = re.compile(
    rf"(?P<least>{_AMOUNT})(?:\s*[-–]\s*(?P<most>{_AMOUNT}))?\s*(?P<working>working\s+)?(?P<unit>[a-z]+)",  # noqa: RUF001 - people type the en dash
)

EXPECTED_DURATION = (
    "a time such as `30 s`, `2 min`, `1-2 min`, `24 h`, `3 days`, `2 working days` or `6 months`"
)


@dataclass(frozen=True, slots=True)
class Duration:
    """A span of time: `least` and `most` in seconds (equal unless a range), `text` as typed.

    A working day counts as a day here; `working` says that the clock stops outside hours.
    """

    text: str
    least: float
    most: float
    working: bool = False


def parse_duration(text: str) -> Duration | None:
    """Read a span of time; None where the text is none, or a range runs backwards."""
    found = _SHAPE.fullmatch(text.strip().lower())
    if not found or found["unit"] not in UNITS:
        return None
    if found["working"] and UNITS[found["unit"]] != DAY:
        return None
    unit = UNITS[found["unit"]]
    least = float(found["least"]) * unit
    most = float(found["most"]) * unit if found["most"] else least
    if most < least:
        return None
    return Duration(" ".join(text.split()), least, most, working=bool(found["working"]))
