"""What an SOP asks of some: how many of its steps are theirs, whom they give to and take from."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from sopbook.analysis.hands import Change
from sopbook.analysis.ways import Ways
from sopbook.core.model import Kind, Step

_WORK = frozenset({Kind.DO, Kind.ASK, Kind.WAIT, Kind.ESCALATE, Kind.SOP})


@dataclass(frozen=True, slots=True)
class Duty:
    """How many steps are `mine`; the ids of those whom a case goes to, and comes from."""

    mine: int
    gives: tuple[str, ...]
    takes: tuple[str, ...]


def works(way: Ways) -> tuple[Step, ...]:
    """List the steps in which something is done: no start, no end, no bars."""
    return tuple(step for step in way.walked if step.kind in _WORK)


def duty(way: Ways, who: Collection[str], changes: Iterable[Change]) -> Duty:
    """Say what is asked of roles and teams, by the SOP's steps and its hand-overs."""
    mine = sum(any(by.target in who for by in step.by) for step in works(way))
    every = tuple(changes)
    gives = _others(((one.giving, one.taking) for one in every), who)
    takes = _others(((one.taking, one.giving) for one in every), who)
    return Duty(mine, tuple(dict.fromkeys(gives)), tuple(dict.fromkeys(takes)))


def _others(
    pairs: Iterable[tuple[Collection[str], Collection[str]]], who: Collection[str]
) -> Iterator[str]:
    """Yield those on the other side of a hand-over who are not among us."""
    for ours, theirs in pairs:
        if any(name in who for name in ours):
            yield from (name for name in sorted(theirs) if name not in who)
