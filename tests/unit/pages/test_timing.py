"""How long an SOP takes, on its page."""

from dataclasses import replace

import pytest

from sopbook import assets
from sopbook.checks.ground import ground_of
from sopbook.core.names import Names
from sopbook.core.reading import read_library
from sopbook.pages.render import Renderer
from sopbook.pages.site import site
from sopbook.pages.views.timing import Held, Range, Spot, Timing, timing
from tests.unit.pages.test_hostile import EVIL, tags_and_attributes

ORGANISATION = """
people:
  ion: {name: Ion Marin}
roles:
  agent: {title: Agent, people: [ion]}
  lead: {title: Team lead}
  bot: {title: Chatbot, kind: system}
"""
CARD = "title: Call\npromise: {first response: 1 min, solved: 5 min, call back: 2 working days}\n"
STEPS = """steps:
  - start: Customer calls
  - do: Greet
    by: agent
    within: 30 s
    takes: 1-2 min
  - do: Look it up
    by: bot
    when: needed
    takes: 4 s
  - id: look
    ask: Known?
    by: agent
    answers:
      yes: next
      no:
        - wait: For an answer
          takes: 2 working days
        - do: Call back
          by: [lead, customer]
          takes: 5 min
        - sop: other
        - end: Called back
      again: {share: 0.5 %, go: look}
  - together:
      one:
        - do: Write it down
      other:
        - do: Tell the customer
          by: lead
          takes: 1 min
  - end: Known
"""
OTHER = "title: Other\nsteps:\n  - do: Ask\n    by: customer\n    takes: 10 s\n  - end: Asked\n"


def made(workflow: str, language: str = "en", other: str = OTHER) -> Timing | None:
    """Gather the times of a workflow."""
    files = {"organisation.yml": ORGANISATION, "call.workflow.yml": workflow,
             "other.workflow.yml": other}  # fmt: skip
    reading = read_library({path: text.encode() for path, text in files.items()})
    assert reading.findings == ()
    here = site(Names(reading.library, assets.words(language)))
    return timing(reading.library.sops["call"], ground_of(reading).estimates, here)


@pytest.fixture
def view() -> Timing:
    """Give the times of a workflow that has everything."""
    found = made(CARD + STEPS)
    assert found
    return found


def test_times_are_for_people(view: Timing) -> None:
    assert view.elapsed == Range("2 min", "1 day", "2 days")
    assert view.work == Range("2 min", "4.5 min", "7 min")
    assert [(end.caption, end.share, end.time.least) for end in view.ends] == [
        ("Called back", "50 % of cases", "2 days"),
        ("Known", "50 % of cases", "2 min"),
    ]
    assert [(one.name, one.time) for one in view.workers] == [
        ("Team lead", "3 min"), ("Customer", "2.6 min"), ("Agent", "1.5 min"),
    ]  # fmt: skip


def test_promises_are_held_against_the_usual(view: Timing) -> None:
    assert view.promises == (
        Held("first response", "1 min", Spot(2, "Greet", "step-greet"), "1.5 min", "broken"),
        Held("call back", "2 working days", Spot(6, "Call back", "step-call-back"),
             "2 days", "close"),
    )  # fmt: skip


def test_the_end_keeps_the_longest_promise() -> None:
    found = made(CARD.replace("call back", "all done") + STEPS)
    assert found
    assert found.promises[-1] == Held("all done", "2 working days", None, "1 day", "kept")
    assert not made("title: Call\n" + STEPS).promises  # type: ignore[union-attr] # it takes time


def test_an_answer_may_be_given_in_another_sop() -> None:
    steps = "title: Call\npromise: {first answer: 1 min}\nsteps:\n  - sop: other\n  - end: Done\n"
    found = made(steps, other=OTHER.replace("customer", "agent"))
    assert found
    assert found.promises == (
        Held("first answer", "1 min", Spot(0, "Ask", ""), "10 sec", "kept"),
    )  # fmt: skip


def test_nobody_knows_when_a_promise_is_kept_that_no_way_comes_to() -> None:
    steps = "title: Call\npromise: {answer: 1 min}\nsteps:\n  - sop: other\n  - end: Done\n"
    found = made(steps)
    assert found
    assert found.promises == ()


def test_hands_and_ways(view: Timing) -> None:
    assert view.handed
    assert (view.handed.fewest, view.handed.usual, view.handed.most) == (1, "1", 1)
    assert view.handed.stations == "Agent → Team lead"
    assert view.longest == (
        Spot(4, "Known?", "step-look", "again"), Spot(4, "Known?", "step-look", "no"),
    )  # fmt: skip


def test_what_is_missing_is_said(view: Timing) -> None:
    assert (view.timed, view.untimed) == (6, (Spot(10, "Write it down", "step-write-it-down"),))


def test_only_what_plays_a_part_is_assumed(view: Timing) -> None:
    assert view.assumed == (
        "queues", "work", "middle", "workdays", "optional", "shares", "back", "together", "within",
    )  # fmt: skip
    plain = made("title: Call\nsteps:\n  - do: Greet\n    takes: 1 min\n  - end: Done\n")
    assert plain
    assert plain.assumed == ("queues", "work")
    assert (plain.ends, plain.workers, plain.handed, plain.longest) == ((), (), None, ())


def test_nothing_is_said_where_nothing_is_known() -> None:
    assert made("title: Call\nsteps:\n  - do: Greet\n  - end: Done\n") is None
    assert made("title: Call\nsteps:\n  - do: Greet\n    takes: 1 min\n") is None


def test_seldom_is_not_never() -> None:
    found = made(CARD + STEPS.replace("yes: next", "yes: {share: 0.4 %, go: next}"))
    assert found
    assert [end.share for end in found.ends] == ["100 % of cases", "0.4 % of cases"]


def test_what_cannot_be_told_is_said(renderer: Renderer) -> None:
    found = made("""title: Call
promise: {all done: 1 h}
steps:
  - id: try
    do: Try
    by: agent
    takes: 1 min
  - ask: Works?
    by: lead
    answers:
      yes: {share: 0 %, steps: [{end: Works}]}
      no: {share: 100 %, go: try}
      never: {share: 0 %, go: done}
  - id: done
    end: Broken
""")
    assert found
    assert (found.elapsed.usual, found.ends[0].share, found.promises) == ("", "", ())
    assert found.handed
    assert found.handed.usual == ""
    assert "cannot be told" in renderer.timing(found)


def test_everything_is_printed(view: Timing, renderer: Renderer) -> None:
    html = renderer.timing(view)
    assert "1 of 7 steps that take time does not say how much, so it takes longer." in html
    assert '<a href="#step-call-back">6. Call back</a>' in html
    assert "Usually 1; at least 1, at most 1." in html
    assert "A working day counts as a day." in html
    assert html.count("<table") == 2


def test_in_the_reader_s_language() -> None:
    found = made(CARD + STEPS, "ro")
    assert found
    assert found.work.usual == "4,5 min."
    assert found.ends[0].share == "50 % din cazuri"


def test_nothing_an_author_types_is_markup(view: Timing, renderer: Renderer) -> None:
    spot = Spot(1, EVIL, "step-one", EVIL)
    evil = replace(
        view,
        promises=(Held(EVIL, EVIL, Spot(0, EVIL, ""), EVIL, "kept"),),
        ends=tuple(replace(end, caption=EVIL) for end in view.ends),
        workers=tuple(replace(one, name=EVIL) for one in view.workers),
        handed=replace(view.handed, stations=EVIL) if view.handed else None,
        longest=(spot,), untimed=(spot,),
    )  # fmt: skip
    assert not {"script", "img", "onerror"} & tags_and_attributes(renderer.timing(evil))
