"""Answers that say the same must not stand beside each other."""

import pytest

from sopbook.practice.alike import alike, echoes, holds, is_name, is_vague


@pytest.mark.parametrize(
    "one, other, expected",
    [
        ("Confirm in writing", "Confirm the solution in writing", True),
        ("Open a case", "Open a complaint case", True),
        ("Refund the money", "Refunds of money", True),
        ("Greet", "greet!", True),
        ("Put it on status page and voice assistant", "Put that on the status page", True),
        ("Renew the status page, with a time", "Put that on the status page", False),
        ("Întreabă clientul", "intreaba clientul", True),
        ("Does the visitor open it?", "Does the visitor give them?", False),
        ("Close the case", "Open a case", False),
        ("Greet", "Apologise", False),
        ("Tell the customer the day", "Tell finance the day", False),
        ("?", "Greet", True),
    ],
)
def test_alike(one: str, other: str, expected: bool) -> None:  # noqa: FBT001 - parameter
    assert alike(one, other) is expected
    assert alike(other, one) is expected


def test_an_answer_that_takes_up_a_word() -> None:
    assert echoes("no", "Say no, with the reason")
    assert not echoes("no", "Not now")


def test_an_answer_that_holds_another() -> None:
    assert holds("no", "No, something else")
    assert not holds("no, something else", "no")
    assert not holds("no", "Not now")


@pytest.mark.parametrize(
    "question, expected",
    [
        ("Answered?", True),
        ("May you give it?", True),
        ("Does the customer accept?", False),
        ("What is wrong?", False),
    ],
)
def test_a_question_that_nobody_knows_the_subject_of(question: str, expected: bool) -> None:  # noqa: FBT001 - parameter
    assert is_vague(question) is expected


@pytest.mark.parametrize(
    "caption, expected",
    [
        ("Team lead", True),
        ("Team lead on duty", True),
        ("To the team lead", True),
        ("Hand over to your team lead", False),
        ("Ask the team lead to join", False),
        ("?", False),
    ],
)
def test_a_name_is_no_deed(caption: str, expected: bool) -> None:  # noqa: FBT001 - parameter
    assert is_name(caption, "Team lead") is expected
