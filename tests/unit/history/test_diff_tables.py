"""The tables of facts, weights and words say the same as the model."""

import dataclasses
from typing import cast, get_args

import pytest

from sopbook import assets
from sopbook.core import model
from sopbook.history.changes import say_card, say_facts
from sopbook.history.changes.apply import apply
from sopbook.history.changes.blocks import Block, Stretch
from sopbook.history.changes.diff import diff
from sopbook.history.changes.facts import CARD_FACTS, STEP_FACTS
from sopbook.history.changes.kinds import (
    Aimed,
    Cause,
    Change,
    Changes,
    Created,
    FactChanged,
    Moved,
    Passage,
    PracticeChanged,
    Promised,
    Renamed,
    Reworded,
    Shift,
    TextChanged,
    WayChanged,
    Weight,
)
from sopbook.history.changes.weight import RULES, Rule, weigh, weight_of
from tests.unit.history.compared import chain, sop

WORDS = assets.words("en").messages
NOT_MEANT = {"span", "places", "allow"}


def attributes(kind: type) -> set[str]:
    return {field.name for field in dataclasses.fields(kind)} - NOT_MEANT


def test_every_fact_of_a_step_is_compared() -> None:
    """What hangs steps together is compared by the flow; `was` only says which step it is."""
    assert set(STEP_FACTS) == attributes(model.Step) - {"id", "number", "exits", "was", "joins"}


def test_every_fact_of_a_card_is_compared() -> None:
    assert set(CARD_FACTS) == attributes(model.Card) - {"promise", "measures"}


def test_every_fact_has_its_weight_and_a_reason() -> None:
    facts = {"sop_run" if fact == "sop" else fact for fact in STEP_FACTS} | set(CARD_FACTS)
    assert facts <= set(RULES)
    assert all(reason for _, reason in RULES.values())


def test_every_fact_has_its_words() -> None:
    assert {f"change.card.{fact}" for fact in (*CARD_FACTS, "measures")} <= set(WORDS)
    for fact, form in STEP_FACTS.items():
        ends = {
            say_facts._reworded: ("now", "new", "gone"),
            say_facts._reassigned: ("now", "new", "gone"),
            say_facts._retimed: tuple(shift.value for shift in Shift),
            say_facts._relisted: ("came", "went", "both"),
            say_facts._equipped: ("came", "went", "both", "link"),
            say_facts._switched: (),
        }[say_facts._SAID[cast("type", form.change)]]
        assert {f"change.{fact}.{end}" for end in ends} <= set(WORDS), fact


def test_every_change_of_a_fact_is_said_somewhere() -> None:
    assert set(get_args(FactChanged)) == {*say_facts._SAID, *say_card._SAID}


ROW = Stretch(Block.ROW, "a")
STEPS = chain("start: Call comes in", "do: Greet", "do: Note it", "end: Done")


@pytest.mark.parametrize(
    "change, weight",
    [
        (Created(sop(STEPS)), Weight.MATERIAL),
        (Moved(("note-it",), (2,)), Weight.MATERIAL),
        (Moved(("note-it",), (2,), is_listing=True), Weight.EDITORIAL),
        (Renamed("note", "note-it"), Weight.EDITORIAL),
        (Promised("answer", None, None), Weight.MATERIAL),
        (Aimed("csat", None, None), Weight.MATERIAL),
        (Reworded("greet", "text", "Greet", "Greet!"), Weight.EDITORIAL),
        (Reworded("greet", "text", "Greet", "Say hello"), Weight.MATERIAL),
        (Reworded("greet", "note", "- Smile", "* Smile."), Weight.EDITORIAL),
        (Reworded("greet", "note", "- Smile", "- Smile\n- Wait"), Weight.MATERIAL),
        (TextChanged((Passage(0, ROW, Stretch(Block.ROW, "A"), ""),)), Weight.EDITORIAL),
        (TextChanged((Passage(0, ROW, None, ""),)), Weight.MATERIAL),
        (PracticeChanged((), ()), Weight.EDITORIAL),
        (Reworded("greet", "automate", "a bot", "a robot"), Weight.EDITORIAL),
        (Reworded("", "summary", "What to do", "What to do."), Weight.EDITORIAL),
    ],
)
def test_changes_weigh_what_the_table_says(change: Change, weight: Weight) -> None:
    assert weight_of(change) is weight
    assert weigh(Changes((change,))) is weight


@pytest.mark.parametrize(
    "label, share, cause, weight",
    [
        ("yes", None, Cause.OWN, Weight.MATERIAL),
        ("yes", None, Cause.STEPS, Weight.EDITORIAL),
        ("yes", 0.3, Cause.STEPS, Weight.EDITORIAL),
        ("Yes!", None, Cause.STEPS, Weight.EDITORIAL),
        ("partly", None, Cause.STEPS, Weight.MATERIAL),
        ("partly", None, Cause.KIND, Weight.EDITORIAL),
    ],
)
def test_ways_weigh_by_what_became_of_them(
    label: str, share: float | None, cause: Cause, weight: Weight
) -> None:
    change = WayChanged("greet", model.Exit("a", "yes"), model.Exit("b", label, share), cause)
    assert weight_of(change) is weight


def test_lists_weigh_by_their_words() -> None:
    before = sop(chain("{do: Greet, needs: [customer nubmer]}"))
    slip, more = (
        sop(chain(f"{{do: Greet, needs: [{needs}]}}"))
        for needs in ("customer number", "customer number, name")
    )
    assert weigh(diff(before, slip)) is Weight.EDITORIAL
    assert weigh(diff(slip, more)) is Weight.MATERIAL


def test_an_author_has_the_last_word() -> None:
    light = Changes((Renamed("a", "b"),))
    assert weigh(light) is Weight.EDITORIAL
    assert weigh(light, Weight.MATERIAL) is Weight.MATERIAL
    assert weigh(Changes(unread="it is cut off")) is Weight.MATERIAL
    assert weigh(Changes(unread="it is cut off"), Weight.EDITORIAL) is Weight.EDITORIAL
    assert weigh(Changes()) is Weight.EDITORIAL


def test_rules_are_few() -> None:
    assert {rule for rule, _ in RULES.values()} == set(Rule)


def test_places_and_paths_mean_nothing() -> None:
    before = sop(STEPS)
    after = dataclasses.replace(before, markdown_path="moved/call.md", workflow_path="moved/x.yml")
    assert not diff(before, after)
    assert apply(diff(before, after), before) == before
