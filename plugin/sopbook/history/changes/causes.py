"""Why a way on changed: led elsewhere by its author, or only through other steps than before.

A step that is put between two others changes where the first one leads. Seen past the steps that
were added, removed or moved, it still leads to the same place: that is no change of its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from sopbook.core.model import Exit, Step
from sopbook.history.changes.exits import paired_exits
from sopbook.history.changes.pairs import Pairs

Steps = Mapping[str, Step]
Led = tuple[str, Exit | None, Exit | None]
"""A step that is in both versions, and a way on of it that changed."""
_ENDING = ""
_ANYWHERE = "*"
"""Where so many steps come and go that nobody can say what leads where."""
_FAR = 300


@dataclass(frozen=True)
class Flow:
    """Two versions' steps by id, and which is which."""

    old: Steps
    new: Steps
    pairs: Pairs

    def before(self, name: str) -> Step:
        """Give a step of the version after as it was."""
        return self.old[self.pairs.before[name]]

    @cached_property
    def leading(self) -> Mapping[str, list[str]]:
        """The ids of the steps that lead to each step of the version after."""
        leading: dict[str, list[str]] = defaultdict(list)
        for step in self.new.values():
            for way in step.exits:
                leading[way.target].append(step.id)
        return leading


@dataclass(frozen=True, slots=True)
class Through:
    """One version as seen past its `loose` steps; `names` gives the ids of the version after."""

    steps: Steps
    loose: frozenset[str]
    names: Mapping[str, str]
    seen: dict[str, frozenset[str]] = field(default_factory=dict)

    def beyond(self, way: Exit | None) -> frozenset[str]:
        """Say where a way comes to, past loose steps; no way at all comes to an end."""
        if way is None:
            return frozenset({_ENDING})
        if way.target not in self.seen:
            self.seen[way.target] = frozenset(self._walk(way.target))
        return self.seen[way.target]

    def _walk(self, first: str) -> Iterator[str]:
        walked: set[str] = set()
        waiting = [first]
        while waiting:
            name = waiting.pop()
            if name not in self.loose:
                yield self.names.get(name, name)
            elif name not in walked:
                walked.add(name)
                ways = self.steps[name].exits
                waiting += [way.target for way in ways]
                if not ways:
                    yield _ENDING
            if len(walked) > _FAR:
                yield _ANYWHERE
                return


def meet(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two ways come to the same place."""
    return bool(one & other) or _ANYWHERE in one | other


@dataclass(frozen=True, slots=True)
class Causes:
    """Both versions, seen past what is loose in them."""

    flow: Flow
    before: Through
    after: Through

    def is_own(self, way: Led) -> bool:
        """Say whether the author led a way elsewhere: the loose steps alone don't explain it."""
        name, before, after = way
        there = self.after.beyond(after)
        if meet(self.before.beyond(before), there):
            return False
        if name not in self.after.loose:
            return True
        return not any(meet(was, there) for was in self._formerly(name))

    def _formerly(self, step: str) -> Iterator[frozenset[str]]:
        """Yield where the ways that now come to a moved step came to before.

        A step that was moved goes on with what followed where it stands now.
        """
        walked: set[str] = set()
        waiting = [step]
        while waiting and len(walked) <= _FAR:
            name = waiting.pop()
            if name in walked:
                continue
            walked.add(name)
            if name == next(iter(self.flow.new)):
                # Where it all begins: there the first step of before was come to.
                yield self.before.beyond(Exit(next(iter(self.flow.old))))
            for other in self.flow.leading.get(name, ()):
                if other in self.after.loose:
                    waiting.append(other)
                else:
                    yield from self._ways_before(other, name)

    def _ways_before(self, step: str, to: str) -> Iterator[frozenset[str]]:
        old, new = self.flow.before(step), self.flow.new[step]
        for one, other in paired_exits(old.exits, new.exits, self.flow.pairs.after):
            if one and other and other.target == to:
                yield self.before.beyond(one)


def causes(flow: Flow, moved: Iterable[str] = ()) -> Causes:
    """Look past the steps that were added and removed, and those that moved (ids after)."""
    ids, loose = flow.pairs.after, {"", *moved}
    gone = frozenset(name for name in flow.old if ids.get(name, "") in loose)
    come = frozenset(name for name in flow.new if name not in flow.pairs.before or name in loose)
    return Causes(flow, Through(flow.old, gone, ids), Through(flow.new, come, {}))
