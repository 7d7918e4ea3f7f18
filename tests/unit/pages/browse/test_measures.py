"""Measures: what they mean, and who aims at what."""

import pytest

from sopbook.pages.browse import measures as module
from sopbook.pages.browse.measures import measures, page
from tests.unit.pages.browse.shelf import (
    CALL,
    DRAFT,
    LETTER,
    LINKS,
    NO_DRAFTS,
    OLD,
    department,
    hostile,
    printed,
)


def test_who_aims_at_what() -> None:
    own = CALL.replace("title: Call", "title: Own").replace("csat: at least 90 %", "solved: 80 %")
    own = own.replace("solved: 80 %", "solved: at least 80 %")
    view = measures(department(call=CALL, own=own, old=OLD, letter=LETTER), LINKS)
    assert [(one.title, one.count) for one in view.entries] == [
        ("Ärger solved", 1), ("Customer satisfaction (CSAT)", 1), ("Time to resolution", 2),
    ]  # fmt: skip
    solved, _, ttr = view.entries
    assert (solved.meaning, solved.unit, solved.is_better_high) == ("Of all cases.", "%", True)
    assert not ttr.is_better_high
    assert [(aim.sop.title, aim.target) for aim in ttr.aims] == [
        ("Call", "at most 24 h"), ("Own", "at most 24 h"),
    ]  # fmt: skip
    assert "Net promoter score (NPS)" in [one.title for one in view.idle]
    html = printed("measures.html", view)
    assert html.index('<a href="#measure-nps">') < html.index("<section")


def test_drafts_by_the_setting() -> None:
    assert measures(department(NO_DRAFTS, draft=DRAFT), LINKS).entries == ()


def test_of_many_only_some_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 2)
    csat = measures(department(a=CALL, b=CALL, c=CALL), LINKS).entries[0]
    assert (csat.count, len(csat.aims), csat.more, csat.all) == (3, 2, 1, "../all/?measure=csat")


def test_links_may_lead_to_a_measure() -> None:
    assert "measure-csat" in page(department()).anchors


def test_an_empty_department_says_so() -> None:
    html = printed("measures.html", measures(department(), LINKS))
    assert "No SOP names a target yet." in html
    assert 'id="measure-csat"' in html


def test_hostile_words_are_text() -> None:
    html = printed("measures.html", measures(department(call=hostile("x")), LINKS))
    assert "<img" not in html
    assert html.count("&lt;img") == 2
