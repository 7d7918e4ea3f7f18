"""What an SOP asks of those who learn it: their steps, and whom they work with."""

from sopbook.analysis.duty import Duty, duty, works
from tests.unit.analysis.flows import estimates, ways_of

REFUND = """
- start: Customer calls
- do: Greet
  by: agent
- ask: Agreed?
  by: customer
  answers: {yes: pay, no: next}
- escalate: Ask
  by: agent
  to: lead
- end: Asked
- id: pay
  do: Pay it back
  by: books
- do: Tell the customer
  by: bot
- do: Close the case
  by: agent
- end: Paid
"""


def asked(*who: str) -> Duty:
    """Say what the refund asks of some."""
    passage = estimates(main=REFUND).handovers.of("main")
    assert passage
    return duty(ways_of(main=REFUND)["main"], who, passage.changes)


def test_starts_and_ends_are_no_work() -> None:
    steps = [step.text for step in works(ways_of(main=REFUND)["main"])]
    assert steps[0] == "Greet"
    assert len(steps) == 6


def test_the_customer_and_machines_take_a_case_from_nobody() -> None:
    assert asked("agent") == Duty(3, ("lead", "books"), ("books",))


def test_who_only_takes_over() -> None:
    assert asked("lead") == Duty(0, (), ("agent",))


def test_several_are_one() -> None:
    assert asked("agent", "books") == Duty(4, ("lead",), ())


def test_nobody() -> None:
    assert asked() == Duty(0, (), ())
