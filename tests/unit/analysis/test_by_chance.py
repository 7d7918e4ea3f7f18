"""What is reckoned is what comes out when workflows are walked by chance, many times."""

import random
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from math import sqrt
from statistics import fmean, stdev

import pytest

from sopbook.analysis.estimates import Estimates
from sopbook.analysis.visits import visits
from sopbook.analysis.ways import ways
from sopbook.core.measures import parse_duration
from sopbook.core.model import CUSTOMER, Card, Exit, Kind, Sop, Step, Workflow
from sopbook.core.organisation import Organisation
from tests.generated import ACTORS, NOWHERE, workflow

WALKS = 500
SURE = 5.0
"""So many standard errors off would be no accident."""
TIMES = ("10 s", "1-2 min", "5-9 min")
ORGANISATION = Organisation(roles=ACTORS)
SEEDS = range(60)


def timed(seed: int) -> Workflow:
    """Make up a workflow with times and, at most questions, shares."""
    dice = random.Random(seed)
    made = workflow(seed, size=18)
    return Workflow(tuple(_timed(step, dice) for step in made.steps))


def _timed(step: Step, dice: random.Random) -> Step:
    takes = parse_duration(dice.choice(TIMES)) if step.kind is Kind.DO else step.takes
    exits = step.exits
    if step.kind is Kind.ASK:
        parts = [dice.uniform(0.2, 1) for _ in exits]
        said = [None if dice.random() < 0.2 else part / sum(parts) for part in parts]
        exits = tuple(replace(way, share=share) for way, share in zip(exits, said, strict=True))
    return replace(step, takes=takes, exits=exits)


@dataclass
class Walk:
    """One case, walked through a workflow."""

    steps: Mapping[str, Step]
    dice: random.Random
    done: Counter[str] = field(default_factory=Counter)
    hands: frozenset[str] = frozenset()
    handed: int = 0
    time: float = 0.0
    end: str = ""

    def go(self, name: str, join: str = "") -> None:
        """Walk until an end, or until a join."""
        while name != join:
            step = self.steps[name]
            left_out = step.when and self.dice.random() < 0.5
            if not left_out:
                self.do(step)
            if step.kind is Kind.TOGETHER:
                name = next(each.id for each in self.steps.values() if each.joins == name)
                step = self.steps[name]
            if not step.exits:
                self.end = name
                return
            name = self.chosen(step.exits)

    def do(self, step: Step) -> None:
        self.done[step.id] += 1
        self.time += (step.takes.least + step.takes.most) / 2 if step.takes else 0.0
        if step.kind is Kind.TOGETHER:
            self.fork(step)
        elif step.kind not in {Kind.START, Kind.END}:
            for side in (step.by, (step.to,) if step.to else ()):
                self.hand(frozenset(str(ref) for ref in side) - {"chatbot", CUSTOMER})

    def hand(self, to: frozenset[str]) -> None:
        if to:
            self.handed += bool(self.hands) and not self.hands & to
            self.hands = to

    def fork(self, step: Step) -> None:
        join = next(each.id for each in self.steps.values() if each.joins == step.id)
        before, after = self.hands, frozenset[str]()
        for way in step.exits:
            self.hands = before
            self.go(way.target, join)
            after |= self.hands
        self.hands = after

    def chosen(self, exits: tuple[Exit, ...]) -> str:
        """Take a way by its share; what is left over falls to the others alike."""
        left = 1 - sum(way.share or 0.0 for way in exits)
        others = sum(way.share is None for way in exits)
        weights = [left / others if way.share is None else way.share for way in exits]
        return self.dice.choices(exits, weights)[0].target


def walks(made: Workflow, seed: int) -> Iterator[Walk]:
    steps = {step.id: step for step in made.steps}
    dice = random.Random(seed)
    for _ in range(WALKS):
        walk = Walk(steps, dice)
        walk.go(made.steps[0].id)
        yield walk


def agrees(found: list[float], expected: float) -> bool:
    error = stdev(found) / sqrt(len(found))
    return abs(fmean(found) - expected) <= SURE * error + 1e-9


@pytest.mark.parametrize("seed", SEEDS)
def test_by_chance(seed: int) -> None:
    made = timed(seed)
    sop = Sop("main", Card(id="main"), made, "", "", "main.workflow.yml", NOWHERE)
    found = Estimates({"main": ways(sop, made)}, ORGANISATION)
    course, one, usual = found.courses.of("main"), found.of("main"), found.hand_offs.usual("main")
    if course is None or one is None or usual is None:
        # A branch that is left in the middle.
        assert any(step.kind is Kind.TOGETHER for step in made.steps)
        return
    walked = tuple(walks(made, seed))
    for name, often in (visits(course) or {}).items():
        assert agrees([float(walk.done[name]) for walk in walked], often), name
    assert agrees([float(walk.handed) for walk in walked], usual)
    for end in one.ends:
        assert end.share is not None
        assert agrees([float(walk.end == end.step) for walk in walked], end.share)
    if not any(step.kind is Kind.TOGETHER for step in made.steps):
        assert agrees([walk.time for walk in walked], one.elapsed.usual or 0.0)
        assert all(one.elapsed.least <= walk.time + sum_of_halves(made, walk) for walk in walked)
    hands = found.hand_offs.of("main")
    assert hands
    assert all(hands.fewest <= walk.handed for walk in walked if max(walk.done.values()) == 1)
    assert all(walk.handed <= hands.most for walk in walked if max(walk.done.values()) == 1)


def sum_of_halves(made: Workflow, walk: Walk) -> float:
    """Say by how much a walk may be shorter than it came out, each step taking its middle time."""
    return sum(
        walk.done[step.id] * (step.takes.most - step.takes.least) / 2
        for step in made.steps
        if step.takes
    )
