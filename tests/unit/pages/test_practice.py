"""Questions in words: what is told, asked and answered, and why."""

from sopbook import assets
from sopbook.checks.ground import ground_of
from sopbook.core.names import Names
from sopbook.core.reading import read_library
from sopbook.pages.practice.lessons import Lessons
from sopbook.pages.practice.sheet import Sheet, Speaker
from sopbook.pages.site import Links, site
from sopbook.pages.views.practice import practice
from sopbook.practice.drill import drill
from sopbook.practice.exercise import Asked
from tests.unit.practice.gym import ORGANISATION, stock
from tests.unit.practice.test_drill import AGAIN, CALL, LONG, MAIL, TOGETHER

OWN = """
practice:
  - situation: The floor is wet.
    right: Ask whether anybody is hurt
    wrong: {Apologise: that comes later}
"""


def sheets(text: str, **others: str) -> dict[Asked, list[Sheet]]:
    shelf = stock(names_people=True, main=text, **others)
    speaker = Speaker("main", shelf)
    found: dict[Asked, list[Sheet]] = {}
    for exercise in drill("main", shelf).exercises:
        found.setdefault(exercise.asked, []).append(speaker.sheet(exercise))
    return found


def test_what_happened_is_told_in_the_sops_words() -> None:
    found = sheets(CALL, mail=MAIL)[Asked.NEXT]
    (end,) = [each for each in found if each.link == "Step 9: Solved"]
    assert end.told == (
        "Customer calls",
        "Done: Open the record",
        "Is anybody hurt? – no",
        "Done: Confirm in writing",
    )
    assert end.ask == "What comes next, or how does it end?"
    (solve,) = [each for each in sheets(LONG)[Asked.NEXT] if each.link == "Step 6: Print the label"]
    assert solve.ask == "What comes next?", "no end is among the answers"
    assert end.why == "After “Confirm in writing” comes this:"
    assert end.link == "Step 9: Solved"


def test_a_wrong_answer_is_told_its_own_place() -> None:
    (answer,) = [each for each in sheets(CALL, mail=MAIL)[Asked.NEXT] if "yes" in each.told[-1]]
    reasons = {option.text: option.why for option in answer.options}
    right = answer.options[answer.right].text
    assert reasons.pop(right) == ""
    assert "That is step 7, after “Solve the problem”." in reasons.values()
    assert all(reasons.values())
    assert answer.why == "The answer “yes” leads here:"


def test_a_place_is_told_by_the_answer_before_it_or_by_nothing() -> None:
    text = """
steps:
  - do: Listen to them
  - ask: Is it about money?
    answers:
      yes: next
      no:
        - end: Answered
  - do: Count it twice
  - end: Paid
"""
    whys = {o.why for each in sheets(text)[Asked.NEXT] for o in each.options}
    assert "That is step 1: it comes at another point." in whys
    assert "That is step 3, after “Is it about money? – no”." in whys


def test_other_sops_are_named() -> None:
    found = sheets(MAIL, main2=CALL, main3=CALL, call=CALL)[Asked.SOP]
    assert "This SOP is not followed here: main2." in {
        o.why for each in found for o in each.options
    }


def test_what_is_said_of_single_steps() -> None:
    (by,) = sheets(CALL, mail=MAIL)[Asked.BY]
    assert by.ask == "“Write the invoice anew”: who does this?"
    assert by.why == "“Write the invoice anew”: Bookkeeper does this."
    assert by.by == ("books",)
    (answer,) = sheets(MAIL, call=CALL)[Asked.ANSWER]
    assert answer.why == "The answer “nobody” leads to “Ring whoever is awake”."
    assert answer.ask == "“Who knows the answer?”: which answer leads to “Ring whoever is awake”?"
    assert "With that answer it goes on elsewhere." in {option.why for option in answer.options}


def test_what_the_author_asks_is_not_explained_by_us() -> None:
    (own,) = sheets(CALL + OWN)[Asked.OWN]
    assert own.told == ("The floor is wet.",)
    assert (own.why, own.step, own.link) == ("", "", "")
    assert {option.why for option in own.options} == {"", "that comes later"}


def test_the_first_sentence_of_a_note_is_quoted() -> None:
    note = 'within: 1 h\n    note: "Write **no** price, e.g. 5 EUR! It may change. Ask."'
    found = sheets(CALL.replace("within: 1 h", note), mail=MAIL)
    notes = {each.note for each in found[Asked.NEXT] + found[Asked.BY]}
    assert notes <= {"", "Write no price, e.g. 5 EUR!"}


def test_branches_and_conditions_are_told() -> None:
    found = sheets(TOGETHER, call=CALL)
    told = {line for each in found[Asked.NEXT] for line in each.told}
    assert "At the same time, “customer is told” begins" in told
    optional = AGAIN.replace("  - do: Close the case\n", "  - do: Close the case\n    when: open\n")
    told = {line for all_of in sheets(optional).values() for each in all_of for line in each.told}
    assert "And: open" in told


def test_every_language_says_all_of_it() -> None:
    for language in assets.languages():
        shelf = stock(main=MAIL + OWN, call=CALL)
        speaker = Speaker(
            "main", shelf.__class__(Names(shelf.names.library, assets.words(language)), shelf.ways)
        )
        for exercise in drill("main", shelf).exercises:
            assert speaker.sheet(exercise).ask


def test_the_page_counts_what_there_is() -> None:
    files = {
        "call.workflow.yml": f"title: Call\n{CALL}".encode(),
        "organisation.yml": ORGANISATION.encode(),
    }
    reading = read_library(files)
    here = site(Names(reading.library, assets.words("en")))
    lessons = Lessons(ground_of(reading).ways, here)
    view = practice(lessons, here, Links(sop=lambda name: f"{name}.html"))
    (lesson,) = view.lessons
    assert (lesson.id, lesson.url, lesson.title) == ("call", "call.html", "Call")
    assert (view.answers, view.asked) == (2, 2)
    assert lesson.extent.questions == view.questions > 5
    assert lessons.has("call")
    assert not lessons.has("none")
