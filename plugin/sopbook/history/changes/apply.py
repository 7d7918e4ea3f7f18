"""A version and its changes -> the version after: the proof that the changes are all there is."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from sopbook.core.measures import Duration
from sopbook.core.model import Card, Exit, Promise, Sop, Step, Target, Workflow
from sopbook.core.span import Span
from sopbook.history.changes.blocks import Stretch, stretches, written
from sopbook.history.changes.facts import CARD_FACTS, STEP_FACTS, values
from sopbook.history.changes.kinds import (
    Added,
    Aimed,
    Changes,
    Created,
    Deleted,
    FactChanged,
    FlowCreated,
    FlowDeleted,
    Moved,
    PracticeChanged,
    Promised,
    Removed,
    Renamed,
    TextChanged,
    WayChanged,
)

T = TypeVar("T")
_NOWHERE = Span("")


def apply(changes: Changes, before: Sop | None) -> Sop | None:
    """Make the version after; it means the same as the one that was compared."""
    if changes.unread:
        raise ValueError(changes.unread)
    for created in _of(Created, changes):
        return created.sop
    if before is None or _of(Deleted, changes):
        return None
    card = _card(changes, before.card)
    workflow, text = _workflow(changes, before.workflow), _text(changes, before.text)
    return replace(before, id=card.id, card=card, workflow=workflow, text=text)


def _of(kind: type[T], changes: Changes) -> list[T]:
    return [change for change in changes.changes if isinstance(change, kind)]


def _facts(changes: Changes) -> Mapping[str, list[FactChanged]]:
    """Sort the changes of facts by their steps; the card's are under ""."""
    found: dict[str, list[FactChanged]] = defaultdict(list)
    for change in changes.changes:
        if isinstance(change, FactChanged):
            found[change.step].append(change)
    return found


def _card(changes: Changes, before: Card) -> Card:
    times: dict[str, Duration | None] = {each.what: each.time for each in before.promise}
    times |= {each.what: each.after for each in _of(Promised, changes)}
    aims: dict[str, Target | None] = {each.measure.target: each for each in before.measures}
    aims |= {each.measure: each.after for each in _of(Aimed, changes)}
    return replace(
        before,
        promise=tuple(Promise(what, time, _NOWHERE) for what, time in times.items() if time),
        measures=tuple(filter(None, aims.values())),
        **values(CARD_FACTS, _facts(changes)[""]),
    )


def _workflow(changes: Changes, before: Workflow | None) -> Workflow | None:
    for created in _of(FlowCreated, changes):
        return created.workflow
    if before is None or _of(FlowDeleted, changes):
        return None
    added = {each.step.number: each.step for each in _of(Added, changes)}
    kept = {step.id: step for step in _kept(changes, before)}
    numbered = [
        (number, name)
        for move in _of(Moved, changes)
        for number, name in zip(move.numbers, move.steps, strict=True)
    ]
    placed = added | {number: kept.pop(name) for number, name in numbered}
    staying = iter(kept.values())
    count = len(placed) + len(kept)
    steps = (placed.get(number) or next(staying) for number in range(1, count + 1))
    numbered_anew = tuple(replace(step, number=n) for n, step in enumerate(steps, 1))
    practice = [each.after for each in _of(PracticeChanged, changes)]
    return Workflow(numbered_anew, practice[0] if practice else before.practice)


def _kept(changes: Changes, before: Workflow) -> Iterator[Step]:
    """Yield the steps that stay, in their old order, with their new facts and ways on."""
    gone = {each.step.id for each in _of(Removed, changes)}
    ids = {each.before: each.after for each in _of(Renamed, changes)}
    facts = _facts(changes)
    ways: dict[str, list[WayChanged]] = defaultdict(list)
    for way in _of(WayChanged, changes):
        ways[way.step].append(way)
    for step in before.steps:
        if step.id not in gone:
            name = ids.get(step.id, step.id)
            yield replace(
                step,
                id=name,
                joins=ids.get(step.joins, step.joins),
                exits=tuple(_exits(step.exits, ways[name], ids)),
                **values(STEP_FACTS, facts[name]),
            )


def _exits(
    before: Sequence[Exit], changes: Sequence[WayChanged], ids: Mapping[str, str]
) -> Iterator[Exit]:
    """Yield the ways on: those that stay under the ids their targets have now, then new ones."""
    gone = [way.before for way in changes]
    for way in before:
        if way in gone:
            gone.remove(way)
        else:
            yield replace(way, target=ids.get(way.target, way.target))
    yield from (way.after for way in changes if way.after)


def _text(changes: Changes, before: str) -> str:
    for change in _of(TextChanged, changes):
        old = stretches(before)
        found: list[Stretch] = []
        place = 0
        for passage in change.passages:
            found += old[place : passage.place]
            place = passage.place + (passage.before is not None)
            found += [passage.after] if passage.after else []
        return written((*found, *old[place:]))
    return before
