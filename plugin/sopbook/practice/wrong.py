"""Wrong answers that are worth a thought: steps that come at other points, and of like SOPs."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sopbook.core.model import Kind, Step
from sopbook.practice.alike import alike, shared, stems
from sopbook.practice.exercise import Asked, Choice
from sopbook.practice.stock import Stock, group_of

MOST_WRONG = 3
ENOUGH = 2
"""So many wrong answers are enough; only where there are fewer, others are looked for."""
_NO_STEPS = frozenset({Kind.START, Kind.JOIN})


@dataclass(frozen=True, slots=True)
class Point:
    """Where it is asked: what is no wrong answer, what surely comes later on, what was done.

    `hint` are the words that the right answer takes up from what was just told.
    """

    barred: frozenset[str]
    later: frozenset[str] = frozenset()
    done: frozenset[str] = frozenset()
    hint: frozenset[str] = frozenset()


class WrongSteps:
    """Finds wrong answers to what comes next in one SOP."""

    def __init__(self, sop: str, stock: Stock) -> None:
        """Take the SOP, and where others are found."""
        self._sop, self._stock = sop, stock
        self._own = stock.captions(sop)
        self._walked = [step for step in stock.ways[sop].walked if step.kind not in _NO_STEPS]

    def to(self, right: Step, point: Point) -> tuple[Choice, ...]:
        """Give wrong answers: no step that is barred, and nothing that reads like one.

        Those of the same kind come first, then any of this SOP; what comes later all the same,
        and what was done already, stand at the end. Other SOPs help where this one has too few.
        """
        out = [self._own[name] for name in sorted(point.barred)]
        left = [step for step in self._walked if step.id not in point.barred]
        known = point.done | point.later
        open_ = [step for step in left if step.id not in known]
        group, runs = group_of(right), frozenset(self._runs(point.barred))
        tiers: tuple[Callable[[], Iterable[Choice]], ...] = (
            lambda: self._here(right, open_, point, group),
            lambda: self._sops(runs) if group is Asked.SOP else (),
            lambda: self._here(right, open_, point),
            lambda: self._here(right, [step for step in left if step.id in known], point),
            lambda: self._there(right, runs),
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

    def _here(
        self, right: Step, steps: Iterable[Step], point: Point, group: Asked | None = None
    ) -> Iterator[Choice]:
        fit = [step for step in steps if group in {None, group_of(step)}]
        for step in sorted(fit, key=lambda step: self._rank(right, step, point)):
            yield Choice(self._own[step.id], step.id)

    def _rank(self, right: Step, step: Step, point: Point) -> tuple[object, ...]:
        said = self._own[step.id]
        common = shared(self._own[right.id], said)
        return (
            point.hint.isdisjoint(stems(said)), step.id in point.done, step.by != right.by,
            -common, abs(step.number - right.number), step.number,
        )  # fmt: skip

    def _sops(self, runs: frozenset[str]) -> Iterator[Choice]:
        for name in self._stock.like(self._sop):
            if name not in runs:
                yield Choice(self._stock.names.sop(name), sop=name)

    def _there(self, right: Step, runs: frozenset[str]) -> Iterator[Choice]:
        """Give steps of SOPs for the same reasons, in nearly the same words, but no questions."""
        said, group = self._own[right.id], group_of(right)
        names = (name for name in self._stock.akin(self._sop) if name not in runs)
        found = [each for name in names for each in self._stock.choices(name).get(group, ())]
        fit = [each for each in found if group is not Asked.FIND_OUT and shared(said, each.text)]
        yield from sorted(fit, key=lambda each: -shared(said, each.text))


def told_apart(found: list[Choice], more: Iterable[Choice], out: Iterable[str]) -> None:
    """Add to what was found, until there are enough, what reads like nothing else."""
    taken = [*out, *(choice.text for choice in found)]
    for choice in more:
        if len(found) == MOST_WRONG:
            return
        if not any(alike(choice.text, text) for text in taken):
            found.append(choice)
            taken.append(choice.text)
