"""Readers narrow the table of all SOPs, send its address to others, and come back to it."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import Visit
from tests.e2e.shelf import BROWSE, address
from tests.e2e.test_keyboard import walk
from tests.e2e.test_pages import COLOURS, findings

ALL = address("all")
HOSTILE = "%3Cimg%20src=x%20onerror=alert(1)%3E%22%27%5C"
NARROWED = f"{ALL}?words=ref&status=approved&role=agent&sort=-changed"


def rows(page: Page) -> Locator:
    return page.locator(".sopbook-sops tbody tr").locator("visible=true")


def titles(page: Page) -> list[str]:
    return page.locator(".sopbook-sops tbody tr:not([hidden]) th").all_text_contents()


def field(page: Page, label: str) -> Locator:
    return page.get_by_role("combobox", name=label, exact=True)


def query(page: Page) -> str:
    return str(page.evaluate("location.search"))


def test_by_keyboard(visit: Visit) -> None:
    """Words, then a filter, then back to everything; the count is said each time."""
    page = visit(ALL)
    said = page.locator(".sopbook-all__count")
    expect(page.locator(".sopbook-filters")).to_be_visible()
    count = rows(page).count()
    expect(said).to_have_text(f"{count} SOPs")
    page.get_by_role("searchbox", name="Words").focus()
    page.keyboard.type("REF", delay=5)
    expect(said).to_have_text(f"{rows(page).count()} of {count} SOPs")
    assert 0 < rows(page).count() < count
    page.wait_for_function("location.search === '?words=REF'")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(field(page, "Role")).to_be_focused()
    page.keyboard.type("Bil")
    page.wait_for_function("location.search.includes('role=billing')")
    page.get_by_role("button", name="Clear the filters").focus()
    page.keyboard.press("Enter")
    expect(said).to_have_text(f"{count} SOPs")
    expect(page.get_by_role("searchbox", name="Words")).to_be_focused()
    page.wait_for_function("location.search === ''")


@pytest.mark.parametrize("place", ["host", "folder"])
def test_an_address_narrows_the_table(
    visit: Visit, place: str, request: pytest.FixtureRequest
) -> None:
    """Also where the site was opened as files."""
    page = visit(NARROWED, home=request.getfixturevalue(place))
    expect(page.get_by_role("searchbox", name="Words")).to_have_value("ref")
    expect(field(page, "Status")).to_have_value("approved")
    expect(field(page, "Role")).to_have_value("agent")
    assert "Refund" in titles(page)
    field(page, "Status").select_option("")
    page.wait_for_function("location.search === '?words=ref&role=agent&sort=-changed'")


def test_more_filters_open_where_the_address_asks_for_one(visit: Visit) -> None:
    page = visit(f"{ALL}?tool=crm")
    expect(field(page, "Tool")).to_be_visible()
    expect(field(page, "Tool")).to_have_value("crm")


def test_back_comes_back_to_the_choice(visit: Visit) -> None:
    page = visit(ALL)
    field(page, "Channel").select_option("phone")
    page.wait_for_function("location.search === '?channel=phone'")
    found = titles(page)
    page.locator(".sopbook-sops tbody th a").locator("visible=true").first.click()
    page.locator(".sopbook-steps").wait_for()
    page.go_back()
    expect(field(page, "Channel")).to_have_value("phone")
    assert titles(page) == found


@pytest.mark.parametrize("part", ["status", "role", "sort", "review", "q"])
def test_a_hostile_address_is_harmless(visit: Visit, part: str) -> None:
    page = visit(f"{ALL}?{part}={HOSTILE}&words={HOSTILE}")
    expect(page.get_by_role("searchbox", name="Words")).to_have_value(
        "<img src=x onerror=alert(1)>\"'\\"
    )
    assert page.locator("article img").count() == 0
    expect(page.locator(".sopbook-all__none")).to_be_visible()
    expect(page.locator(".sopbook-sops")).to_be_hidden()


def test_what_a_link_asks_for_in_vain_is_said(visit: Visit) -> None:
    page = visit(f"{ALL}?role=gone&status=approved")
    said = page.locator(".sopbook-all__unknown")
    expect(said).to_contain_text("not here (any more): Role.")
    field(page, "Status").select_option("")
    expect(said).to_be_hidden()


def test_people_are_found_by_their_roles(visit: Visit) -> None:
    page = visit(f"{ALL}?words=irina")
    assert "Escalation" in titles(page)
    page = visit(f"{ALL}?responsible=irina-dobrescu")
    assert "Escalation" in titles(page)


def test_reviews_to_come_by_the_day_of_reading(visit: Visit) -> None:
    page = visit(ALL, alone=True)
    days = page.locator(".sopbook-sops td:last-child time")
    due = min(days.evaluate_all("all => all.map(one => one.dateTime)"))
    page.clock.install(time=due)
    page.reload()
    page.locator(".sopbook-filters summary").click()
    field(page, "Review").select_option("30")
    soon = rows(page).count()
    assert soon > 0
    field(page, "Review").select_option("90")
    assert rows(page).count() >= soon
    field(page, "Review").select_option("overdue")
    assert rows(page).count() == 0


def test_what_names_no_reason_can_be_chosen(visit: Visit) -> None:
    page = visit(f"{ALL}?reason=-")
    expect(field(page, "Reason")).to_have_value("-")
    assert rows(page).count() > 0


def test_on_paper_nothing_has_to_be_clicked(visit: Visit) -> None:
    """The table says what was chosen, the matrix names every SOP."""
    page = visit(f"{ALL}?words=ref&status=approved")
    page.emulate_media(media="print")
    expect(page.locator(".sopbook-all__chosen")).to_be_visible()
    expect(page.locator(".sopbook-all__chosen")).to_have_text("Words: ref · Status: Approved")
    page = visit(address("matrix"))
    names = page.locator(".sopbook-printed")
    assert not names.first.is_visible()
    page.emulate_media(media="print")
    assert names.first.is_visible()
    assert page.locator(".sopbook-unprinted").locator("visible=true").count() == 0


def test_nothing_found_offers_a_way_back(visit: Visit) -> None:
    page = visit(f"{ALL}?words=nothing+has+these+words")
    expect(page.get_by_text("No SOP fits all of these filters.")).to_be_visible()
    page.get_by_role("button", name="Clear the filters").click()
    expect(page.locator(".sopbook-sops")).to_be_visible()


def test_columns_sort_both_ways(visit: Visit) -> None:
    page = visit(ALL)
    by_title = titles(page)
    head = page.get_by_role("columnheader", name="SOP")
    expect(head).to_have_attribute("aria-sort", "ascending")
    page.get_by_role("button", name="SOP", exact=True).click()
    expect(head).to_have_attribute("aria-sort", "descending")
    assert titles(page) == by_title[::-1]
    page.get_by_role("button", name="Next review").click()
    expect(head).not_to_have_attribute("aria-sort", "descending")
    days = page.locator(".sopbook-sops td:last-child")
    found = days.evaluate_all("all => all.map(one => one.querySelector('time')?.dateTime ?? '~')")
    assert found == sorted(found)
    page.wait_for_function("location.search === '?sort=review'")


def test_what_is_overdue_depends_on_the_reader_s_day(visit: Visit) -> None:
    page = visit(f"{ALL}?review=overdue", alone=True)
    page.clock.install(time="2040-01-01T12:00:00Z")
    page.reload()
    expect(rows(page).first).to_contain_text("overdue")
    assert rows(page).count() == page.locator(".sopbook-late").locator("visible=true").count() > 0


def test_without_scripts_the_whole_table_is_there(visit: Visit) -> None:
    plain, live = visit(ALL, java_script_enabled=False), visit(ALL)
    assert rows(plain).count() == rows(live).count() > 0
    expect(plain.locator(".sopbook-filters")).to_be_hidden()
    assert plain.locator("main button").locator("visible=true").count() == 0
    plain.locator("article").get_by_role("link", name="SOPs from A to Z").click()
    plain.locator("#letter-r").wait_for()


@pytest.mark.parametrize("width", [1280, 320])
def test_everybody_can_read_it_narrowed(visit: Visit, width: int) -> None:
    page = visit(f"{NARROWED}&tool=cases", width=width)
    troubles = [f"{name}: {it}" for name, media in COLOURS.items() for it in findings(page, media)]
    page.goto(page.url.split("?")[0] + "?words=nothing+has+these")
    troubles += findings(page, COLOURS["light"])
    assert not troubles, "\n".join(troubles)


def test_the_keyboard_gets_to_what_unfolds(visit: Visit) -> None:
    troubles = walk(visit(f"{ALL}?tool=cases&words=e", width=360))
    assert not troubles, "\n".join(troubles)


def test_it_stays_a_table_on_a_phone(visit: Visit) -> None:
    """Where cards stand for rows, those who hear the page still hear a table."""
    page = visit(ALL, width=360)
    expect(page.get_by_role("table")).to_be_visible()
    assert page.get_by_role("row").count() == rows(page).count() + 1
    expect(page.get_by_role("rowheader").first).to_be_visible()


def test_an_empty_cell_of_the_matrix_says_so(visit: Visit) -> None:
    page = visit(address("matrix"))
    gap = page.locator(".sopbook-matrix__gap").first
    expect(gap).to_have_text("none")
    page.get_by_role("link", name="Phone, Complaint:").click()
    assert page.url.endswith("#cell-phone.complaint")
    expect(page.locator("[id='cell-phone.complaint']")).to_be_in_viewport()


def test_on_a_phone_each_channel_lists_what_is_missing(visit: Visit) -> None:
    page = visit(address("matrix"), width=360)
    expect(page.locator(".sopbook-matrix")).to_be_hidden()
    page.get_by_role("link", name="Letter", exact=True).click()
    expect(page.get_by_text("Nothing is written for:").first).to_be_visible()


@pytest.mark.parametrize("page_type", BROWSE)
def test_pages_say_why_they_are_there_and_lead_to_the_others(visit: Visit, page_type: str) -> None:
    page = visit(address(page_type))
    assert page.locator(".sopbook-summary").inner_text().endswith(".")
    others = page.get_by_role("navigation", name="Browse the SOPs").get_by_role("link")
    assert others.count() == len(BROWSE)


@pytest.mark.parametrize("page_type", BROWSE)
def test_no_link_leads_nowhere(visit: Visit, page_type: str) -> None:
    """Links within the page, too."""
    page = visit(address(page_type))
    broken = page.evaluate(
        """() => [...document.querySelectorAll("article a")].map(link => link.getAttribute("href"))
            .filter(href => !href || (href.startsWith("#") && href.length > 1
                && !document.getElementById(decodeURIComponent(href.slice(1)))))"""
    )
    assert broken == []
