"""An exercise of its parts: its id, and where the right answer stands among the wrong ones."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from sopbook.practice.exercise import Asked, Choice, Exercise

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
    name = "\n".join((*key, asked, right.text))
    digest = sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
    place = int(digest[_ID : _ID * 2], 16) % (len(wrong) + 1)
    choices = (*wrong[:place], right, *wrong[place:])
    return Exercise(digest[:_ID], asked, choices, place, **parts)
