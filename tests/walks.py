"""Every walk through a workflow, as the model has it: what the guide must offer on each of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from sopbook.core.model import Kind, Step, Workflow

Forks = tuple[tuple[str, frozenset[int]], ...]
"""What is done at the same time, the innermost last, with the branches not begun yet."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A way on from a place: its words, where it leads, and what is open at the same time then."""

    label: str
    target: str
    forks: Forks


@dataclass(frozen=True, slots=True)
class Stop:
    """A step on a walk: what can be chosen there, and the place of what is chosen (-1: nothing)."""

    step: str
    choices: tuple[Choice, ...]
    chosen: int


def walks(workflow: Workflow, most: int = 2_000) -> Iterator[tuple[Stop, ...]]:
    """Yield walks from the start to each end, each way taken at most once on a walk.

    There may be more of them than can be walked: `most` are yielded.
    """
    model = _Model({step.id: step for step in workflow.steps})
    start = workflow.steps[0].id
    everything = model.on(start, (), frozenset())
    for _, walk in zip(range(most), everything, strict=False):
        yield walk


@dataclass(slots=True)
class _Model:
    steps: dict[str, Step]

    def on(
        self, name: str, forks: Forks, taken: frozenset[tuple[str, int]]
    ) -> Iterator[tuple[Stop, ...]]:
        """Yield the walks from a step."""
        forks = self.arrived(name, forks)
        choices = self.choices(name, forks)
        ways = [(name, place) for place in range(len(choices))]
        left = [place for place, way in enumerate(ways) if way not in taken]
        if not left:
            yield (Stop(name, choices, -1),)
        for place in left:
            choice = choices[place]
            here = Stop(name, choices, place)
            # Branches are told by what is open, so that none of them counts as walked already.
            now = taken if self.is_fork(name, forks) else taken | {ways[place]}
            for rest in self.on(choice.target, choice.forks, now):
                yield (here, *rest)

    def arrived(self, name: str, forks: Forks) -> Forks:
        step = self.steps[name]
        if step.kind is Kind.TOGETHER:
            return (*_before(forks, name), (name, frozenset(range(len(step.exits)))))
        return _down_to(forks, step.joins) if step.kind is Kind.JOIN else forks

    def is_fork(self, name: str, forks: Forks) -> bool:
        step = self.steps[name]
        fork = step.joins if step.kind is Kind.JOIN else name
        is_open = bool(forks) and forks[-1][0] == fork and bool(forks[-1][1])
        return step.kind in {Kind.TOGETHER, Kind.JOIN} and is_open

    def choices(self, name: str, forks: Forks) -> tuple[Choice, ...]:
        step = self.steps[name]
        if self.is_fork(name, forks):
            fork, left = forks[-1]
            exits = self.steps[fork].exits
            return tuple(
                Choice(exits[one].label, exits[one].target, (*forks[:-1], (fork, left - {one})))
                for one in sorted(left)
            )
        if not step.exits and forks:
            join = next(name for name, each in self.steps.items() if each.joins == forks[-1][0])
            return (Choice("", join, forks),)
        onward = _before(forks, step.joins) if step.kind is Kind.JOIN else forks
        return tuple(Choice(way.label, way.target, onward) for way in step.exits)


def _before(forks: Forks, name: str) -> Forks:
    names = [fork for fork, _ in forks]
    return forks[: names.index(name)] if name in names else forks


def _down_to(forks: Forks, name: str) -> Forks:
    names = [fork for fork, _ in forks]
    return forks[: names.index(name) + 1] if name in names else forks
