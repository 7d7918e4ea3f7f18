"""Where cases change hands, counted by hand."""

import pytest

from sopbook.analysis import handovers
from sopbook.analysis.handovers import Passage
from tests.unit.analysis.flows import estimates


def passage(text: str, **others: str) -> Passage:
    found = estimates(main=text, **others).handovers.of("main")
    assert found
    return found


def places(found: Passage) -> list[str]:
    """Write hand-overs as `agent > lead at tell`."""
    return [
        f"{' '.join(sorted(one.giving))} > {' '.join(sorted(one.taking))} at {one.step.id}"
        for one in found.changes
    ]


def test_every_way_counts() -> None:
    found = passage("""
        - start: Customer calls
          by: customer
        - do: Greet
          by: agent
        - ask: Who pays?
          by: customer
          answers:
            we: book
            nobody: tell
        - id: book
          do: Book
          by: finance
        - id: check
          do: Look over it
          by: books
          when: it is much
        - id: tell
          do: Tell
          by: agent
        - end: Done
        """)
    assert places(found) == [
        "agent > finance at book", "finance > books at check", "books > agent at tell",
        "finance > agent at tell",
    ]  # fmt: skip
    assert found.firsts == {frozenset({"agent"})}
    assert found.lasts == {frozenset({"agent"})}


def test_what_goes_back_comes_from_somebody_else() -> None:
    found = passage("""
        - id: greet
          do: Greet
          by: agent
        - ask: Solved?
          by: lead
          answers: {yes: next, no: greet}
        - end: Done
        """)
    assert places(found) == ["lead > agent at greet", "agent > lead at solved"]


def test_a_person_keeps_the_case_in_another_part() -> None:
    """Ion plays the agent: nothing is handed over, nor by machines."""
    found = passage("""
        - do: Greet
          by: agent
        - do: Look it up
          by: bot
        - do: Solve
          by: ion
        - end: Done
        """)
    assert places(found) == []
    assert found.lasts == {frozenset({"ion"})}


def test_at_the_same_time() -> None:
    """Both begin from the agent; whoever goes on had it, if only one of them had."""
    found = passage("""
        - do: Greet
          by: agent
        - together:
            customer is told: [{do: Tell, by: agent}]
            money is booked: [{do: Book, by: finance}, {do: Count, by: books}]
        - id: end-it
          do: Close
          by: agent
        - do: Look over it
          by: lead
        - end: Done
        """)
    assert places(found) == [
        "agent > finance at book", "finance > books at count", "agent > lead at look-over-it",
    ]  # fmt: skip


def test_another_sop_is_given_the_case_and_gives_it_back() -> None:
    """What happens within it is told there, not here."""
    inner = """
        - do: Look
          by: lead
        - ask: Good?
          answers: {yes: next, no: next}
        - do: Book
          by: books
        - end: Done
        """
    outer = """
        - do: Greet
          by: agent
        - id: run
          sop: inner
        - do: Tell
          by: agent
        - end: Done
        """
    found = passage(outer, inner=inner)
    assert places(found) == ["agent > lead at run", "books > agent at tell"]


def test_another_sop_without_anybody_hands_nothing_over() -> None:
    inner = "- do: Wait\n- end: Done"
    outer = "- do: Greet\n  by: agent\n- sop: inner\n- do: Tell\n  by: lead\n- end: Done"
    assert places(passage(outer, inner=inner)) == ["agent > lead at tell"]


def test_an_sop_run_in_a_branch_counts() -> None:
    inner = "- do: Look\n  by: lead\n- end: Done"
    outer = """
        - do: Greet
          by: agent
        - together:
            one: [{id: run, sop: inner}]
            two: [{do: Write, by: agent}]
        - end: Done
        """
    assert places(passage(outer, inner=inner)) == ["agent > lead at run"]


def test_crowds_are_taken_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """So many ways that nobody can follow them end in a bounded answer."""
    monkeypatch.setattr(handovers, "MOST_HANDS", 4)
    branch = "[{ask: Which?, answers: {a: [{do: A, by: lead}], b: [{do: B, by: books}], "
    branch += "c: [{do: C, by: finance}]}}]"
    found = passage(f"- together:\n    one: {branch}\n    two: {branch}\n- end: Done")
    assert found.lasts == {frozenset({"lead", "books", "finance"})}


def test_a_passage_is_worked_out_once() -> None:
    found = estimates(main="- do: Greet\n  by: agent\n- end: Done").handovers
    assert found.of("main") is found.of("main")


def test_what_has_no_end_hands_nothing_over() -> None:
    assert estimates(main="- do: Wait\n  then: wait\n- end: Done").handovers.of("main") is None
    assert estimates(main="- end: Done").handovers.of("other") is None
