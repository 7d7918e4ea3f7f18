"""A proposal held against what it would replace, on its page."""

from dataclasses import replace

from sopbook import assets
from sopbook.checks.ground import ground_of
from sopbook.core.names import Names
from sopbook.core.reading import read_library
from sopbook.pages.render import Renderer
from sopbook.pages.site import Links, site
from sopbook.pages.views.comparison import Comparison, Listed, Row, comparison
from tests.unit.pages.test_hostile import EVIL, tags_and_attributes

ORGANISATION = """
people:
  ion: {name: Ion Marin}
roles:
  agent: {title: Agent, people: [ion]}
  lead: {title: Team lead}
  bot: {title: Chatbot, kind: system}
"""
BEFORE = """title: Call
steps:
  - start: Customer calls
  - do: Greet
    by: agent
    takes: 1-2 min
  - ask: Known?
    by: lead
    takes: 1 min
    answers: {yes: next, no: next}
  - do: Tell the customer
    by: agent
    takes: 1 min
  - end: Known
"""
AFTER = """title: Chat
improves: call
decide_by: 2027-01-31
steps:
  - start: Customer writes
  - do: Greet
    by: bot
    takes: 1 s
  - do: Answer
    by: agent
    takes: 1 min
  - end: Known
"""


def made(after: str = AFTER, language: str = "en") -> Comparison | None:
    """Hold two workflows against each other."""
    files = {
        "organisation.yml": ORGANISATION,
        "call.workflow.yml": BEFORE,
        "chat.workflow.yml": after,
        "text.md": "---\ntitle: Text\nstatus: draft\n---\n",
    }
    reading = read_library({path: text.encode() for path, text in files.items()})
    assert reading.findings == ()
    here = site(Names(reading.library, assets.words(language)))
    links = Links(sop=lambda name: f"../{name}/")
    return comparison(reading.library.sops["chat"], ground_of(reading).estimates, here, links)


def test_figures_of_both_and_the_difference() -> None:
    found = made()
    assert found
    assert found.before.url == "../call/"
    assert found.rows == (
        Row("steps", "3", "2", "−1"),
        Row("decisions", "1", "0", "−1"),
        Row("automated", "0", "1", "+1"),
        Row("roles", "2", "1", "−1"),
        Row("handed", "2", "0", "−2"),
        Row("handed_most", "2", "0", "−2"),
        Row("work", "3.5 min", "1 min", "−2.5 min"),
        Row("shortest", "3 min", "1 min", "−2 min"),
        Row("usual", "3.5 min", "1 min", "−2.5 min"),
        Row("longest", "4 min", "1 min", "−3 min"),
    )
    assert [(side.key, side.steps) for side in found.sides] == [
        ("removed", ("Known?", "Tell the customer")),
        ("added", ("Answer",)),
        ("roles_before", ("Agent", "Team lead")),
        ("roles_after", ("Agent",)),
    ]


def test_what_cannot_be_told_is_left_out() -> None:
    found = made(AFTER.replace("  - end: Known\n", ""))
    assert found
    assert [row.key for row in found.rows] == ["steps", "decisions", "automated", "roles"]


def test_what_stays_is_said_to_stay(renderer: Renderer) -> None:
    found = made(BEFORE.replace("Call", "Chat").replace("steps:", "improves: call\nsteps:", 1))
    assert found
    assert {row.change for row in found.rows} == {""}
    assert [side.key for side in found.sides] == ["roles_before", "roles_after"]
    assert renderer.comparison(found, "").count("<td>none</td>") == len(found.rows)


def test_only_a_proposal_with_two_charts_is_compared() -> None:
    assert made(AFTER.replace("improves: call\n", "")) is None
    assert made(AFTER.replace("improves: call\n", "improves: text\n")) is None


def test_everything_is_printed(renderer: Renderer) -> None:
    found = made()
    assert found
    html = renderer.comparison(found, "<svg></svg>")
    assert '<a href="../call/">Call</a>' in html
    assert "2 steps fall away" in html
    assert "<svg></svg>" in html


def test_steps_are_listed_elsewhere(renderer: Renderer) -> None:
    listed = Listed("before", "as_is--", "Call", "../call/")
    html = renderer.compared(listed, "<svg></svg>")
    assert (
        '<p id="as_is--sopbook-steps"><a href="../call/#sopbook-steps">Steps: Call</a></p>' in html
    )


def test_in_the_reader_s_language() -> None:
    found = made(language="ro")
    assert found
    assert found.rows[6] == Row("work", "3,5 min.", "1 min.", "−2,5 min.")


def test_nothing_an_author_types_is_markup(renderer: Renderer) -> None:
    found = made()
    assert found
    sides = tuple(replace(side, steps=(EVIL,)) for side in found.sides)
    evil = replace(found, before=replace(found.before, title=EVIL, url=EVIL), sides=sides)
    html = renderer.comparison(evil, "") + renderer.compared(Listed("after", "x", EVIL, EVIL), "")
    assert not {"script", "img", "onerror"} & tags_and_attributes(html)
