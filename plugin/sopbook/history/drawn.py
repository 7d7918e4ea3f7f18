"""Two versions of a workflow as one to be drawn: each part with what became of it."""

from dataclasses import replace

from sopbook.core.fates import Fate, Fates
from sopbook.core.model import Exit, Step, Workflow
from sopbook.history.changes.kinds import Changes
from sopbook.history.changes.merge import Mark, Merged, WayMark, merge


def drawn(before: Workflow, after: Workflow, changes: Changes) -> tuple[Workflow, Fates]:
    """Give one workflow of both, and its fates."""
    merged = merge(before, after, changes)
    ways = {step.id: tuple(_shown(merged, step)) for step in merged.workflow.steps}
    steps = tuple(
        replace(step, exits=tuple(way for way, _ in ways[step.id]))
        for step in merged.workflow.steps
    )
    fates = {
        (name, place): fate
        for name, found in ways.items()
        for place, (_, each) in enumerate(found)
        if (fate := _fate(merged, name, each))
    }
    return Workflow(steps), Fates(_steps(merged), fates, _before(merged))


def _fate(merged: Merged, name: str, way: WayMark) -> Fate | None:
    """Say what is to be seen of a way; one to or from a new step is new, whatever was there."""
    if way.mark in {Mark.SAME, Mark.REMOVED}:
        return None if way.mark is Mark.SAME else Fate.REMOVED
    target = way.after.target if way.after else name
    if Mark.ADDED in {merged.steps[name].mark, merged.steps[target].mark}:
        return Fate.ADDED
    return Fate(way.mark) if way.is_news else None


def _before(merged: Merged) -> dict[str, Step]:
    marks = merged.steps.items()
    return {name: each.before for name, each in marks if each.before and each.facts}


def _steps(merged: Merged) -> dict[str, Fate]:
    marks = merged.steps.items()
    return {name: Fate(each.mark) for name, each in marks if each.mark is not Mark.SAME}


def _shown(merged: Merged, step: Step) -> list[tuple[Exit, WayMark]]:
    """Give the ways on that are drawn, with their marks."""
    ways = [(way, merged.ways[step.id, place]) for place, way in enumerate(step.exits)]
    return [(way, mark) for way, mark in ways if not _is_passed_by(merged, step, way, mark)]


def _is_passed_by(merged: Merged, step: Step, way: Exit, mark: WayMark) -> bool:
    """Say whether a way is gone only because a step came between: that step tells it all."""
    is_gone = mark.mark is Mark.REMOVED and not mark.is_news
    ends = (merged.steps[step.id], merged.steps[way.target])
    return is_gone and all(end.mark is not Mark.REMOVED for end in ends)
