"""Two versions of a workflow as one to be drawn: each part with what became of it."""

from dataclasses import replace

from sopbook.core.fates import Fate, Fates
from sopbook.core.model import Exit, Step, Workflow
from sopbook.history.changes.kinds import Changes
from sopbook.history.changes.merge import Merged, WayMark, merge


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
    if way.fate in {None, Fate.REMOVED}:
        return way.fate
    target = way.after.target if way.after else name
    if Fate.ADDED in {merged.steps[name].fate, merged.steps[target].fate}:
        return Fate.ADDED
    return way.fate if way.is_news else None


def _before(merged: Merged) -> dict[str, Step]:
    marks = merged.steps.items()
    return {name: each.before for name, each in marks if each.before and each.facts}


def _steps(merged: Merged) -> dict[str, Fate]:
    marks = merged.steps.items()
    return {name: each.fate for name, each in marks if each.fate}


def _shown(merged: Merged, step: Step) -> list[tuple[Exit, WayMark]]:
    """Give the ways on that are drawn, with their marks."""
    ways = [(way, merged.ways[step.id, place]) for place, way in enumerate(step.exits)]
    return [(way, mark) for way, mark in ways if not _is_passed_by(merged, step, way, mark)]


def _is_passed_by(merged: Merged, step: Step, way: Exit, mark: WayMark) -> bool:
    """Say whether a way is gone only because a step came between: that step tells it all."""
    is_gone = mark.fate is Fate.REMOVED and not mark.is_news
    ends = (merged.steps[step.id], merged.steps[way.target])
    return is_gone and all(end.fate is not Fate.REMOVED for end in ends)
