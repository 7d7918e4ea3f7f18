"""Which way on of a step is which, in two versions of it."""

from collections.abc import Hashable, Mapping

from sopbook.core.fold import fold
from sopbook.core.model import Exit
from sopbook.history.changes.likeness import grams, likeness
from sopbook.history.changes.pairs import paired_by

Pair = tuple[Exit | None, Exit | None]
_LIKE = 0.5
_FEW = 12


def paired_exits(
    before: tuple[Exit, ...], after: tuple[Exit, ...], ids: Mapping[str, str]
) -> list[Pair]:
    """Pair the ways on; `ids` gives the id that a step of the version before has now.

    They are paired by their words, then by where they lead, then by likeness of their words.
    """
    if len(before) == len(after) == 1:
        return [(before[0], after[0])]

    def there(way: Exit) -> Hashable:
        # A step that is gone is no step of the version after, though one may have its id.
        return ids.get(way.target) or (way.target,)

    found: list[Pair] = paired_by(
        before,
        after,
        (
            (lambda way: (way.label, there(way)), lambda way: (way.label, way.target)),
            (_label, _label),
            (_folded, _folded),
            (there, lambda way: way.target),
        ),
    )
    return _with_like_labels(found)


def is_same(before: Exit | None, after: Exit | None, ids: Mapping[str, str]) -> bool:
    """Say whether a way on is what it was."""
    if before is None or after is None:
        return False
    mine = before.label, before.share, ids.get(before.target)
    return mine == (after.label, after.share, after.target)


def _label(way: Exit) -> str:
    return way.label


def _folded(way: Exit) -> str:
    return fold(way.label)


def _with_like_labels(found: list[Pair]) -> list[Pair]:
    """Pair what is left over where the words are like; among very many, nobody rewords one."""
    gone = [one for one, other in found if one and other is None]
    new = [other for one, other in found if other and one is None]
    if not (gone and new) or len(gone) * len(new) > _FEW * _FEW:
        return found
    pairs: list[Pair] = [pair for pair in found if None not in pair]
    for one in gone:
        likest = max(new, key=lambda way: _likeness(one, way), default=None)
        if likest and _likeness(one, likest) >= _LIKE:
            new.remove(likest)
        else:
            likest = None
        pairs.append((one, likest))
    return [*pairs, *((None, way) for way in new)]


def _likeness(one: Exit, other: Exit) -> float:
    return likeness(grams(one.label), grams(other.label))
