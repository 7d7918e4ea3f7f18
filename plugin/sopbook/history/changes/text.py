"""What changed in an SOP's text, block by block, under its headings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sopbook.history.changes.align import aligned
from sopbook.history.changes.blocks import Block, Stretch, stretches
from sopbook.history.changes.kinds import Passage, TextChanged
from sopbook.history.changes.likeness import grams, likeness

_LIKE = 0.4
_SAME_WORDS = 0.8
_NEAR = 10


def text_changes(before: str, after: str) -> Iterator[TextChanged]:
    """Yield the change of a text, if it means anything else now."""
    found = passages(before, after) if before != after else ()
    if found:
        yield TextChanged(found)


def passages(before: str, after: str) -> tuple[Passage, ...]:
    """Compare two texts block by block."""
    old, new = stretches(before), stretches(after)
    spots = tuple(_spots(old, new))
    here, there = _headings(old), _headings(new)
    # What is gone from under a heading is told under the words that the heading has now.
    now = {here[spot.old]: there[spot.new] for spot in spots if spot.is_both}
    return tuple(
        Passage(
            spot.old,
            old[spot.old] if spot.is_before else None,
            new[spot.new] if spot.is_after else None,
            there[spot.new] if spot.is_after else now.get(here[spot.old], here[spot.old]),
        )
        for spot in spots
    )


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where two texts differ: places in the one before and the one after, and which has a block."""

    old: int
    new: int
    is_before: bool
    is_after: bool

    @property
    def is_both(self) -> bool:
        return self.is_before and self.is_after


def _headings(found: Sequence[Stretch]) -> list[str]:
    """Give the heading each block stands under, or is."""
    headings, last = [], ""
    for stretch in found:
        last = stretch.text if stretch.block is Block.HEADING else last
        headings.append(last)
    return headings


def _spots(old: Sequence[Stretch], new: Sequence[Stretch]) -> Iterator[_Spot]:
    left = right = 0
    for i, j in [*aligned(old, new), (len(old), len(new))]:
        yield from _between(old, new, range(left, i), range(right, j))
        left, right = i + 1, j + 1


def _between(
    old: Sequence[Stretch], new: Sequence[Stretch], gone: range, come: range
) -> Iterator[_Spot]:
    """Pair blocks that are like, in order; what is near is looked at, however long the text."""
    right = come.start
    for left in gone:
        near = range(right, min(right + _NEAR, come.stop))
        likest = max(near, key=lambda place: _likeness(old[left], new[place]), default=right)
        if not near or _likeness(old[left], new[likest]) < _LIKE:
            yield _Spot(left, right, is_before=True, is_after=False)
            continue
        for place in range(right, likest):
            yield _Spot(left, place, is_before=False, is_after=True)
        yield _Spot(left, likest, is_before=True, is_after=True)
        right = likest + 1
    for place in range(right, come.stop):
        yield _Spot(gone.stop, place, is_before=False, is_after=True)


def _likeness(one: Stretch, other: Stretch) -> float:
    """Say how like two blocks are; one of another kind is known again by the same words alone."""
    like = likeness(grams(one.text), grams(other.text))
    return like if one.block is other.block or like >= _SAME_WORDS else 0
