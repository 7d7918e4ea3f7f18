"""Every walk through a workflow, as the model has it: what the guide must offer on each of them."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

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


Walk = tuple[Stop, ...]

# Takes each walk option by option, and says where the two disagree; without steps, the page's own.
FOLLOW = """given => {
    const [steps, walks] = JSON.parse(given);
    const {flow, options, onward, text, parse} = globalThis.sopbookWalk;
    const offered = ["way", "branch", "gather", "start"];
    const model = flow(steps ?? globalThis.sopbookSteps.read());
    const follow = (walk, place) => {
        let visits = onward([], options(model, [])[0]);
        for (const {step, choices, chosen} of walk) {
            if (visits.at(-1).id !== step) return `${visits.at(-1).id} is not ${step}`;
            const found = options(model, visits).filter(({kind}) => offered.includes(kind));
            const [here, there] = [found.map(({to, label}) => [to, label]), choices];
            if (JSON.stringify(here) !== JSON.stringify(there))
                return `at ${step}: ${JSON.stringify(here)}, not ${JSON.stringify(there)}`;
            if (chosen >= 0) visits = onward(visits, found[chosen]);
        }
        if (place % 10) return;
        const address = text(model, visits, Infinity);
        const again = parse(model, address).visits;
        if (JSON.stringify(again) !== JSON.stringify(visits)) return `${address} is another walk`;
    };
    return walks.map(follow).filter(Boolean);
}"""


def plain(chosen: Sequence[Walk]) -> list[list[dict[str, Any]]]:
    """Give walks as plain data."""
    return [
        [
            asdict(stop) | {"choices": [(way.target, way.label) for way in stop.choices]}
            for stop in walk
        ]
        for walk in chosen
    ]


def covering(every: Sequence[Walk]) -> tuple[Walk, ...]:
    """Choose walks that take each way, and come to each end, at least once."""
    seen: set[tuple[str, int]] = set()
    chosen = []
    for walk in sorted(every, key=len):
        ways = {(stop.step, stop.chosen) for stop in walk}
        if not ways <= seen:
            seen |= ways
            chosen.append(walk)
    return tuple(chosen)


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
