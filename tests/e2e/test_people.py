"""Whom to turn to: the directory, pages of people, roles and teams, and the escalation map."""

import re

import pytest
import vobject
from playwright.sync_api import expect

from tests.e2e.conftest import Visit
from tests.e2e.shelf import address

ROWS = ".sopbook-directory > li:visible"


def test_the_directory_is_filtered_as_one_types(visit: Visit) -> None:
    page = visit(address("people"))
    everybody = page.locator(ROWS).count()
    field = page.get_by_label("Filter", exact=True)
    field.focus()
    page.keyboard.type("kilic")
    assert page.locator(ROWS).count() == 2
    assert page.get_by_role("status").inner_text() == "2 entries"
    expect(page.get_by_role("heading", level=2, name="People")).to_have_text("People 1")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/people/emre-kilic.html")
    page.go_back()
    field.fill("0111 elif")
    assert page.locator(ROWS).locator("strong").first.inner_text() == "Elif Yıldırım"
    field.fill("nobody at all")
    assert page.locator(ROWS).count() == 0
    assert page.get_by_role("heading", level=2).count() == 0
    assert "Nobody" in page.get_by_role("status").inner_text()
    field.fill("")
    assert page.locator(ROWS).count() == everybody
    assert page.get_by_role("status").inner_text() == ""


def test_without_a_script_everybody_is_listed(visit: Visit) -> None:
    page = visit(address("people"), java_script_enabled=False)
    assert page.locator(ROWS).count() > 40
    assert not page.get_by_label("Filter", exact=True).is_visible()


def test_it_works_from_a_folder(visit: Visit, folder: str) -> None:
    page = visit(address("people"), home=folder)
    page.get_by_label("Filter", exact=True).fill("irina")
    assert page.locator(ROWS).locator("strong").first.inner_text() == "Irina Dobrescu"


@pytest.mark.parametrize("width", [1280, 360])
def test_the_deputy_is_one_step_away(visit: Visit, width: int) -> None:
    """Somebody on a call needs Tomas's deputy: from an SOP, over his name."""
    page = visit(address("combined"), width=width)
    name = page.locator(".sopbook-card__who .sopbook-person a").first
    name.click()
    page.wait_for_url(re.compile("/(people|roles|teams)/"))
    page = visit(address("person"), width=width)
    deputy = page.get_by_role("region", name="Deputy")
    box = deputy.get_by_role("link", name=re.compile("^Call ")).bounding_box()
    assert box
    assert box["y"] + box["height"] < 800


def test_a_contact_is_kept_as_a_card(visit: Visit) -> None:
    page = visit(address("person"))
    with page.expect_download() as waiting:
        page.get_by_role("region", name="Contact").get_by_role("link", name="Save contact").click()
    card = vobject.readOne(waiting.value.path().read_text(encoding="utf-8"))
    assert card.fn.value == "Tomas Petrauskas"


def test_the_map_leads_from_a_box_to_its_line(visit: Visit) -> None:
    page = visit(address("escalation map"))
    boxes = page.locator("svg.sop-svg").first.locator("a")
    names = boxes.evaluate_all("links => links.map(link => link.getAttribute('aria-label'))")
    assert names[0].startswith("1 of ")
    assert all("Step" not in name for name in names)
    boxes.first.focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#sopbook-turns-agent")
    line = page.locator("#sopbook-turns-agent")
    assert "turns to" in line.inner_text()
    assert page.locator(".sopbook-turns__list > li").count() == boxes.count()


def test_the_map_can_be_skipped(visit: Visit) -> None:
    page = visit(address("escalation map"))
    skip = page.locator(".sop-chart__skip")
    skip.focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#sopbook-escalation-steps")


def test_who_does_and_answers_is_unfolded_on_an_sop(visit: Visit) -> None:
    page = visit(address("combined"))
    fold = page.locator(".sopbook-raci > details")
    fold.locator("summary").click()
    assert fold.get_by_role("rowheader").count() == 4
    assert fold.get_by_role("link").first.is_visible()
