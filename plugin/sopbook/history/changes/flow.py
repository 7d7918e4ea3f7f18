"""What changed in the steps of an SOP, each change by its own cause."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sopbook.core.model import Exit, Kind, Workflow
from sopbook.history.changes.causes import Causes, Flow, Led, causes
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
from sopbook.history.changes.moves import moves
from sopbook.history.changes.pairs import Pairs

_PARTING = frozenset({Kind.ASK, Kind.TOGETHER})
"""Kinds with several ways on, each with words of its own."""


def flow_changes(before: Workflow, after: Workflow) -> tuple[tuple[Change, ...], Pairs]:
    """Compare two workflows: the changes, and which step is which."""
    old = {step.id: step for step in before.steps}
    new = {step.id: step for step in after.steps}
    flow = Flow(old, new, matched(before, after))
    led = tuple(_led(flow))
    moved = tuple(moves(flow, led))
    found = [*_step_by_step(flow, led, moved), *moved]
    return tuple(found), flow.pairs


def _led(flow: Flow) -> Iterator[Led]:
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


def _step_by_step(flow: Flow, led: Sequence[Led], moved: Sequence[Moved]) -> Iterator[Change]:
    """Yield the changes of each step in the order of the version after, then what is gone."""
    found = causes(flow, (name for each in moved if not each.is_listing for name in each.steps))
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


def _cause(flow: Flow, found: Causes, way: Led) -> Cause:
    name, one, other = way
    before, after = flow.before(name).kind, flow.new[name].kind
    if before is not after and (after is Kind.END or _PARTING & {before, after}):
        return Cause.KIND
    if after in _PARTING and not (one and other):
        return Cause.OWN
    if _goes_with_join(flow, one, other):
        return Cause.STEPS
    return Cause.OWN if found.is_own(way) else Cause.STEPS


def _goes_with_join(flow: Flow, one: Exit | None, other: Exit | None) -> bool:
    """Say whether a way changed because what is done at the same time begins or ceases to be."""
    joins = (
        one and one.target not in flow.pairs.after and flow.old[one.target],
        other and other.target not in flow.pairs.before and flow.new[other.target],
    )
    return any(step and step.kind is Kind.JOIN for step in joins)
