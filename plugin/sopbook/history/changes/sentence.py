"""What is told of a change: a sentence, its mark and weight, where it belongs, and the wording."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sopbook.history.changes.blocks import Block, Stretch
from sopbook.history.changes.kinds import Passage, Weight
from sopbook.history.changes.words import Piece, pieces

_NONE = Stretch(Block.PARAGRAPH, "")


class Sign(StrEnum):
    """What kind of change a sentence tells, for marking it."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    REROUTED = "rerouted"


@dataclass(frozen=True, slots=True)
class Shown:
    """A block of a text as it was and is: what kind it is, what became of it, and its words."""

    block: Block
    sign: Sign
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One change in the words of the process: plain text, without a full stop.

    `steps` are the ids of the steps it is about in the version after, to link to; `gone` is the id
    of a step that is there no more. `wording` shows the words where a text changed.
    """

    text: str
    sign: Sign
    weight: Weight
    steps: tuple[str, ...] = ()
    gone: str = ""
    wording: tuple[Shown, ...] = ()


def shown(found: Iterable[Passage]) -> tuple[Shown, ...]:
    """Show passages of a text with their words."""
    return tuple(_shown(each.before or _NONE, each.after or _NONE) for each in found)


def line(before: str, after: str) -> tuple[Shown, ...]:
    """Show two wordings of one line."""
    return (_shown(Stretch(Block.PARAGRAPH, before), Stretch(Block.PARAGRAPH, after)),)


def sign_of(before: object, after: object) -> Sign:
    """Say what became of a value that may be empty."""
    if before and after:
        return Sign.CHANGED
    return Sign.ADDED if after else Sign.REMOVED


def _shown(before: Stretch, after: Stretch) -> Shown:
    block = (after if after.text else before).block
    words = pieces(before.text, after.text, by_line=block is Block.CODE)
    return Shown(block, sign_of(before.text, after.text), words)
