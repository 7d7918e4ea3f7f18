"""A site that shows no people: what is taken out of an edition, and what is said of it."""

from sopbook.edition import Edition, edition
from sopbook.history.chronicle import Chronicle
from sopbook.pages.past import Past
from sopbook.privacy import Cover
from tests.unit.pages.chronicles import said, telling

ORGANISATION = """\
people:
  zoe-quill: {name: Zoe Quill, deputy: zoe-quill}
roles:
  agent: {title: Agent, people: [zoe-quill]}
"""
CALL = """\
title: Call
responsible: zoe-quill
steps:
  - start: A call
  - do: Greet
    by: agent
    takes: 2 min
    within: 1 min
  - end: Done
"""


def read() -> Edition:
    sources = {
        "organisation.yml": ORGANISATION,
        "call.workflow.yml": CALL,
        "page.md": "# Page\n\nZoe Quill knows. Quill?\n\nAnd Quill.\n",
    }
    return edition({path: text.encode() for path, text in sources.items()})


def test_nothing_that_is_shown_names_anybody() -> None:
    whole = read()
    assert any("zoe-quill" in each.message for each in whole.findings)
    found = Cover(whole, shows_people=False).edition(whole)
    assert found.reading.library.organisation.people == {}
    assert not any("zoe" in repr(each) for each in (*found.findings, *found.waived))
    assert "organisation.yml" not in found.texts
    assert found.findings
    assert len(found.findings) < len(whole.findings)


def test_a_site_that_shows_people_is_left_as_it_is() -> None:
    whole, past = read(), Past()
    cover = Cover(whole, shows_people=True)
    assert cover.edition(whole) is whole
    assert cover.past(past) is past
    assert list(cover.remarks("sops/")) == []


def test_the_past_names_nobody() -> None:
    told = telling(said("Ask Zoe Quill"), said("Greet first"), who=("Zoe Quill",), why="Zoe!")
    past = Past(Chronicle({"call": (told,)}))
    found = Cover(read(), shows_people=False).past(past)
    assert [each.text for each in found.chronicle.tellings["call"][0].sentences] == ["Greet first"]
    assert "Zoe" not in repr(found)


def test_texts_are_told_with_their_places() -> None:
    found = list(Cover(read(), shows_people=False).remarks("sops/"))
    assert [(one.text.split(": ")[0], one.is_warning) for one in found] == [
        ("sops/page.md:3", True),
        ("sops/page.md:5", False),
    ]
