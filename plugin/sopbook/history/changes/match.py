"""Which step of one version is which of the other.

Steps are the same by `was:`, by their id, or else by likeness of their words: from `LIKE` on
wherever they stand, from `LIKE_HERE` on between the same neighbours. A step of another kind must be
`MORE` like. Of several the likest is taken, then the one of the same kind in the same place.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sopbook.core.model import Kind, Step, Workflow
from sopbook.history.changes.likeness import Grams, candidates, grams, likeness, rarity
from sopbook.history.changes.pairs import Pairs, Place
from sopbook.history.changes.twins import pair_twins, twins

LIKE = 0.5
LIKE_HERE = 0.3
MORE = 0.15
_SURE = 0.8
_BONUS = 0.1
_NAMING = frozenset({Kind.START, Kind.SOP, Kind.TOGETHER, Kind.END})
"""Kinds whose words say what there is, not what to do: in the same place they are the same."""
_FEW = 8

Steps = Mapping[str, Step]


def matched(before: Workflow, after: Workflow) -> Pairs:
    """Find for each step of one version its counterpart in the other, if it has one."""
    old = {step.id: step for step in before.steps}
    new = {step.id: step for step in after.steps}
    pairs = Pairs()
    doubtful = twins(old, new) if old.keys() != new.keys() else ({}, {})
    _pair_by_name(old, new, frozenset().union(*doubtful[0].values()), pairs)
    pair_twins(old, new, doubtful, pairs)
    if len(pairs.after) < len(old) and len(pairs.before) < len(new):
        _pair_by_likeness(old, new, pairs)
    _pair_joins(old, new, pairs)
    return pairs


def _pair_by_name(old: Steps, new: Steps, doubtful: frozenset[str], pairs: Pairs) -> None:
    """Pair by `was` where it is news, then by id.

    `was` stays in the file for ever; of a step that had it before, it says nothing new.
    """
    for step in new.values():
        if step.was in old and (step.id not in old or old[step.id].was != step.was):
            _pair(old[step.was], step, pairs)
    for name, step in new.items():
        if name in old and name not in doubtful:
            _pair(old[name], step, pairs)


def _pair(before: Step, after: Step, pairs: Pairs) -> None:
    """Pair two steps; a join goes with what it closes."""
    if Kind.JOIN not in {before.kind, after.kind}:
        pairs.pair(before.id, after.id)


def _pair_joins(old: Steps, new: Steps, pairs: Pairs) -> None:
    joins = {step.joins: step.id for step in new.values() if step.kind is Kind.JOIN}
    for step in old.values():
        counterpart = joins.get(pairs.after.get(step.joins, ""))
        if step.kind is Kind.JOIN and counterpart:
            pairs.pair(step.id, counterpart)


def _pair_by_likeness(old: Steps, new: Steps, pairs: Pairs) -> None:
    """Pair what is left, the likest first."""
    here, there = pairs.places_before(old), pairs.places_after(new)
    left = [step for name, step in old.items() if _is_free(step) and name not in pairs.after]
    right = [step for name, step in new.items() if _is_free(step) and name not in pairs.before]
    needed = frozenset().union(*map(_grams, (*left, *right)))
    weights = rarity(needed, map(_grams, old.values()), map(_grams, new.values()))
    ranked = []
    for i, j in _worth_comparing(left, right, here, there):
        one, other = left[i], right[j]
        is_here = here[one.id] == there[other.id]
        score = _score(one, other, weights, is_here=is_here)
        if score:
            ranked.append((-score, abs(one.number - other.number), i, j))
    for *_, i, j in sorted(ranked):
        pairs.pair(left[i].id, right[j].id)


def _is_free(step: Step) -> bool:
    return step.kind is not Kind.JOIN


def _worth_comparing(
    left: Sequence[Step],
    right: Sequence[Step],
    here: Mapping[str, Place],
    there: Mapping[str, Place],
) -> Iterator[tuple[int, int]]:
    """Yield the places of what has words in common, and of what stands in the same place."""
    found = dict.fromkeys(candidates([*map(_grams, left)], [*map(_grams, right)]))
    groups: dict[Place, list[int]] = defaultdict(list)
    for j, step in enumerate(right):
        groups[there[step.id]].append(j)
    for i, step in enumerate(left):
        found |= dict.fromkeys((i, j) for j in groups[here[step.id]][:_FEW])
    yield from found


def _score(one: Step, other: Step, weights: Mapping[str, float], *, is_here: bool) -> float:
    """Say how surely two steps are one; 0 where they are not."""
    same = one.kind is other.kind
    if not same and Kind.TOGETHER in {one.kind, other.kind}:
        return 0
    like = likeness(_grams(one), _grams(other), weights)
    if is_here and same and _stands_for(one, other):
        like = max(like, _SURE)
    needed = (LIKE_HERE if is_here else LIKE) + (0 if same else MORE)
    return like + _BONUS * (same + is_here) if like >= needed else 0


def _stands_for(one: Step, other: Step) -> bool:
    """Say whether a step in the same place must be the one that was there, whatever its words.

    It is a start, an end or another SOP, asks for the same answers, or has the same script or note,
    which nobody writes twice.
    """
    if one.kind in _NAMING or (one.kind is Kind.ASK and _labels(one) == _labels(other)):
        return True
    mine, theirs = grams(f"{one.say} {one.note}"), grams(f"{other.say} {other.note}")
    return bool(mine) and likeness(mine, theirs) >= _SURE


def _labels(step: Step) -> set[str]:
    return {way.label for way in step.exits}


def _grams(step: Step) -> Grams:
    """Take apart a step's own words: what it says, or runs, or does at the same time."""
    if step.sop:
        return grams(step.sop.target.replace("-", " "))
    return grams(step.text or " ".join(way.label for way in step.exits))
