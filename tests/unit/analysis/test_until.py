"""How long it usually takes until a step is done, worked out by hand."""

from sopbook.core.model import Step
from tests.unit.analysis.flows import estimates

INNER = """
- do: Look
  by: agent
  takes: 5 s
- ask: Seen?
  by: bot
  answers:
    yes: [{do: Answer, takes: 3 s}]
    no: next
- end: Seen
"""


def is_answer(step: Step) -> bool:
    return step.text == "Answer"


def found(text: str, **others: str) -> tuple[float, str] | None:
    one = estimates(main=text, inner=INNER, **others).until("main", is_answer)
    return (round(one.usual, 9), one.step.id) if one else None


def test_of_those_who_come_there() -> None:
    assert found("""
    - do: Greet
      takes: 10 s
    - ask: Which?
      answers:
        slow: {share: 20 %, steps: [{do: Look it up, takes: 100 s}]}
        never: {share: 50 %, steps: [{end: Gone}]}
        quick: {share: 30 %, go: next}
    - do: Answer
      takes: 7 s
    - do: Answer
      takes: 1 h
    - end: Done
    """) == (10 + 100 * 0.4 + 7, "answer")


def test_an_optional_one_may_be_left_out() -> None:
    assert found("""
    - do: Answer
      when: asked
      takes: 10 s
    - id: other
      do: Answer
      takes: 30 s
    - end: Done
    """) == (20, "answer")


def test_in_a_branch_and_in_what_runs_within() -> None:
    assert found("""
    - together:
        one:
          - do: One
            takes: 50 s
          - id: late
            do: Answer
            takes: 1 s
        other:
          - do: Other
            takes: 20 s
          - id: soon
            do: Answer
            takes: 1 s
        none:
          - do: Nothing
    - end: Done
    """) == (21, "soon")
    assert found("- sop: inner\n- end: Done") == (8, "answer")
    assert found("- sop: inner\n- sop: inner\n- end: Done") == (8, "answer")
    assert found("- sop: gone\n- end: Done", gone="- do: Stop here") is None


def test_never_or_nobody_knows() -> None:
    assert found("- do: Dance\n- end: Done") is None
    assert estimates().until("main", is_answer) is None
    endless = """
    - id: try
      ask: Works?
      takes: 1 s
      answers:
        yes: {go: done, share: 0 %}
        no: {go: try, share: 100 %}
    - id: done
      do: Answer
    - end: Works
    """
    assert found(endless) is None
    assert found("- sop: endless\n- do: Answer\n- end: Done", endless=endless) is None
    assert found(
        "- sop: endless\n  id: e\n- do: Answer\n- end: Done", endless=endless.replace("Answer", "X")
    ) is None  # fmt: skip


def test_what_is_meant_may_take_nobody_knows_how_long() -> None:
    endless = """
    - id: try
      ask: Works?
      takes: 1 s
      answers:
        yes: {go: done, share: 0 %}
        no: {go: try, share: 100 %}
    - id: done
      end: Works
    """
    one = estimates(main="- sop: endless\n- end: Done", endless=endless)
    assert one.until("main", lambda step: step.sop is not None) is None
    assert one.until("main", is_answer) is None
