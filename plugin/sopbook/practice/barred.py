"""Which steps may be done at a point as well: they are no wrong answers there."""

from collections.abc import Mapping
from functools import cached_property

from sopbook.analysis.ways import Ways
from sopbook.core.model import Kind, Step

_OPEN = frozenset({Kind.TOGETHER, Kind.JOIN, Kind.START})


class Barred:
    """Knows for each step of a workflow what may follow at once, by any answer."""

    def __init__(self, way: Ways) -> None:
        """Take a workflow."""
        self._way = way

    def at(self, name: str) -> frozenset[str]:
        """Give the step itself, all that may follow at once, and what is done at the same time.

        Behind an optional step stands another that may follow, and so behind each bar.
        """
        found: set[str] = {name}
        waiting = list(self._way.onward[name])
        while waiting:
            step = self._way.steps[waiting.pop()]
            if step.id not in found:
                found.add(step.id)
                waiting += self._way.onward[step.id] if is_open(step) else ()
        beside = (each for one in found for each in self.beside.get(one, ()))
        return frozenset(found).union(beside)

    def stretch(self, name: str) -> tuple[str, ...]:
        """Give what surely comes after a step, without a decision between, the nearest first."""
        found = {name: None}
        for each in (waiting := [name]):
            if self._way.steps[each].kind is not Kind.ASK:
                following = [one for one in self._way.onward[each] if one not in found]
                found.update(dict.fromkeys(following))
                waiting += following
        return tuple(found)[1:]

    @cached_property
    def beside(self) -> Mapping[str, frozenset[str]]:
        """For each step within a `together`, the steps of its other branches."""
        found: dict[str, frozenset[str]] = {}
        for step in self._way.walked:
            if step.kind is Kind.TOGETHER:
                bodies = [self._body(way.target, step.id) for way in step.exits]
                for number, body in enumerate(bodies):
                    others = frozenset[str]().union(*bodies[:number], *bodies[number + 1 :])
                    for name in body:
                        found[name] = found.get(name, frozenset()) | (others - body)
        return found

    def _body(self, first: str, fork: str) -> frozenset[str]:
        """Give the steps of a branch, up to the join of its fork."""
        found: set[str] = set()
        waiting = [first]
        while waiting:
            name = waiting.pop()
            if name not in found and self._way.steps[name].joins != fork:
                found.add(name)
                waiting += self._way.onward[name]
        return frozenset(found)


def is_open(step: Step) -> bool:
    """Say whether one may pass a step by, or it is no more than a bar."""
    return bool(step.when) or step.kind in _OPEN
