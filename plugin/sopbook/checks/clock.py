"""Times held against each other where one counts working days and the other does not.

A rule must not cry where a weekend lies between: such a time counts as the least it can mean.
"""

from sopbook.core.measures import DAY, HOUR, MINUTE, WEEK, Duration

_WORKDAY = 8 * HOUR
_WEEKEND = 2 * DAY
_UNITS = (("days", DAY), ("h", HOUR), ("min", MINUTE), ("s", 1))


def least(time: Duration, *, by_workdays: bool) -> float:
    """Say how long a time is at least, in seconds, for a limit that counts working days or not.

    Two working days can be over on the second evening; of the days in a week, two may be free.
    """
    if time.working and not by_workdays:
        return max(0.0, time.least - DAY + _WORKDAY)
    if by_workdays and not time.working and time.least >= DAY:
        weeks = -(-time.least // WEEK)
        return max(0.0, time.least - weeks * _WEEKEND)
    return time.least


def lasting(seconds: float) -> str:
    """Write a span of time as authors do, in its two largest units: `2 days 4 h`, `90 s`."""
    rest, parts = round(seconds), list[str]()
    for unit, size in _UNITS:
        count, rest = divmod(rest, size)
        if count:
            parts.append(f"{count} {'day' if unit == 'days' and count == 1 else unit}")
    return " ".join(parts[:2]) or "0 s"
