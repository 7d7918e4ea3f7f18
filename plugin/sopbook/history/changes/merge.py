"""Two versions of a workflow as one, for a chart that shows what changed.

The merged workflow holds the steps of both. Without what is marked as gone it is the version
after; without what is marked as new it is the version before, under the ids of the version after.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sopbook.core.fates import Fate
from sopbook.core.model import Exit, Step, Workflow
from sopbook.history.changes.kinds import (
    Cause,
    Changes,
    FactChanged,
    Moved,
    WayChanged,
)


@dataclass(frozen=True, slots=True)
class StepMark:
    """What became of a step, how it stood in either version, and which facts of it changed.

    A step that moved may have changed as well; without a fate it is as it was.
    """

    fate: Fate | None
    before: Step | None
    after: Step | None
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WayMark:
    """What became of a way on, and how it stood in either version, under the merged ids.

    `is_news` is False where it is another only because of steps that were added, removed or moved:
    of such ways, a chart may leave out the one that is gone.
    """

    fate: Fate | None
    before: Exit | None
    after: Exit | None
    is_news: bool = True


@dataclass(frozen=True, slots=True)
class Merged:
    """A workflow of two versions.

    `steps` marks each step by its id, `ways` each way on by its step's id and its place there.
    Steps of the version after have its ids and numbers. Steps that are gone have their old numbers,
    and where their old ids are taken, others: `gone` gives them by the old ones.
    """

    workflow: Workflow
    steps: Mapping[str, StepMark]
    ways: Mapping[tuple[str, int], WayMark]
    gone: Mapping[str, str]


def merge(before: Workflow, after: Workflow, changes: Changes) -> Merged:
    """Lay two versions over each other."""
    kept = dict(changes.kept)
    gone = ids_of_gone(before, after, kept)
    ids = kept | gone
    marks = dict(_step_marks(before, after, ids, changes))
    led: dict[str, list[WayChanged]] = defaultdict(list)
    for change in changes.changes:
        if isinstance(change, WayChanged):
            led[change.step].append(change)
    bare = {gone[step.id]: _gone(step, ids) for step in before.steps if step.id in gone}
    bare |= {step.id: step for step in after.steps}
    ways = {
        name: tuple(_ways(bare[name], marks[name].fate, led[name], ids))
        for name in merged_order(before, after, changes, gone)
    }
    steps = tuple(replace(bare[name], exits=_exits(found)) for name, found in ways.items())
    places = {(name, n): way for name, found in ways.items() for n, way in enumerate(found)}
    return Merged(Workflow(steps), marks, places, gone)


def _gone(step: Step, ids: Mapping[str, str]) -> Step:
    """Give a step that is gone under the ids of the merged workflow."""
    exits = tuple(_under(way, ids) for way in step.exits)
    return replace(step, id=ids[step.id], joins=ids.get(step.joins, ""), exits=exits)


def _exits(ways: tuple[WayMark, ...]) -> tuple[Exit, ...]:
    return tuple(way for each in ways if (way := each.after or each.before))


def ids_of_gone(before: Workflow, after: Workflow, kept: Mapping[str, str]) -> dict[str, str]:
    """Give the steps that are gone ids that nobody has now."""
    taken = {step.id for step in after.steps}
    gone: dict[str, str] = {}
    for step in before.steps:
        if step.id not in kept:
            name = step.id
            while name in taken:
                name += "-before"
            gone[step.id] = name
            taken.add(name)
    return gone


def merged_order(
    before: Workflow, after: Workflow, changes: Changes, gone: Mapping[str, str]
) -> Iterator[str]:
    """Yield the merged ids in order: the steps of after, and those that are gone where they were.

    `gone` gives the merged ids of those. They follow the step that they followed, unless that was
    moved away.
    """
    kept = dict(changes.kept)
    moved = {name for each in changes.changes if isinstance(each, Moved) for name in each.steps}
    behind: dict[str, list[str]] = defaultdict(list)
    last = ""
    for step in before.steps:
        name = kept.get(step.id, "")
        if not name:
            behind[last].append(gone[step.id])
        elif name not in moved:
            last = name
    yield from behind[""]
    for step in after.steps:
        yield step.id
        yield from behind[step.id]


def _step_marks(
    before: Workflow, after: Workflow, ids: Mapping[str, str], changes: Changes
) -> Iterator[tuple[str, StepMark]]:
    old = {ids[step.id]: step for step in before.steps}
    new = {step.id: step for step in after.steps}
    facts: dict[str, list[str]] = defaultdict(list)
    moved: set[str] = set()
    for change in changes.changes:
        if isinstance(change, FactChanged):
            facts[change.step].append(change.fact)
        elif isinstance(change, Moved) and not change.is_listing:
            moved |= set(change.steps)
    for name in old | new:
        if name not in new:
            yield name, StepMark(Fate.REMOVED, old[name], None)
        elif name not in old:
            yield name, StepMark(Fate.ADDED, None, new[name])
        else:
            fate = Fate.CHANGED if name in facts else None
            fate = Fate.MOVED if name in moved else fate
            yield name, StepMark(fate, old[name], new[name], tuple(facts[name]))


def _ways(
    step: Step, fate: Fate | None, changes: list[WayChanged], ids: Mapping[str, str]
) -> Iterator[WayMark]:
    """Yield the ways on of a step: each as it is, with what it was, then those that are gone."""
    waiting = list(changes)
    for way in step.exits:
        change = next((each for each in waiting if each.after == way), None)
        if change:
            waiting.remove(change)
            yield from _changed(change, ids)
        elif fate is Fate.ADDED:
            yield WayMark(fate, None, way)
        elif fate is Fate.REMOVED:
            yield WayMark(fate, way, None)
        else:
            yield WayMark(None, way, way)
    for change in waiting:
        yield from _changed(change, ids)


def _changed(change: WayChanged, ids: Mapping[str, str]) -> Iterator[WayMark]:
    """Yield a way as it is, then as it was where it led elsewhere."""
    old = _under(change.before, ids) if change.before else None
    new = change.after
    is_news = change.cause is not Cause.STEPS
    if old and new and old.target == new.target:
        yield WayMark(Fate.CHANGED, old, new)
        return
    if new:
        yield WayMark(Fate.REROUTED if old else Fate.ADDED, None, new, is_news)
    if old:
        yield WayMark(Fate.REMOVED, old, None, is_news)


def _under(way: Exit, ids: Mapping[str, str]) -> Exit:
    return Exit(ids.get(way.target, way.target), way.label, way.share)
