"""An exercise of its parts: its id, and where the right answer stands among the wrong ones."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from sopbook.practice.exercise import Asked, Choice, Exercise
from sopbook.practice.wrong import MOST_WRONG

_ID = 8


def exercise(
    key: Sequence[str], asked: Asked, right: Choice, wrong: Sequence[Choice], **parts: Any
) -> Exercise | None:
    """Make an exercise; None where there is no wrong answer to it.

    Its id is made of `key` and of the right answer: where that changes, it is to be learned anew.
    The place of the right answer follows from the id: the same each time, and another elsewhere.
    """
    if not wrong:
        return None
    place = _number(key, asked, right.text) % (len(wrong) + 1)
    return in_order(key, asked, (*wrong[:place], right, *wrong[place:]), place, **parts)


def in_order(
    key: Sequence[str], asked: Asked, choices: Sequence[Choice], right: int, **parts: Any
) -> Exercise:
    """Make an exercise whose answers have an order of their own."""
    name = _digest(key, asked, choices[right].text)[:_ID]
    return Exercise(name, asked, tuple(choices), right, **parts)


def sides(key: Sequence[str], asked: Asked, right: str) -> list[bool]:
    """Say for each wrong answer whether it is to be less than the right one, or more."""
    less = _number(key, asked, right) % (MOST_WRONG + 1)
    return [place < less for place in range(MOST_WRONG)]


def _number(key: Sequence[str], asked: Asked, right: str) -> int:
    return int(_digest(key, asked, right)[_ID:], 16)


def _digest(key: Sequence[str], asked: Asked, right: str) -> str:
    whole = "\n".join((*key, asked, right))
    return sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[: _ID * 2]
