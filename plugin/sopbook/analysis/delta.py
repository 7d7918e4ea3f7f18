"""What would change if an SOP were replaced by another one: as it is, and as it could be."""

from collections.abc import Iterable
from dataclasses import dataclass

from sopbook.analysis.estimates import Estimate, Estimates
from sopbook.analysis.handing import HandOffs
from sopbook.core.fold import fold
from sopbook.core.model import Kind, Step

_NO_WORK = frozenset({Kind.START, Kind.END, Kind.TOGETHER, Kind.JOIN})


@dataclass(frozen=True, slots=True)
class Figures:
    """What an SOP amounts to: its own steps, and what it takes with all that it runs.

    `steps` are those in which something is done or decided, `automated` those that machines alone
    do; `roles` lists who takes part, machines and the customer apart, in order of appearance.
    """

    steps: tuple[Step, ...]
    automated: int
    decisions: int
    roles: tuple[str, ...]
    hand_offs: HandOffs | None
    estimate: Estimate | None


@dataclass(frozen=True, slots=True)
class Delta:
    """Both sides, and the steps that only one of them has."""

    before: Figures
    after: Figures
    removed: tuple[Step, ...]
    added: tuple[Step, ...]


def delta(before: str, after: str, estimates: Estimates) -> Delta | None:
    """Hold two SOPs against each other, by their ids; None where one has no workflow."""
    one, other = _figures(before, estimates), _figures(after, estimates)
    if one is None or other is None:
        return None
    return Delta(one, other, _only(one.steps, other.steps), _only(other.steps, one.steps))


def _figures(name: str, estimates: Estimates) -> Figures | None:
    way = estimates.courses.way(name)
    if way is None:
        return None
    steps = tuple(step for step in way.walked if step.kind not in _NO_WORK)
    names = (str(ref) for step in steps for ref in (*step.by, *((step.to,) if step.to else ())))
    return Figures(
        steps=steps,
        automated=sum(map(estimates.cast.is_automatic, steps)),
        decisions=sum(step.kind is Kind.ASK for step in steps),
        roles=tuple(filter(estimates.cast.is_hand, dict.fromkeys(names))),
        hand_offs=estimates.hand_offs.of(name),
        estimate=estimates.of(name),
    )


def _only(these: Iterable[Step], those: Iterable[Step]) -> tuple[Step, ...]:
    """Give the steps that the other side has not: neither by their id nor by their words."""
    known = {mark for step in those for mark in _marks(step)}
    return tuple(step for step in these if known.isdisjoint(_marks(step)))


def _marks(step: Step) -> set[str]:
    """Give what a step is known by; SOPs that are run, by what is run."""
    words = f"sop:{step.sop}" if step.sop else f"text:{fold(step.text)}"
    return {words, *(f"id:{name}" for name in (step.id, step.was) if name)}
