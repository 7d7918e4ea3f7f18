"""What a new hire is asked, and what is left out because it would be silly."""

import pytest

from sopbook.practice.drill import is_worth_practising
from sopbook.practice.exercise import Asked
from tests.unit.practice.gym import asked, practised, stock, texts

CALL = """
steps:
  - start: Customer calls
  - do: Open the record
    when: it is not on the screen
    by: agent
  - id: danger
    ask: Is anybody hurt?
    by: agent
    answers:
      yes:
        - escalate: Safety comes first here
          to: desk
          after: 5 min
        - end: Handed on
      no: next
  - do: Solve the problem
    by: agent
    within: 10 min
  - do: Write the invoice anew
    by: books
    when: the amount changes
  - do: Confirm in writing
    by: agent
    within: 1 h
  - end: Solved
"""
MAIL = """
steps:
  - start: Customer writes
  - do: Scan the letter
    by: desk
    when: it came on paper
  - ask: Who knows the answer?
    by: agent
    answers:
      the agent: next
      a specialist: next
      nobody:
        - escalate: Ring whoever is awake
          to: senior
          after: 2 h
        - end: Passed to others
  - do: Answer politely
    by: lead
    when: somebody knows it
  - sop: call
  - end: Answered
"""


def test_it_is_told_what_was_answered_and_done() -> None:
    found = practised(CALL)
    (solve,) = [e for e in found.exercises if e.step == "solve-the-problem" and e.told]
    assert [(told.text, told.answer) for told in solve.told] == [
        ("Customer calls", ""),
        ("Open the record", ""),
        ("Is anybody hurt?", "no"),
    ]
    (end,) = [e for e in found.exercises if e.solution.text == "Solved"]
    assert end.told[-1].text == "Confirm in writing"
    assert (found.answers, found.asked, len(found.cases)) == (2, 2, 2)


def test_what_may_come_as_well_is_no_wrong_answer() -> None:
    """Behind an optional step, the next may come at once."""
    found = practised(CALL)
    solved = [e for e in found.exercises if e.told and e.about == "Solve the problem"]
    assert not solved, "whether the invoice or the confirmation comes, the case decides"
    called = [e for e in found.exercises if e.about == "Is anybody hurt?" and e.answer == "no"]
    assert called
    assert all("Safety comes first here" not in texts(e) for e in called)


def test_it_is_asked_who_takes_over() -> None:
    found = practised(CALL, mail=MAIL)
    (over,) = asked(found, Asked.TO)
    assert over.solution.text == "Delivery desk"
    assert "Support agent" not in texts(over), "the one who hands over"
    assert not texts(over) & {"Customer", "Chatbot"}, "they could do it as well"


def test_who_does_it_is_asked_of_the_others_steps_alone() -> None:
    (by,) = asked(practised(CALL, mail=MAIL), Asked.BY)
    assert (by.about, by.solution.text) == ("Write the invoice anew", "Bookkeeper")


def test_the_same_person_in_another_role_is_no_wrong_answer() -> None:
    """Ana is lead and senior agent, and finance is led by the lead."""
    found = practised(MAIL, call=CALL)
    (over,) = asked(found, Asked.TO)
    assert not texts(over) & {"Team lead", "Finance"}


def test_people_are_not_named_where_the_site_shows_roles_alone() -> None:
    text = CALL.replace("to: desk", "to: ion")
    assert {e.solution.text for e in asked(practised(text, mail=MAIL), Asked.TO)} == {"Ion Marin"}
    assert not asked(practised(text, mail=MAIL, names_people=False), Asked.TO)


def test_a_hand_over_that_names_who_takes_over_is_not_asked_about() -> None:
    text = CALL.replace("Safety comes first here", "Call the delivery desk")
    assert not asked(practised(text, mail=MAIL), Asked.TO)


def test_a_name_alone_becomes_a_deed() -> None:
    text = CALL.replace("Safety comes first here", "Delivery desk on duty")
    found = practised(text, mail=MAIL)
    said = {choice.text for e in found.exercises for choice in e.choices}
    assert "Hand over: Delivery desk on duty" in said


def test_at_which_answer_a_step_comes() -> None:
    (answer,) = asked(practised(MAIL, call=CALL), Asked.ANSWER)
    assert (answer.about, answer.condition) == ("Ring whoever is awake", "Who knows the answer?")
    assert answer.solution.text == "nobody"
    assert texts(answer) == {"the agent", "a specialist", "nobody"}


def test_which_sop_is_followed() -> None:
    other = MAIL.replace("sop: call", "sop: main")
    found = practised(MAIL, call=CALL, third=other, fourth=other)
    (sop,) = asked(found, Asked.SOP)
    assert sop.solution.text == "call"
    assert "third" in texts(sop)


TOGETHER = """
steps:
  - start: Order is placed
  - together:
      customer is told:
        - do: Send the confirmation
          by: agent
        - ask: Was it a gift?
          answers: {yes: next, no: next}
      books are kept:
        - do: File the invoice
          by: books
  - do: Pick and pack
    by: desk
  - wait: Until it arrives
    takes: 2 days
  - do: Ring afterwards
    by: agent
  - end: Delivered
"""


def test_what_is_done_at_the_same_time() -> None:
    found = practised(TOGETHER, call=CALL)
    (beside,) = asked(found, Asked.TOGETHER)
    assert beside.about == "Send the confirmation"
    assert beside.solution.text == "File the invoice"


def test_what_is_done_at_the_same_time_is_no_wrong_answer() -> None:
    found = practised(TOGETHER, call=CALL)
    gift = [e for e in found.exercises if e.about == "Send the confirmation" and e.told]
    assert all("File the invoice" not in texts(e) for e in gift)
    joined = [e for e in found.exercises if e.answer in {"yes", "no"}]
    assert {e.solution.text for e in joined} == {"When all are done: Pick and pack"}


def test_what_was_done_together_is_over() -> None:
    found = practised(TOGETHER, call=CALL)
    (pack,) = [e for e in found.exercises if e.step == "until-it-arrives"]
    assert [told.text for told in pack.told] == [
        "Order is placed",
        "Send the confirmation",
        "Was it a gift?",
        "Pick and pack",
    ]
    assert pack.solution.text == "Wait: Until it arrives"


def test_one_branch_is_not_asked_about() -> None:
    text = """
steps:
  - together:
      alone:
        - do: Send the confirmation
  - do: Pick and pack
  - do: Ring afterwards
  - end: Delivered
"""
    assert not asked(practised(text), Asked.TOGETHER)


LONG = """
steps:
  - start: Order is placed
  - do: Check the address
  - do: Ask finance about it
  - ask: Does finance agree with us?
    answers:
      yes: next
      no: refuse
  - do: Pick and pack
  - do: Print the label
  - do: Stamp the parcel
  - do: Weigh it
  - do: Hand it over
  - end: Sent
  - id: refuse
    do: Tell the buyer why
  - do: Give the money back
    by: bot
  - end: Refused
"""


def test_the_order_of_the_next_steps_is_not_asked_for() -> None:
    found = practised(LONG)
    (packed,) = [e for e in found.exercises if e.about == "Pick and pack" and e.told]
    assert packed.solution.text == "Print the label"
    assert not texts(packed) & {"Stamp the parcel", "Weigh it", "Hand it over"}


def test_what_the_situation_gives_away_is_not_asked_for() -> None:
    """But for the answers of a decision: each is asked about."""
    found = practised(LONG)
    assert not [e for e in found.exercises if e.about == "Ask finance about it"]
    easy = practised(LONG.replace("Pick and pack", "Does finance know? Tell them"))
    assert (easy.asked, easy.answers) == (2, 2)


def test_a_question_without_a_subject_is_not_asked_for() -> None:
    text = LONG.replace("Does finance agree with us?", "Agreed?")
    assert not [e for e in practised(text).exercises if e.solution.text == "Agreed?"]


def test_the_steps_of_machines_come_last() -> None:
    last = practised(LONG).exercises[-1]
    assert (last.solution.text, last.by) == ("Give the money back", ("bot",))


def test_steps_of_other_sops_help_only_where_reasons_and_words_are_shared() -> None:
    small = "reasons: [refund]\nsteps:\n  - ask: Is it ours?\n    answers: {yes: next, no: next}\n"
    text = f"{small}  - do: Ring the buyer\n"
    other = CALL.replace("Solve the problem", "Ring the carrier")
    foreign = practised(text, call=f"reasons: [refund]\n{other}")
    assert {choice.text for e in foreign.exercises for choice in e.choices if choice.sop} == {
        "Ring the carrier"
    }
    assert practised(text, call=other).asked == 0


def test_answers_that_hardly_differ_are_not_told_apart() -> None:
    text = MAIL.replace("a specialist", "nobody, for once")
    assert not asked(practised(text, call=CALL), Asked.ANSWER)


AGAIN = """
steps:
  - start: Customer calls
  - id: listen
    do: Listen
  - ask: Is it clear?
    answers: {yes: next, no: listen}
  - ask: Is it solved?
    answers: {yes: next, no: listen}
  - do: Close the case
  - do: Thank them
  - end: Over
"""


def test_of_what_was_asked_twice_the_last_answer_is_told() -> None:
    for each in practised(AGAIN).exercises:
        asked_of = [told.text for told in each.told if told.answer]
        assert len(set(asked_of)) == len(asked_of)


BACK = """
steps:
  - start: You cannot finish it in this call
  - do: Agree on a day
  - id: dial
    do: Call them
  - ask: Did you reach the customer?
    answers:
      yes: done
      no: next
  - ask: Was that the third try?
    answers:
      yes: next
      no: {go: dial}
  - do: Write what you found
  - end: Sent in writing
  - id: done
    end: Promise kept
"""


def told_of(text: str, step: str, answer: str) -> list[str]:
    """Give what is told before it is asked what follows an answer."""
    (found,) = [e for e in practised(text).exercises if (e.about, e.answer) == (step, answer)]
    return [" – ".join(filter(None, (told.text, told.answer))) for told in found.told]


def test_what_a_question_means_is_told_with_it() -> None:
    """`Was that the third try?` stands on the try, and on its answer."""
    assert told_of(BACK, "Was that the third try?", "no") == [
        "You cannot finish it in this call",
        "Call them",
        "Did you reach the customer? – no",
        "Was that the third try? – no",
    ]


def test_of_a_turn_that_led_back_nothing_is_told_by_halves() -> None:
    assert told_of(BACK, "Did you reach the customer?", "yes") == [
        "You cannot finish it in this call",
        "Call them",
        "Did you reach the customer? – yes",
    ]


def test_nobody_is_told_more_than_they_can_keep_in_mind() -> None:
    turn = "  - do: Look at {0}\n  - ask: Does {0} work?\n    answers: {{yes: next, no: over}}\n"
    text = "steps:\n  - start: It stopped\n" + "".join(map(turn.format, ("lamp", "plug", "fuse")))
    over = "  - do: Thank them\n  - end: Works\n  - id: over\n    do: Send another\n  - end: Sent\n"
    assert told_of(text + over, "Does fuse work?", "yes") == [
        "It stopped",
        "Look at plug",
        "Does plug work? – yes",
        "Look at fuse",
        "Does fuse work? – yes",
    ]


def test_where_little_can_be_chosen_from_there_are_still_two_answers() -> None:
    small = "steps:\n  - ask: Open?\n    answers: {yes: shut, no: next}\n  - do: Ring\n"
    found = practised(small + "  - id: shut\n    end: Shut\n")
    assert found.asked <= found.answers
    assert all(len(each.choices) >= 2 for each in found.exercises)


def test_authors_questions_come_first() -> None:
    practice = """
practice:
  - situation: The floor is wet.
    right: Ask whether anybody is hurt
    wrong: {Apologise: that comes later}
    why: Safety first.
    step: danger
"""
    first = practised(CALL + practice).exercises[0]
    assert (first.asked, first.about, first.why) == (
        Asked.OWN,
        "The floor is wet.",
        "Safety first.",
    )
    assert first.solution.text == "Ask whether anybody is hurt"
    assert {choice.why for choice in first.choices} == {"", "that comes later"}


@pytest.mark.parametrize(
    "steps, expected",
    [
        ("steps: [{do: One}, {do: Two}, {end: Over}]", False),
        ("steps: [{do: One}, {do: Two}, {do: Three}, {end: Over}]", True),
        ("steps: [{ask: One?, answers: {yes: a, no: a}}, {id: a, end: Over}]", True),
        ("steps: [{do: One}, {end: Over}]\npractice: [{situation: a, right: b, wrong: c}]", True),
    ],
)
def test_what_is_worth_practising(steps: str, expected: bool) -> None:  # noqa: FBT001 - parameter
    assert is_worth_practising(stock(main=steps).ways["main"]) is expected
