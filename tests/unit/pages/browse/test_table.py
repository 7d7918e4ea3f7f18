"""The table of all SOPs: every SOP that may be listed, and what it can be narrowed by."""

import json
from dataclasses import replace

from sopbook.pages.browse.table import Filter, Table, table
from sopbook.pages.site import AS_SET, Links
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


def filters(view: Table) -> dict[str, list[str]]:
    return {one.name: [choice.id for choice in one.choices] for one in (*view.first, *view.more)}


def titles(view: Table) -> list[str]:
    return [row.sop.title for row in view.rows]


def test_rows_by_title_without_what_is_hidden() -> None:
    sops = {"letter": LETTER, "draft": DRAFT, "old": OLD, "call": CALL}
    assert titles(table(department(**sops), LINKS, None)) == ["Better call", "Call", "Über letters"]
    assert titles(table(department(NO_DRAFTS, **sops), LINKS, None)) == ["Call", "Über letters"]


def test_a_row_has_its_values() -> None:
    (row,) = table(department(call=CALL), LINKS, None).rows
    assert row.marks.split() == [
        "status:approved", "role:agent", "role:lead", "channel:phone", "channel:email",
        "reason:complaint", "team:support", "responsible:ana", "audience:agents", "measure:csat",
        "measure:ttr", "tool:crm",
    ]  # fmt: skip
    assert row.also == "call angry customer Ärger"
    assert (row.responsible, row.responsible_url) == ("Ana Ionescu", "../person:ana/")
    assert row.channels == ("Phone", "E-mail")
    assert row.review
    assert row.review.iso == "2027-03-01"


def test_people_are_found_by_what_their_role_or_team_answers_for() -> None:
    lead = CALL.replace("responsible: ana", "responsible: lead")
    view = table(department(call=lead), LINKS, None)
    (row,) = view.rows
    assert {"responsible:lead", "responsible:ana"} <= set(row.marks.split())
    assert row.also.endswith("Ana Ionescu")
    assert row.responsible == "Team lead"
    assert filters(view)["responsible"] == ["ana", "lead"]
    quiet = replace(AS_SET, names_people=False)
    (row,) = table(department(quiet, call=lead), LINKS, None).rows
    assert "Ana" not in row.also


def test_what_is_not_said_is_empty() -> None:
    view = table(department(letter=LETTER), LINKS, None)
    (row,) = view.rows
    assert (row.responsible, row.responsible_url, row.reasons) == ("", "", ())
    assert row.review is None
    assert not view.knows_changes
    assert "Last changed" not in printed("all.html", view)


def test_nobody_expects_a_draft_to_be_reviewed() -> None:
    (row,) = table(department(draft=DRAFT), LINKS, None).rows
    assert row.review is None


def test_only_what_there_is_can_be_chosen() -> None:
    found = filters(table(department(call=CALL, letter=LETTER), LINKS, None))
    assert found == {
        "status": ["review", "approved"],
        "role": ["agent", "lead"],
        "channel": ["phone", "email", "letter"],
        "reason": ["complaint", "-"],
        "team": ["support"],
        "responsible": ["ana"],
        "audience": ["agents"],
        "measure": ["csat", "ttr"],
        "tool": ["crm"],
    }
    bare = filters(table(department(letter=LETTER), LINKS, None))
    assert bare == {"status": ["review"], "channel": ["letter"]}


def test_the_first_filters_are_those_asked_for_most() -> None:
    view = table(department(call=CALL), LINKS, None)
    assert [one.name for one in view.first] == ["status", "role", "channel", "reason"]
    assert isinstance(view.more[0], Filter)


def test_counts_are_said_in_every_plural_form() -> None:
    view = table(department(call=CALL), LINKS, None)
    assert json.loads(view.forms) == {
        "one": "{some} of {count} SOP", "other": "{some} of {count} SOPs",
    }  # fmt: skip


def test_an_empty_department_says_so() -> None:
    html = printed("all.html", table(department(), LINKS, None))
    assert "No SOP is listed yet." in html
    assert "<table" not in html
    assert "<form" not in html


def test_a_site_without_the_other_pages_links_to_none() -> None:
    view = table(department(call=CALL), Links(sop=lambda name: name), None)
    assert (view.ways, view.rows[0].responsible_url) == ((), "")
    assert "sopbook-leads" not in printed("all.html", view)


def test_hostile_words_are_text() -> None:
    html = printed("all.html", table(department(call=hostile("x")), LINKS, None))
    assert "<img" not in html
    assert html.count("&lt;img") == 3
