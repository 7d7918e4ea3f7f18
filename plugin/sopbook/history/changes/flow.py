"""What changed in the steps of an SOP, each change by its own cause."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sopbook.core.model import Exit, Kind, Step, Workflow
from sopbook.history.changes.causes import Causes, causes
from sopbook.history.changes.exits import is_same, paired_exits
from sopbook.history.changes.facts import step_changes
from sopbook.history.changes.kinds import (
    Added,
    Cause,
    Change,
    Moved,
    Removed,
    Renamed,
    WayChanged,
)
from sopbook.history.changes.match import matched
from sopbook.history.changes.moves import moved_blocks
from sopbook.history.changes.pairs import Pairs

_PARTING = frozenset({Kind.ASK, Kind.TOGETHER})
"""Kinds with several ways on, each with words of its own."""

Led = tuple[str, Exit | None, Exit | None]
"""A step that is in both versions, and a way on of it that changed."""


@dataclass(frozen=True, slots=True)
class _Flow:
    """Two versions' steps by id, and which is which."""

    old: Mapping[str, Step]
    new: Mapping[str, Step]
    pairs: Pairs

    def before(self, name: str) -> Step:
        return self.old[self.pairs.before[name]]


def flow_changes(before: Workflow, after: Workflow) -> tuple[tuple[Change, ...], Pairs]:
    """Compare two workflows: the changes, and which step is which."""
    old = {step.id: step for step in before.steps}
    new = {step.id: step for step in after.steps}
    flow = _Flow(old, new, matched(before, after))
    led = tuple(_led(flow))
    moved = tuple(_moves(flow, led))
    found = [*_step_by_step(flow, led, moved), *moved]
    return tuple(found), flow.pairs


def _led(flow: _Flow) -> Iterator[Led]:
    """Yield the ways on that changed, of steps that are in both versions."""
    ids = flow.pairs.after
    for name, step in flow.new.items():
        old = flow.before(name).exits if name in flow.pairs.before else ()
        if name not in flow.pairs.before or _is_as_before(old, step.exits, ids):
            continue
        places = {way.label: place for place, way in enumerate(step.exits)}
        pairs = [pair for pair in paired_exits(old, step.exits, ids) if not is_same(*pair, ids)]
        pairs.sort(key=lambda pair: places[pair[1].label] if pair[1] else len(places))
        yield from ((name, one, other) for one, other in pairs)


def _is_as_before(old: tuple[Exit, ...], new: tuple[Exit, ...], ids: Mapping[str, str]) -> bool:
    return old == new and all(ids.get(way.target) == way.target for way in old)


def _moves(flow: _Flow, led: Sequence[Led]) -> Iterator[Moved]:
    """Tell the blocks that moved in the flow from those that merely stand elsewhere in the list."""
    blocks = moved_blocks(tuple(flow.old), tuple(flow.new), flow.pairs)
    if not blocks:
        return
    own = _own(flow, led, frozenset())
    near: dict[str, set[Led]] = defaultdict(set)
    for way in own:
        for name in _ends(flow, way):
            near[name].add(way)
    touched = [block for block in blocks if any(near[name] for name in block)]
    left = set(_own(flow, led, frozenset().union(*touched)))
    for block in blocks:
        # A move that explains no way is none: then the ways are told one by one.
        explains = any(near[name] - left for name in block)
        numbers = tuple(flow.new[name].number for name in block)
        yield Moved(block, numbers, is_listing=not explains)


def _own(flow: _Flow, led: Sequence[Led], loose: frozenset[str]) -> list[Led]:
    """Give the ways that changed by themselves, if these steps are taken for moved."""
    found = causes(flow.old, flow.new, flow.pairs, loose)
    return [way for way in led if found.is_own(*way)]


def _ends(flow: _Flow, way: Led) -> tuple[str, str, str]:
    """Give the steps at the ends of a way, as it was and as it is."""
    name, one, other = way
    before = flow.pairs.after.get(one.target, "") if one else ""
    return name, before, other.target if other else ""


def _step_by_step(flow: _Flow, led: Sequence[Led], moves: Sequence[Moved]) -> Iterator[Change]:
    """Yield the changes of each step in the order of the version after, then what is gone."""
    loose = frozenset(name for move in moves if not move.is_listing for name in move.steps)
    found = causes(flow.old, flow.new, flow.pairs, loose)
    ways: dict[str, list[WayChanged]] = defaultdict(list)
    for way in led:
        ways[way[0]].append(WayChanged(*way, _cause(flow, found, way)))
    for name, step in flow.new.items():
        if name not in flow.pairs.before:
            yield Added(step)
            continue
        before = flow.before(name)
        if before.id != name:
            yield Renamed(before.id, name)
        yield from step_changes(before, step)
        yield from ways.get(name, ())
    yield from (Removed(step) for name, step in flow.old.items() if name not in flow.pairs.after)


def _cause(flow: _Flow, found: Causes, way: Led) -> Cause:
    name, one, other = way
    before, after = flow.before(name).kind, flow.new[name].kind
    if before is not after and (after is Kind.END or _PARTING & {before, after}):
        return Cause.KIND
    if after in _PARTING and not (one and other):
        return Cause.OWN
    if _goes_with_join(flow, one, other):
        return Cause.STEPS
    return Cause.OWN if found.is_own(*way) else Cause.STEPS


def _goes_with_join(flow: _Flow, one: Exit | None, other: Exit | None) -> bool:
    """Say whether a way changed because what is done at the same time begins or ceases to be."""
    joins = (
        one and one.target not in flow.pairs.after and flow.old[one.target],
        other and other.target not in flow.pairs.before and flow.new[other.target],
    )
    return any(step and step.kind is Kind.JOIN for step in joins)
