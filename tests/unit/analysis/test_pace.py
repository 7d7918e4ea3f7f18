"""The shortest ways, worked out by hand."""

from sopbook.analysis.pace import Pace
from sopbook.core.model import Kind, Step
from tests.unit.analysis.flows import estimates

INNER = """
- do: Look
  by: bot
  takes: 5 s
- do: Answer
  by: agent
  when: they ask
  takes: 7 s
- end: Seen
"""
FLOWS = {
    "main": """
    - start: Customer calls
    - wait: In the queue
      by: customer
      takes: 1-3 min
    - ask: Known?
      by: bot
      answers:
        yes: [{sop: inner}]
        no: next
    - together:
        one:
          - do: Answer
            by: agent
            takes: 10-20 s
        other:
          - do: Book
            by: lead
            takes: 30 s
    - do: Write
      by: agent
      when: needed
      takes: 1 h
    - sop: gone
    - end: Done
    """,
    "inner": INNER,
    "gone": "- do: Stop here",
}


def takes(step: Step) -> float | None:
    return step.takes.least if step.takes else None


def is_answer(step: Step) -> bool:
    return step.text == "Answer"


def pace(**flows: str) -> Pace:
    return Pace(estimates(**(FLOWS | flows)).courses, takes)


def test_the_whole() -> None:
    found = pace()
    assert found.whole("main") == found.whole("main") == 60 + 30
    assert pace().whole("inner") == 5
    assert pace().whole("gone") is None
    assert pace().whole("nowhere") is None


def test_until_a_step_is_done() -> None:
    found = pace().until("main", is_answer)
    assert found
    # By way of the other SOP it is 60 + 5 + 7.
    assert (found.after, found.step.kind, found.step.takes and found.step.takes.text) == (
        70, Kind.DO, "10-20 s",
    )  # fmt: skip
    within = pace(main="- sop: inner\n- do: Solve\n  takes: 9 s\n- end: Done")
    found = within.until("main", is_answer)
    assert found
    assert found.after == 12
    assert within.until("main", is_answer) is found


def test_until_what_never_comes() -> None:
    assert pace().until("inner", lambda step: step.text == "Dance") is None
    assert pace().until("gone", is_answer) is None


def test_what_is_not_known_may_be_what_is_looked_for() -> None:
    found = pace().until("main", lambda step: step.text == "Dance")
    assert found
    assert (found.after, found.step.id) == (90, "gone")


def test_behind_what_is_surely_done_nothing_is_looked_for() -> None:
    found = pace(
        main="""
        - id: first
          do: Answer
          takes: 1 h
        - do: Answer
          takes: 1 s
        - end: Done
        """
    ).until("main", is_answer)
    assert found
    assert found.step.id == "first"


def test_no_way_is_longer_than_all_steps() -> None:
    found = pace()
    assert found.bound("main") == found.bound("main") == 60 + 12 + 10 + 30 + 3600
    assert pace().bound("nowhere") == 0
    said = pace(main="- sop: inner\n  takes: 3 s\n- end: Done")
    assert said.bound("main") == said.whole("main") == 3
