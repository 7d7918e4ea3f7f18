"""Which way on of a step is which, in two versions of it."""

from collections.abc import Hashable, Iterator, Mapping, Sequence

from sopbook.core.fold import fold
from sopbook.core.model import Exit
from sopbook.history.changes.likeness import grams, likeness
from sopbook.history.changes.pairs import paired_by

Pair = tuple[Exit | None, Exit | None]
_LIKE = 0.5
_SAME_TARGET = 0.3
_FEW = 12


def paired_exits(
    before: tuple[Exit, ...], after: tuple[Exit, ...], ids: Mapping[str, str]
) -> list[Pair]:
    """Pair the ways on; `ids` gives the id that a step of the version before has now.

    They are paired by their words, then by likeness of their words, more so where they lead to the
    same step, and at last by that step alone.
    """
    if len(before) == len(after) == 1:
        return [(before[0], after[0])]

    def there(way: Exit) -> Hashable:
        # A step that is gone is no step of the version after, though one may have its id.
        return ids.get(way.target) or (way.target,)

    named: list[Pair] = paired_by(
        before,
        after,
        (
            (lambda way: (way.label, there(way)), lambda way: (way.label, way.target)),
            (_label, _label),
            (_folded, _folded),
        ),
    )
    gone = [one for one, other in named if one and other is None]
    new = [other for one, other in named if other and one is None]
    if not (gone and new):
        return named
    found = [pair for pair in named if None not in pair]
    for one, other in _ranked(gone, new, ids):
        if one in gone and other in new:
            found.append((one, other))
            gone.remove(one)
            new.remove(other)
    return [*found, *paired_by(gone, new, ((there, lambda way: way.target),))]


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


def _ranked(
    gone: Sequence[Exit], new: Sequence[Exit], ids: Mapping[str, str]
) -> Iterator[tuple[Exit, Exit]]:
    """Yield the pairs that may be one, the likest first; of very many, nobody rewords one."""
    if len(gone) * len(new) > _FEW * _FEW:
        return
    scores = [
        (-_likeness(one, other, ids), i, j)
        for i, one in enumerate(gone)
        for j, other in enumerate(new)
    ]
    yield from [(gone[i], new[j]) for score, i, j in sorted(scores) if -score >= _LIKE]


def _likeness(one: Exit, other: Exit, ids: Mapping[str, str]) -> float:
    bonus = _SAME_TARGET if ids.get(one.target) == other.target else 0
    return bonus + likeness(grams(one.label), grams(other.label))
