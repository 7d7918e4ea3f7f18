"""From written lists to the flow: who follows whom."""

from sopbook.core.model import Kind, Workflow
from sopbook.core.reading import read_library


def workflow(steps: str) -> Workflow:
    """Read steps as an author writes them; there must be no mistake in them."""
    organisation = b"roles:\n  agent: {title: Agent}\n  team-lead: {title: Lead}\n"
    text = "title: T\nsteps:\n" + steps
    reading = read_library({"t.workflow.yml": text.encode(), "organisation.yml": organisation})
    assert reading.findings == ()
    found = reading.library.sops["t"].workflow
    assert found is not None
    return found


def ways(found: Workflow) -> dict[str, list[tuple[str, str]]]:
    """Give each step's ways on as (words, target)."""
    return {step.id: [(way.label, way.target) for way in step.exits] for step in found.steps}


def test_steps_follow_as_written() -> None:
    """Without any `then`, the next line is the next step; an end ends."""
    assert ways(workflow("  - start: A\n  - do: B\n  - end: C\n")) == {
        "a": [("", "b")],
        "b": [("", "c")],
        "c": [],
    }


def test_answers_in_all_forms() -> None:
    """An id, the next item, steps of their own, and the long form with a share."""
    found = workflow(
        """
  - ask: Ok?
    answers:
      yes: done
      no:
        - do: Repair
      later: next
      never: {go: done, share: 5 %}
      maybe: {steps: [{do: Wait a day, then: ok}], share: 12.5 %}
  - do: Write
  - id: done
    end: Done
"""
    )
    assert ways(found) == {
        "ok": [
            ("yes", "done"),
            ("no", "repair"),
            ("later", "write"),
            ("never", "done"),
            ("maybe", "wait-a-day"),
        ],
        "repair": [("", "write")],
        "wait-a-day": [("", "ok")],
        "write": [("", "done")],
        "done": [],
    }
    assert [way.share for way in found.steps[0].exits] == [None, None, None, 0.05, 0.125]


def test_nested_lists_go_on_after_the_outermost_question() -> None:
    """A list that ends in nothing goes on behind its question, through every level."""
    found = workflow(
        """
  - ask: One?
    answers:
      yes:
        - ask: Two?
          answers:
            yes: [{do: Deep}]
            no: next
      no: next
  - end: Done
"""
    )
    assert ways(found) == {
        "one": [("yes", "two"), ("no", "done")],
        "two": [("yes", "deep"), ("no", "done")],
        "deep": [("", "done")],
        "done": [],
    }


def test_together_goes_on_when_all_are_done() -> None:
    """Each branch leads to the join, and the join goes on; the join comes after its branches."""
    found = workflow(
        """
  - together:
      customer is told: [{do: Call}, {do: Write}]
      finance is told: [{do: Book}]
    then: over
  - do: Skipped
  - id: over
    end: Done
"""
    )
    assert ways(found) == {
        "together": [("customer is told", "call"), ("finance is told", "book")],
        "call": [("", "write")],
        "write": [("", "together-done")],
        "book": [("", "together-done")],
        "together-done": [("", "over")],
        "skipped": [("", "over")],
        "over": [],
    }
    assert [(step.number, step.kind) for step in found.steps if step.kind is Kind.JOIN] == [
        (5, Kind.JOIN)
    ]
    assert {step.id: step.joins for step in found.steps if step.joins} == {
        "together-done": "together"
    }


def test_ids_are_made_from_texts_and_kept_apart() -> None:
    """Marks are folded, long texts cut at a word, equal texts numbered, written ids respected."""
    found = workflow(
        """
  - do: Întreabă clientul
  - do: Call
  - id: call-2
    do: Other
  - do: Call
  - do: Ask for the customer number and the date of the order please
  - do: 你好
  - end: Done
"""
    )
    assert [step.id for step in found.steps] == [
        "intreaba-clientul", "call", "call-2", "call-3",
        "ask-for-the-customer-number-and-the-date", "do", "done",
    ]  # fmt: skip


def test_what_was_typed_stays_typed() -> None:
    """`yes`, `no`, versions, money and times are texts, as typed."""
    found = workflow(
        "  - ask: 1.10\n    needs: [22:30, 0E0, +40 21, ~x]\n"
        "    answers: {yes: next, no: next, on: next}\n  - end: null point\n"
    )
    assert found.steps[0].text == "1.10"
    assert found.steps[0].needs == ("22:30", "0E0", "+40 21", "~x")
    assert [way.label for way in found.steps[0].exits] == ["yes", "no", "on"]


def test_loops_and_many_actors() -> None:
    """`then` may lead back, and two may act together."""
    found = workflow(
        "  - do: Try\n    by: [agent, customer]\n"
        "  - ask: Ok?\n    answers: {yes: next, no: try}\n  - end: Done\n"
    )
    assert [str(ref) for ref in found.steps[0].by] == ["agent", "customer"]
    assert ways(found)["ok"] == [("yes", "done"), ("no", "try")]


def test_a_start_is_not_needed() -> None:
    """The first item is where it starts."""
    assert workflow("  - do: A\n  - end: B\n").steps[0].id == "a"
