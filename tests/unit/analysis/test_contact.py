"""How often a customer is passed on, counted by hand."""

from sopbook.analysis.contact import passed_on
from tests.unit.analysis.flows import estimates
from tests.unit.analysis.test_hands import crowd


def passed(text: str) -> list[str]:
    """Write the hand-overs of a workflow's longest contact as `agent > lead`."""
    found = estimates(main=text)
    course = found.courses.of("main")
    assert course
    changes = passed_on(course, found.cast)
    return [f"{' '.join(one.giving)} > {' '.join(one.taking)}" for one in changes]


def test_while_the_customer_waits() -> None:
    assert passed("""
    - start: Customer calls
    - do: Greet
      by: agent
    - do: Put through
      by: lead
      takes: 2 min
    - wait: In the queue
      by: customer
      takes: 3 min
    - ask: Whose is it?
      by: bot
      answers: {theirs: books, ours: next}
    - do: Put back
      by: ion
    - id: books
      do: Look
      by: books
      when: needed
    - escalate: Ask
      by: agent
      to: lead
      after: 10 min
    - end: Done
    """) == ["agent > lead", "lead > ion", "ion > books", "books > agent", "agent > lead"]


def test_what_takes_long_ends_the_contact() -> None:
    for pause in (
        "do: Look\n  by: books\n  within: 30 min",
        "do: Look\n  by: bot\n  takes: 5-45 min",
        "wait: Until it is known",
        "wait: Until it is known\n  takes: 2 days",
        "escalate: Ask\n  by: lead\n  to: books\n  after: 1 h",
        "together: {one: [{do: One, by: agent}], other: [{do: Other, by: books}]}",
    ):
        assert passed(
            "- do: Greet\n  by: agent\n- do: Put through\n  by: lead\n"
            f"- {pause}\n- do: Call\n  by: books\n- do: Put through\n  by: agent\n- end: Done"
        ) == ["agent > lead"], pause


def test_an_optional_pause_may_be_left_out() -> None:
    assert passed("""
    - do: Greet
      by: agent
    - do: Put through
      by: lead
    - wait: For the part
      when: it is not there
    - do: Put back
      by: agent
    - end: Done
    """) == ["agent > lead", "lead > agent"]


def test_nothing_is_counted_twice() -> None:
    assert passed("""
    - id: try
      do: Try
      by: agent
    - do: Look
      by: books
    - ask: Right?
      by: customer
      answers: {no: try, yes: next}
    - end: Done
    """) == ["agent > books"]


def test_a_crowd_is_not_followed_to_the_last() -> None:
    found = crowd(100)
    course = found.courses.of("main")
    assert course
    assert passed_on(course, found.cast) == ()
