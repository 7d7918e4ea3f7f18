"""What a lead would call a change of steps: one cause, one sentence.

The cases are files in `changes/`: two lists of steps and what is said of them. Adding a case is
adding a file; run with `UPDATE_CASES=1` to write what comes out, then read it.
"""

import os
from pathlib import Path

import pytest
import yaml

from sopbook.history.changes.diff import diff
from sopbook.history.changes.kinds import (
    Added,
    Cause,
    Change,
    Moved,
    Removed,
    Renamed,
    Reworded,
    WayChanged,
)
from tests.unit.history.compared import chain, said, sop

FILES = sorted((Path(__file__).parent / "changes").glob("*.yml"))
START, GREET, CASE, END = "start: Call comes in", "do: Greet", "do: Open a case", "end: Done"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_one_cause_one_sentence(path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    found = said(sop(case["before"]), sop(case["after"]))
    if os.environ.get("UPDATE_CASES"):
        text = path.read_text(encoding="utf-8").partition("\nsaid:")[0]
        lines = yaml.safe_dump(found, allow_unicode=True, width=1000)
        path.write_text(f"{text}\nsaid:\n{lines}", encoding="utf-8")
    assert found == case.get("said"), case["shows"]


def changes(before: str, after: str) -> tuple[Change, ...]:
    return diff(sop(before), sop(after)).changes


def test_a_step_is_known_by_the_id_it_had() -> None:
    before = chain(START, "{id: offer, do: Apologise}", END)
    after = chain(START, "{id: amends, was: offer, do: Put it right at once}", END)
    assert changes(before, after) == (
        Renamed("offer", "amends"),
        Reworded("amends", "text", "Apologise", "Put it right at once"),
    )


def test_its_author_knows_best_which_step_it_was() -> None:
    """Even where another step has taken the old id."""
    before = chain(START, "{id: offer, do: Apologise}", END)
    after = chain(
        START, "{id: offer, do: Count}", "{id: amends, was: offer, do: Put it right}", END
    )
    found = changes(before, after)
    assert [type(change) for change in found[:3]] == [WayChanged, Added, Renamed]
    assert Renamed("offer", "amends") in found


def test_two_steps_may_swap_their_ids() -> None:
    before = chain(START, "{id: a, do: Count the boxes}", "{id: b, do: Write a letter}", END)
    after = chain(
        START, "{id: b, was: a, do: Count the boxes}", "{id: a, was: b, do: Write a letter}", END
    )
    assert set(changes(before, after)) == {Renamed("a", "b"), Renamed("b", "a")}
    later = after.replace("Write a letter", "Write to them")
    assert changes(after, later) == (Reworded("a", "text", "Write a letter", "Write to them"),)


def test_an_id_that_was_kept_is_not_found_again() -> None:
    """`was:` stays in the file; the step that once took its id is another one."""
    one = chain(START, "{id: amends, was: offer, do: Put it right}", END)
    other = chain(
        START, "{id: offer, do: Count}", "{id: amends, was: offer, do: Put it right}", END
    )
    assert [change for change in changes(one, other) if not isinstance(change, WayChanged)] == [
        Added(sop(other).workflow.steps[1])  # type: ignore[union-attr] # it has one
    ]


@pytest.mark.parametrize(
    "before, after, number",
    [
        ("CWP", "WCWP", 2),
        ("CWP", "CWPW", 5),
        ("WCWP", "CWP", -2),
        ("CWPW", "CWP", -5),
        ("CWPWC", "CWPWWC", 5),
        ("WWCPWW", "WWCWPWW", 5),
    ],
)
def test_of_steps_with_the_same_words_the_right_one_is_new(
    before: str, after: str, number: int
) -> None:
    steps = {"C": "do: Check the stock", "W": "do: Wait a day", "P": "do: Pack"}
    old, new = (chain(START, *map(steps.__getitem__, each), END) for each in (before, after))
    found = [each for each in changes(old, new) if isinstance(each, Added | Removed | Moved)]
    assert len(found) == 1
    assert isinstance(found[0], Added if number > 0 else Removed)
    # Of two that stand side by side, either may be called the new one.
    assert abs(found[0].step.number - abs(number)) <= 1


def test_ways_to_a_renamed_step_lead_where_they_led() -> None:
    before = chain(
        START,
        "ask: Works?\n  answers: {yes: done, no: next}",
        "{do: Try again, then: works}",
        "{id: done, end: Done}",
    )
    after = before.replace("done", "finished").replace("Works?", "Works at last?")
    after = after.replace("then: works", "then: works-at-last")
    assert {type(change) for change in changes(before, after)} == {Renamed, Reworded}


def test_ways_through_new_steps_have_their_cause_there() -> None:
    before = chain(START, GREET, CASE, END)
    after = chain(START, GREET, "do: Ask for the number", CASE, END)
    causes = [each.cause for each in changes(before, after) if isinstance(each, WayChanged)]
    assert causes == [Cause.STEPS]


@pytest.mark.parametrize(
    "before, after",
    [
        ("do: Open a case", "{do: Open  a   case}"),
        ("{do: Pack, within: 60 s}", "{do: Pack, within: 1 min}"),
        ("{do: Pack, within: 24 h, takes: 1-2 min}", "{do: Pack, takes: 60-120 s, within: 1 day}"),
        ("{do: Pack, by: [agent, chatbot]}", "{do: Pack, by: [chatbot, agent]}  # both of them"),
        ("{do: Pack, uses: [crm, cases]}", "{do: Pack, uses: [cases, crm, crm]}"),
        ("{do: Pack, needs: box}", "{do: Pack, needs: [box]}"),
        ("{do: Pack, note: 'A box. Careful.'}", "do: Pack\n  note: |\n    A box.\n    Careful."),
        ("{do: Pack, say: '- One\n\n\n    - Two'}", "{do: Pack, say: '* One\n\n\n  * Two'}"),
        ("ask: Ok?\n  answers: {y: next, n: next}", "ask: Ok?\n  answers: {n: done, y: next}"),
        ("do: Pack", "{do: Pack, then: done}"),
        ("do: Pack", "{id: pack, was: packing, do: Pack}"),
        ("ask: Ok?\n  answers: {yes: next}", "ask: Ok?\n  answers: {yes: {go: done}}"),
    ],
)  # fmt: skip
def test_what_means_the_same_is_no_change(before: str, after: str) -> None:
    end = "{id: done, end: Done}"
    assert not diff(sop(chain(START, before, end)), sop(chain(START, after, end)))
