"""A workflow as it is walked: its steps in the order of their turn, each answer with its share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sopbook.analysis.ways import Ways
from sopbook.core.model import Exit, Kind, Step


class Turn(NamedTuple):
    """A way on: the place it leads to, how often it is taken (0 to 1), the words on the arrow."""

    to: int
    share: float
    label: str = ""


class Place(NamedTuple):
    """A step and its ways on. `branches`: what is done at the same time, for a `together`."""

    step: Step
    turns: tuple[Turn, ...]
    branches: "tuple[Course, ...]" = ()


@dataclass(frozen=True, slots=True)
class Course:
    """Steps that are walked one after the other: a whole workflow, or a branch of a `together`.

    A turn leads to a later place, unless it goes back; the one after the last is out of a branch.
    A `together` stands here as one place, with what follows its join; a step without turns is an
    end.
    """

    places: tuple[Place, ...]
    starts: tuple[int, ...]

    @property
    def out(self) -> int:
        """The place behind the last."""
        return len(self.places)

    @property
    def goes_back(self) -> bool:
        """Say whether a way leads back to an earlier place, or to the same."""
        turns = (turn.to <= at for at, place in enumerate(self.places) for turn in place.turns)
        return any(turns)


def course(way: Ways) -> Course | None:
    """Prepare a workflow for walking; None where it cannot be walked to an end as it is written.

    That is: where a way stops without an end, where one goes round for ever, and where a branch
    of a `together` is left or entered other than by its first step and its join.
    """
    dead = any(not way.onward[n] and way.steps[n].kind is not Kind.END for n in way.reached)
    if dead or not way.reached <= way.finishing:
        return None
    joins = {step.joins: name for name, step in way.steps.items() if step.joins}
    onward = {**way.onward, **{name: way.onward[join] for name, join in joins.items()}}
    try:
        return _Walk(way.steps, joins, onward).course(way.starts, "")
    except _NotClosedError:
        return None


class _NotClosedError(Exception):
    """A branch is left, or entered, in the middle."""


@dataclass(frozen=True, slots=True)
class _Walk:
    """`onward` leads from a `together` to what follows its join, which `joins` has by its id.

    `taken` holds the steps that have a place already: none may have two.
    """

    steps: Mapping[str, Step]
    joins: Mapping[str, str]
    onward: Mapping[str, tuple[str, ...]]
    taken: set[str] = field(default_factory=set)

    def course(self, starts: Sequence[str], join: str) -> Course:
        names = in_turn(starts, self.onward, join)
        at = {name: place for place, name in enumerate(names)}
        at[join] = len(names)
        self._take(names, is_branch=bool(join))
        places = tuple(self._place(self.steps[name], at) for name in names)
        return Course(places, tuple(dict.fromkeys(at[name] for name in starts)))

    def _take(self, names: Sequence[str], *, is_branch: bool) -> None:
        kinds = {self.steps[name].kind for name in names}
        if Kind.JOIN in kinds or (is_branch and Kind.END in kinds):
            raise _NotClosedError
        if not self.taken.isdisjoint(names):
            raise _NotClosedError
        self.taken.update(names)

    def _place(self, step: Step, at: Mapping[str, int]) -> Place:
        exits = self._exits(step)
        if len(exits) == 1:
            turns: tuple[Turn, ...] = (Turn(at[exits[0].target], 1.0, exits[0].label),)
        else:
            pairs = zip(exits, shares(exits), strict=True)
            turns = tuple(Turn(at[way.target], share, way.label) for way, share in pairs)
        return Place(step, turns, self._branches(step))

    def _branches(self, step: Step) -> tuple[Course, ...]:
        if step.kind is not Kind.TOGETHER:
            return ()
        join = self.joins[step.id]
        return tuple(self.course((way.target,), join) for way in step.exits if way.target != join)

    def _exits(self, step: Step) -> tuple[Exit, ...]:
        return self.steps[self.joins[step.id]].exits if step.id in self.joins else step.exits


def shares(exits: Sequence[Exit]) -> list[float]:
    """Say how often each way is taken: as written, and what is left in equal parts.

    Where the shares written are all there are, or too many, they are taken in proportion.
    """
    known = sum(way.share or 0.0 for way in exits)
    unknown = sum(way.share is None for way in exits)
    if unknown and known < 1:
        return [(1 - known) / unknown if way.share is None else way.share for way in exits]
    return [(way.share or 0.0) / known if known else 1 / len(exits) for way in exits]


def in_turn(
    starts: Sequence[str], onward: Mapping[str, tuple[str, ...]], stop: str
) -> tuple[str, ...]:
    """Put steps in order: each after those that lead to it, but for what goes back."""
    done: list[str] = []
    seen = {stop}
    for start in reversed(starts):
        path = [] if start in seen else [(start, iter(onward[start]))]
        seen.add(start)
        while path:
            name, ways = path[-1]
            for way in ways:
                if way not in seen:
                    seen.add(way)
                    path.append((way, iter(onward[way])))
                    break
            else:
                done.append(name)
                path.pop()
    return tuple(reversed(done))
