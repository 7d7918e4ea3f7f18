"""Whole numbers as short text that needs no escaping in a script, small ones in one letter."""

from collections.abc import Iterable
from functools import lru_cache

# What can be printed, without the quotes and the backslash; the first half ends a number.
_LETTERS = "".join(chr(code) for code in range(32, 127) if chr(code) not in "\"'\\")
_HALF = len(_LETTERS) // 2


@lru_cache(maxsize=65_536)
def written(number: int) -> str:
    """Write one number."""
    letters = []
    while number >= _HALF:
        letters.append(_LETTERS[_HALF + number % _HALF])
        number //= _HALF
    return "".join(letters) + _LETTERS[number]


def growing(numbers: Iterable[int]) -> str:
    """Write numbers that grow, each as how far it is from the one before."""
    parts = []
    last = 0
    for number in numbers:
        parts.append(written(number - last))
        last = number
    return "".join(parts)
