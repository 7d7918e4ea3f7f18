"""Versions that nobody writes who means well: still compared, and in bounded time."""

import random
import time
from collections.abc import Sequence
from dataclasses import replace

import pytest

from sopbook.core.fates import Fate
from sopbook.core.model import Card, Exit, Kind, Sop, Step, Workflow
from sopbook.core.span import Span
from sopbook.history.changes.apply import apply
from sopbook.history.changes.diff import diff
from sopbook.history.changes.meaning import meaning
from sopbook.history.changes.merge import merge
from sopbook.history.changes.sentences import sentences
from tests.unit.history.compared import chain, names, said, sop

COUNT = 1_000
LONGEST = 4.0
"""Seconds of CPU for the worst of them: many times what they need, far less than a square."""
HERE = Span("x.workflow.yml")
DICE = random.Random(1)


def flow(ids: Sequence[str], texts: Sequence[str]) -> Sop:
    """Make a chain of steps."""
    ways = [*((Exit(name),) for name in ids[1:]), ()]
    steps = (
        Step(name, Kind.DO, number, HERE, text, exits)
        for number, (name, text, exits) in enumerate(zip(ids, texts, ways, strict=True), 1)
    )
    return made("", Workflow(tuple(steps)))


def made(text: str, workflow: Workflow | None = None) -> Sop:
    return Sop("x", Card(id="x", title="X"), workflow, text, "x.md", "x.workflow.yml", HERE)


def counted(stem: str) -> list[str]:
    return [f"{stem}{n}" for n in range(COUNT)]


def led_anywhere(before: Sop) -> Sop:
    assert before.workflow
    ids = [step.id for step in before.workflow.steps]
    steps = (replace(step, exits=(Exit(DICE.choice(ids)),)) for step in before.workflow.steps)
    return replace(before, workflow=Workflow(tuple(steps)))


THINGS = flow(counted("a"), counted("Do thing "))
ALIKE = ["All the same"] * COUNT
TWINS = ["same", *(f"same-{n}" for n in range(2, COUNT + 1))]
SHUFFLED = DICE.sample(range(COUNT), COUNT)
WORDS = DICE.choices(("to", "be", "or", "not"), k=50_000)
ITEMS = [f"- Item {n}" for n in range(10_000)]
WORST = {
    "renamed": (THINGS, flow(counted("b"), counted("Do thing "))),
    "strangers": (THINGS, flow(counted("b"), [f"{DICE.random()}" for _ in range(COUNT)])),
    "alike": (flow(counted("a"), ALIKE), flow(counted("b"), ALIKE)),
    "twins": (flow(TWINS, ALIKE), flow(TWINS[: COUNT // 2], ALIKE[: COUNT // 2])),
    "shuffled": (
        THINGS,
        flow([f"a{n}" for n in SHUFFLED], [f"Do thing {n}" for n in SHUFFLED]),
    ),
    "led anywhere": (THINGS, led_anywhere(THINGS)),
    "led anywhere else": (led_anywhere(THINGS), led_anywhere(THINGS)),
    "strangers led anywhere": (
        led_anywhere(THINGS),
        led_anywhere(flow(counted("b"), [f"{DICE.random()}" for _ in range(COUNT)])),
    ),
    "words": (made(" ".join(WORDS)), made(" ".join(reversed(WORDS)))),
    "items": (made("\n".join(ITEMS)), made("\n".join(reversed(ITEMS)))),
    "comments": (made("<!--" * 100_000), made("<!--" * 100_001)),
    "blanks": (made("```\n" + "\n" * 100_000), made("```\nx" + "\n" * 100_000)),
}


@pytest.mark.parametrize("name", WORST)
def test_the_worst_is_compared_in_time(name: str) -> None:
    before, after = WORST[name]
    start = time.process_time()
    changes = diff(before, after)
    told = sentences(changes, before, after, names(after))
    assert time.process_time() - start < LONGEST
    assert told
    assert meaning(apply(changes, before)) == meaning(after)


def test_among_very_many_answers_nobody_rewords_one() -> None:
    before, after = (
        sop(
            "- ask: Which?\n  answers:\n"
            + "".join(f"    {stem}{letter * 3}: next\n" for letter in "abcdefghijklmn")
            + "".join(f"- {{id: e{n}, end: {stem}{n}}}\n" for n in range(1))
        )
        for stem in ("one ", "other ")
    )
    assert len(said(before, after)) > 13


def test_authors_words_stay_text() -> None:
    before = sop(chain("{do: 'Use {curly} <b>signs</b> & %s', by: agent}"))
    after = sop(chain("{do: 'Use {curly} <b>signs</b> & %s', by: '{steps}'}"))
    assert said(before, after) == [
        "Step 1 (Use {curly} <b>signs</b> & %s) is now done by {steps} instead of Support agent"
    ]


def test_long_words_are_cut_where_they_name_a_step() -> None:
    before = sop(chain(f"{{id: x, do: {'very ' * 30}long, by: agent}}"))
    after = sop(chain(f"{{id: x, do: {'very ' * 30}long}}"))
    (sentence,) = said(before, after)
    assert len(sentence) < 130
    assert "very…)" in sentence


def test_an_id_that_somebody_took_is_no_trap() -> None:
    """What is gone gets an id of its own in the chart of both, and ways lead where they led."""
    before = sop(chain("start: S", "{id: x, do: Count the boxes}", "{id: y, do: Pack}", "end: E"))
    after = sop(
        chain("start: S", "{id: x, was: y, do: Pack}", "{id: x-before, do: Weigh}", "end: E")
    )
    assert before.workflow
    assert after.workflow
    merged = merge(before.workflow, after.workflow, diff(before, after))
    assert {name: each.fate for name, each in merged.steps.items()} == {
        "s": None,
        "x-before-before": Fate.REMOVED,
        "x": None,
        "x-before": Fate.ADDED,
        "e": None,
    }
    assert merged.gone == {"x": "x-before-before"}
