"""When somebody can be reached: `Mon-Fri 09:00-17:00, Sat 10:00-14:00`."""

import re

from sopbook.core.forms import text_form
from sopbook.core.organisation import Hours, Shift

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ALWAYS = Hours("24/7", (Shift(tuple(range(7)), 0, 1440),))
_PART = re.compile(
    r"(?P<days>[a-z]{3}(?: ?[-–/] ?[a-z]{3})?(?:(?: and |\+)[a-z]{3})*) "  # noqa: RUF001 - people type the en dash
    r"(?P<start>[0-9]{1,2}:[0-9]{2}) ?[-–] ?(?P<end>[0-9]{1,2}:[0-9]{2})",  # noqa: RUF001
)
_MINUTES = 60
_WHOLE_DAY = 1440


def parse_hours(text: str) -> Hours | None:
    """Read hours; None where a day or a time is none."""
    if text == ALWAYS.text:
        return ALWAYS
    shifts = [_shift(part.strip().lower()) for part in re.split(r"[,;]", text)]
    read = tuple(shift for shift in shifts if shift)
    return Hours(text, read) if len(read) == len(shifts) else None


def _shift(part: str) -> Shift | None:
    found = _PART.fullmatch(part)
    if not found:
        return None
    days, start, end = _days(found["days"]), _minute(found["start"]), _minute(found["end"])
    if not days or start is None or end is None:
        return None
    return Shift(days, start, end)


def _days(text: str) -> tuple[int, ...]:
    names = re.findall(r"[a-z]{3,}", text.replace(" and ", " "))
    if not all(name in _DAYS for name in names):
        return ()
    days = [_DAYS.index(name) for name in names]
    if len(days) == 2 and re.search(r"[-–]", text):  # noqa: PLR2004, RUF001 - from one day to another
        first, last = days
        return tuple((first + n) % 7 for n in range((last - first) % 7 + 1))
    return tuple(days)


def _minute(text: str) -> int | None:
    hour, minute = (int(part) for part in text.split(":"))
    at = hour * _MINUTES + minute
    return at if minute < _MINUTES and at <= _WHOLE_DAY else None


HOURS = text_form(
    lambda text, _: parse_hours(text), "hours such as `Mon-Fri 09:00-17:00` or `24/7`", "SOP117"
)
