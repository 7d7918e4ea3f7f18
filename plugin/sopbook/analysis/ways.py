"""A workflow as a graph: what leads where, what is reached, and from where an end can be."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sopbook.core.model import Kind, Sop, Step, Workflow


@dataclass(frozen=True, slots=True)
class Ways:
    """A workflow's steps by id, in written order, and how they hang together.

    `onward` and `back` hold the ids that follow and lead to each step, each once. `starts` are the
    first step and every other start that none above leads to. `reached` holds what can be got to
    from there, `walked` its steps in written order; `finishing` what an end, or a dead end, can be
    got to from.
    """

    sop: Sop
    steps: Mapping[str, Step]
    onward: Mapping[str, tuple[str, ...]]
    back: Mapping[str, tuple[str, ...]]
    starts: tuple[str, ...]
    reached: frozenset[str]
    finishing: frozenset[str]
    walked: tuple[Step, ...]

    def after(self, *names: str) -> frozenset[str]:
        """Give the ids of all steps that can follow these ones, sooner or later."""
        return closure((way for name in names for way in self.onward[name]), self.onward)


def ways(sop: Sop, workflow: Workflow) -> Ways:
    """Work out how a workflow hangs together."""
    steps = {step.id: step for step in workflow.steps}
    onward = {
        name: tuple(dict.fromkeys(way.target for way in step.exits)) for name, step in steps.items()
    }
    back = turned(onward)
    starts, reached = _starts(workflow, onward)
    last = (name for name, following in onward.items() if not following)
    walked = tuple(step for name, step in steps.items() if name in reached)
    return Ways(sop, steps, onward, back, starts, reached, closure(last, back), walked)


def _starts(
    workflow: Workflow, onward: Mapping[str, tuple[str, ...]]
) -> tuple[tuple[str, ...], frozenset[str]]:
    """Find where one may begin, and all that is reached from there."""
    starts = [workflow.steps[0].id]
    reached = closure(starts, onward)
    for step in workflow.steps:
        if step.kind is Kind.START and step.id not in reached:
            starts.append(step.id)
            reached |= closure((step.id,), onward)
    return tuple(starts), reached


def closure(names: Iterable[str], onward: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Give these names and all that can be got to from them."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += onward[name]
    return frozenset(found)


def turned(onward: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
    """Give what leads to each name, from what each leads to."""
    back: dict[str, list[str]] = {name: [] for name in onward}
    for name, following in onward.items():
        for way in following:
            back[way].append(name)
    return {name: tuple(leading) for name, leading in back.items()}
