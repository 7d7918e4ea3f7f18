"""Spans of time that were worked out, in the reader's language."""

from babel.units import format_unit

from sopbook.core.measures import DAY, HOUR, MINUTE, SECOND
from sopbook.core.words import Words

_UNITS = (("day", DAY), ("hour", HOUR), ("minute", MINUTE), ("second", SECOND))
_PRECISE = 10
"""Below so many of a unit, a tenth of it still tells something."""


def lasting(seconds: float, words: Words) -> str:
    """Write a span of time in one unit, no more precisely than an estimate is: `2.5 hr`."""
    unit, size = next((one for one in _UNITS if seconds >= one[1]), _UNITS[-1])
    value = round(seconds / size, 1 if seconds < _PRECISE * size else None)
    return str(format_unit(value, f"duration-{unit}", "short", locale=words.locale))
