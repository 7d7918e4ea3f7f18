"""SOPs that run other SOPs, and those that only end when they have run one another."""

from collections.abc import Iterator, Mapping

from sopbook.analysis.ways import Ways, closure, turned

Calls = Mapping[str, tuple[str, ...]]
"""The SOPs that each one runs, by id, each once."""


def calls(known: Mapping[str, Ways]) -> Calls:
    """Say which of these SOPs each of them runs, in the steps that are reached."""
    return {name: tuple(dict.fromkeys(_ran(way, known))) for name, way in known.items()}


def _ran(way: Ways, known: Mapping[str, Ways]) -> Iterator[str]:
    for step in way.walked:
        if step.sop and step.sop.target in known:
            yield step.sop.target


def endless(group: tuple[str, ...], called: Calls, known: Mapping[str, Ways]) -> tuple[str, ...]:
    """Give those of a group that cannot end, because each has to run another one of them first."""
    left = dict.fromkeys(group)
    callers = turned({name: tuple(ran for ran in called[name] if ran in left) for name in group})
    waiting = list(group)
    while waiting:
        name = waiting.pop()
        if name in left and _ends(known[name], left):
            del left[name]
            waiting += callers[name]
    return tuple(left)


def _ends(way: Ways, stuck: Mapping[str, None]) -> bool:
    """Say whether an end is got to without running what is stuck.

    What has no end of its own is a mistake of its own, not one of the circle.
    """
    if way.finishing.isdisjoint(way.starts):
        return True
    barred = {step.id for step in way.walked if step.sop and step.sop.target in stuck}
    reached = closure(way.starts, {**way.onward, **dict.fromkeys(barred, ())})
    return any(not way.onward[name] for name in reached - barred)
