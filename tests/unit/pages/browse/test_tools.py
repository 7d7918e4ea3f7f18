"""Tools: where they are, and the steps that use them."""

import pytest

from sopbook.pages.browse import tools as module
from sopbook.pages.browse.tools import page, tools
from tests.unit.pages.browse.shelf import (
    CALL,
    DRAFT,
    LINKS,
    NO_DRAFTS,
    OLD,
    department,
    hostile,
    printed,
)


def test_the_steps_that_use_a_tool() -> None:
    view = tools(department(call=CALL, draft=DRAFT, old=OLD), LINKS)
    (crm,) = view.entries
    assert (crm.title, crm.url, crm.count, crm.sops) == (
        "Customer records", "https://crm.example.com", 4, 2,
    )  # fmt: skip
    assert [part.sop.title for part in crm.parts] == ["Better call", "Call"]
    assert [step.url for step in crm.parts[1].steps] == [
        "../call/#step-greet", "../call/#step-note-it",
    ]  # fmt: skip
    assert [one.title for one in view.idle] == ["Old tool"]


def test_drafts_by_the_setting() -> None:
    assert tools(department(NO_DRAFTS, draft=DRAFT), LINKS).entries == ()


def test_of_many_only_some_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 2)
    (crm,) = tools(department(a=CALL, b=CALL, c=CALL), LINKS).entries
    assert (crm.sops, len(crm.parts), crm.more, crm.all) == (3, 2, 1, "../all/?tool=crm")


def test_links_may_lead_to_a_tool() -> None:
    found = page(department())
    assert found
    assert found.anchors == ("tool-crm", "tool-old")


def test_nobody_uses_any() -> None:
    html = printed("tools.html", tools(department(), LINKS))
    assert "No step names a tool yet." in html
    assert 'id="tool-old"' in html


def test_without_tools_there_is_no_page() -> None:
    here = department()
    object.__setattr__(here.library.organisation, "tools", {})
    assert page(here) is None


def test_hostile_words_are_text() -> None:
    html = printed("tools.html", tools(department(call=hostile("x")), LINKS))
    assert "<img" not in html
    assert html.count("&lt;img") == 2
