"""How long an SOP takes to read."""

from dataclasses import replace

from sopbook.analysis.reading_time import WORDS_A_MINUTE, minutes
from tests.unit.pages.department import bare, complaint


def test_nothing_takes_no_time_at_all() -> None:
    assert minutes(bare("mail")) == 1


def test_words_are_counted() -> None:
    assert minutes(replace(bare("mail"), text="word " * WORDS_A_MINUTE * 3)) == 4


def test_steps_count() -> None:
    sop = complaint()
    assert sop.workflow
    long = replace(sop.workflow.steps[1], note="word " * WORDS_A_MINUTE * 2)
    steps = (sop.workflow.steps[0], long, *sop.workflow.steps[2:])
    whole = replace(sop, workflow=replace(sop.workflow, steps=steps))
    assert minutes(whole) == minutes(sop) + 2
