"""As it is and as it could be."""

from sopbook.analysis.delta import delta
from tests.unit.analysis.flows import estimates

BEFORE = """
- start: Customer calls
- do: Greet
  by: agent
  takes: 1 min
- ask: Whose is it?
  by: customer
  answers: {ours: next, theirs: next}
- sop: look
- escalate: Ask the lead
  by: agent
  to: lead
- id: tell
  do: Tell the customer
  by: agent
- do: Book it
  by: books
- end: Done
"""
AFTER = """
- start: Customer writes
- do: Greet
  by: bot
  takes: 1 s
- sop: look
- together:
    one:
      - id: write
        was: tell
        do: Write to the customer
        by: agent
    other:
      - do: Book
        by: [bot]
- end: All done
"""
LOOK = "- do: Look\n  by: agent\n- end: Seen"


def test_both_sides() -> None:
    found = delta("before", "after", estimates(before=BEFORE, after=AFTER, look=LOOK))
    assert found
    one, other = found.before, found.after
    assert [len(side.steps) for side in (one, other)] == [6, 4]
    assert [side.decisions for side in (one, other)] == [1, 0]
    assert [side.automated for side in (one, other)] == [0, 2]
    assert one.roles == ("agent", "lead", "books")
    assert other.roles == ("agent",)
    assert [side.hand_offs.most for side in (one, other) if side.hand_offs] == [3, 0]
    assert [side.estimate.elapsed.usual for side in (one, other) if side.estimate] == [60, 1]


def test_steps_are_the_same_by_id_or_words() -> None:
    found = delta("before", "after", estimates(before=BEFORE, after=AFTER, look=LOOK))
    assert found
    assert [step.id for step in found.removed] == ["whose-is-it", "ask-the-lead", "book-it"]
    assert [step.id for step in found.added] == ["book"]


def test_text_alone_cannot_be_compared() -> None:
    assert delta("before", "text", estimates(before=BEFORE, look=LOOK)) is None
    assert delta("text", "before", estimates(before=BEFORE, look=LOOK)) is None


def test_what_leads_to_no_end_has_no_times() -> None:
    found = delta("before", "look", estimates(before="- do: Stop here", look=LOOK))
    assert found
    assert (found.before.estimate, found.before.hand_offs) == (None, None)
