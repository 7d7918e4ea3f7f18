"""What an SOP means: equal where two versions tell a reader the same.

File names, places, `was:`, comments, the order of keys and the way times and texts are written
have no meaning. The ids of steps have one: they are what links lead to.
"""

from collections.abc import Hashable

from sopbook.core.model import Exit, Sop, Step
from sopbook.history.changes.blocks import stretches
from sopbook.history.changes.facts import CARD_FACTS, STEP_FACTS, aim, meanings, span_of_time


def meaning(sop: Sop | None) -> Hashable:
    """Give what an SOP means, as a value that can be compared."""
    if sop is None:
        return None
    card = sop.card
    steps = tuple(_step(step) for step in sop.workflow.steps) if sop.workflow else None
    practice = sop.workflow.practice if sop.workflow else None
    promises = frozenset((each.what, span_of_time(each.time)) for each in card.promise)
    aims = frozenset((each.measure.target, aim(each)) for each in card.measures)
    return meanings(CARD_FACTS, card), promises, aims, steps, practice, stretches(sop.text)


def _step(step: Step) -> Hashable:
    return step.id, step.joins, ways(step.exits), meanings(STEP_FACTS, step)


def ways(exits: tuple[Exit, ...]) -> Hashable:
    """Give where a step leads; the order of answers has no meaning."""
    return tuple(
        sorted((way.label, way.target, -1 if way.share is None else way.share) for way in exits)
    )
