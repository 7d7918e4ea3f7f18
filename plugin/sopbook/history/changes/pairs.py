"""Things of two versions that are one, and what stands around those that are not (yet)."""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

Place = tuple[str, str]
"""The nearest neighbours with a counterpart, before and after; "" where there is none."""

T = TypeVar("T")
Key = Callable[[T], Hashable]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Which step is which: by its id in the version before, and in the one after."""

    after: dict[str, str] = field(default_factory=dict)
    before: dict[str, str] = field(default_factory=dict)

    def pair(self, before: str, after: str) -> None:
        """Take two steps for one, unless either has its counterpart."""
        if before not in self.after and after not in self.before:
            self.after[before] = after
            self.before[after] = before

    def places_before(self, steps: Iterable[str]) -> Mapping[str, Place]:
        """Say where each step of the version before stands, in terms of the one after."""
        return _places(steps, self.after)

    def places_after(self, steps: Iterable[str]) -> Mapping[str, Place]:
        """Say where each step of the version after stands."""
        return _places(steps, {name: name for name in self.before})


def _places(steps: Iterable[str], named: Mapping[str, str]) -> dict[str, Place]:
    names = list(steps)
    leading = _last_named(names, named)
    following = reversed(_last_named(reversed(names), named))
    return dict(zip(names, zip(leading, following, strict=True), strict=True))


def _last_named(names: Iterable[str], named: Mapping[str, str]) -> list[str]:
    found, last = [], ""
    for name in names:
        found.append(last)
        last = named.get(name, last)
    return found


def paired_by(
    before: Sequence[T], after: Sequence[T], keys: Iterable[tuple[Key[T], Key[T]]]
) -> list[tuple[T | None, T | None]]:
    """Pair what has the same key, the first key first; what is left over is paired with None.

    Each key is a function for either side. Among equals, the first goes with the first.
    """
    left, right = dict(enumerate(before)), dict(enumerate(after))
    found: list[tuple[T | None, T | None]] = []
    for old_key, new_key in keys:
        waiting: dict[Hashable, deque[int]] = defaultdict(deque)
        for place, item in left.items():
            waiting[old_key(item)].append(place)
        for place, item in tuple(right.items()):
            same = waiting[new_key(item)]
            if same:
                found.append((left.pop(same.popleft()), right.pop(place)))
    return [*found, *((item, None) for item in left.values()), *((None, i) for i in right.values())]
