"""Steps with the same words: their ids are counted (`wait`, `wait-2`), so an id names no step.

Where there are more or fewer of them than before, their neighbours say which is which.
"""

import re
from collections.abc import Callable, Hashable, Mapping
from functools import partial

from sopbook.core.model import Kind, Step
from sopbook.history.changes.pairs import Pairs, Place, paired_by

_COUNTED = re.compile(r"(.+)-[0-9]+")

Groups = Mapping[str, list[str]]
"""The ids of steps with the same words, in written order, by the one that is not counted."""


def stem(name: str) -> str:
    """Take the number off an id that may be counted."""
    found = _COUNTED.fullmatch(name)
    return found[1] if found else name


def twins(old: Mapping[str, Step], new: Mapping[str, Step]) -> tuple[Groups, Groups]:
    """Find the twins of which there are more or fewer than before: by version."""
    before, after = _groups(old), _groups(new)
    grown = [
        name
        for name in dict.fromkeys((*before, *after))
        if len(before.get(name, (name,))) != len(after.get(name, (name,)))
        and name in old
        and name in new
    ]
    return (
        {name: before.get(name, [name]) for name in grown},
        {name: after.get(name, [name]) for name in grown},
    )


def _groups(steps: Mapping[str, Step]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for name, step in steps.items():
        first = steps.get(stem(name))
        if first and first is not step and _words(first) == _words(step):
            groups.setdefault(first.id, [first.id]).append(name)
    return groups


def _words(step: Step) -> tuple[Kind, str]:
    return step.kind, step.sop.target if step.sop else step.text


def _facts(step: Step) -> Hashable:
    """Give what tells a step from its twin."""
    labels = tuple(way.label for way in step.exits)
    return step.by, step.when, step.within, step.takes, step.say, step.note, step.to, labels


_KEYS: tuple[Callable[[Step, Place], Hashable], ...] = (
    lambda step, place: (place, _facts(step)),
    lambda _, place: place,
    lambda step, place: (place[0], _facts(step)),
    lambda step, place: (place[1], _facts(step)),
    lambda _, place: place[0],
    lambda _, place: place[1],
    lambda step, _: _facts(step),
    lambda *_: None,
)
"""What makes two twins one, the surest sign first."""


def pair_twins(
    old: Mapping[str, Step], new: Mapping[str, Step], found: tuple[Groups, Groups], pairs: Pairs
) -> None:
    """Pair twins by their neighbours and their facts, and what is left in order."""
    here, there = pairs.places_before(old), pairs.places_after(new)
    for name, before in found[0].items():
        left = [twin for twin in before if twin not in pairs.after]
        right = [twin for twin in found[1][name] if twin not in pairs.before]
        keys = ((partial(_key, key, old, here), partial(_key, key, new, there)) for key in _KEYS)
        for twin, other in paired_by(left, right, keys):
            if twin and other:
                pairs.pair(twin, other)


def _key(
    key: Callable[[Step, Place], Hashable],
    steps: Mapping[str, Step],
    places: Mapping[str, Place],
    name: str,
) -> Hashable:
    return key(steps[name], places[name])
