"""Wrong answers that are worth a thought: steps that come at other points, and of like SOPs."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from sopbook.core.model import Kind, Step
from sopbook.practice.alike import alike, shared
from sopbook.practice.exercise import Asked, Choice
from sopbook.practice.stock import Stock, group_of

MOST_WRONG = 3
ENOUGH = 2
"""So many wrong answers are enough; only where there are fewer, others are looked for."""
_NO_STEPS = frozenset({Kind.START, Kind.JOIN})


class WrongSteps:
    """Finds wrong answers to what comes next in one SOP."""

    def __init__(self, sop: str, stock: Stock) -> None:
        """Take the SOP, and where others are found."""
        self._sop, self._stock = sop, stock
        self._own = stock.captions(sop)
        self._walked = [step for step in stock.ways[sop].walked if step.kind not in _NO_STEPS]

    def to(self, right: Step, barred: frozenset[str], done: frozenset[str]) -> tuple[Choice, ...]:
        """Give wrong answers: no step in `barred`, and nothing that reads like one.

        Those of the same kind come first, of this SOP before those of others; then any; what was
        `done` already stands at the very end.
        """
        out = [self._own[name] for name in sorted(barred)]
        open_ = [step for step in self._walked if step.id not in barred | done]
        again = [step for step in self._walked if step.id in done - barred]
        group, runs = group_of(right), frozenset(self._runs(barred))
        tiers: tuple[Callable[[], Iterable[Choice]], ...] = (
            lambda: chain(self._here(right, open_, group), self._there(right, group, runs)),
            lambda: chain(self._here(right, open_, None), self._there(right, None, runs)),
            lambda: self._here(right, again, None),
        )
        found: list[Choice] = []
        for tier in tiers:
            if len(found) < ENOUGH:
                told_apart(found, tier(), out)
        return tuple(found)

    def _runs(self, names: Iterable[str]) -> Iterator[str]:
        """Give the SOPs whose own first steps would be right as well."""
        for name in names:
            step = self._stock.ways[self._sop].steps[name]
            if step.sop:
                yield step.sop.target

    def _here(self, right: Step, steps: Iterable[Step], group: Asked | None) -> Iterator[Choice]:
        fit = [step for step in steps if group in {None, group_of(step)}]
        for step in sorted(fit, key=lambda step: self._rank(right, step)):
            yield Choice(self._own[step.id], step.id)

    def _rank(self, right: Step, step: Step) -> tuple[object, ...]:
        common = shared(self._own[right.id], self._own[step.id])
        return step.by != right.by, -common, abs(step.number - right.number), step.number

    def _there(self, right: Step, group: Asked | None, runs: frozenset[str]) -> Iterator[Choice]:
        names = [name for name in self._stock.like(self._sop) if name not in runs]
        if group is Asked.SOP:
            yield from (Choice(self._stock.names.sop(name), sop=name) for name in names)
        said = self._own[right.id]
        found = [each for name in names for each in self._stock.choices(name).get(group, ())]
        yield from sorted(found, key=lambda each: -shared(said, each.text))


def told_apart(found: list[Choice], more: Iterable[Choice], out: Iterable[str]) -> None:
    """Add to what was found, until there are enough, what reads like nothing else."""
    taken = [*out, *(choice.text for choice in found)]
    for choice in more:
        if len(found) == MOST_WRONG:
            return
        if not any(alike(choice.text, text) for text in taken):
            found.append(choice)
            taken.append(choice.text)
