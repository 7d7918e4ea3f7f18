"""How long an SOP takes to read: a count of its words, at a learner's pace."""

from collections.abc import Iterator
from math import ceil

from sopbook.core.model import Sop, Step

WORDS_A_MINUTE = 150
"""Slower than a novel is read: who learns an SOP stops to think, and looks at the chart."""


def minutes(sop: Sop) -> int:
    """Estimate the minutes, never none."""
    words = sum(len(text.split()) for text in _texts(sop))
    return max(1, ceil(words / WORDS_A_MINUTE))


def _texts(sop: Sop) -> Iterator[str]:
    yield from (sop.title, sop.card.summary, sop.text)
    for step in sop.workflow.steps if sop.workflow else ():
        yield from _said(step)


def _said(step: Step) -> Iterator[str]:
    yield from (step.text, step.when, step.say, step.note)
    yield from (*step.needs, *step.gives)
    yield from (way.label for way in step.exits)
