"""The checklist: an SOP ticked for one case, or printed."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Visit
from tests.e2e.shelf import address
from tests.e2e.test_guide import CALL, findings


def opened(visit: Visit, path: str = CALL, width: int = 1280) -> Page:
    page = visit(f"{path}?checklist", width=width)
    page.locator(".sopbook-checklist").wait_for()
    return page


def count(page: Page) -> str:
    return page.locator(".sopbook-checklist__count").inner_text()


def test_ticks_survive_a_reload_and_are_reset_for_the_next_case(visit: Visit) -> None:
    page = opened(visit)
    page.get_by_label("7. Listen, then say back").check()
    assert count(page).startswith("1 of ")
    page.reload()
    expect(page.get_by_label("7. Listen, then say back")).to_be_checked()
    page.get_by_role("button", name="Reset").click()
    expect(page.get_by_label("7. Listen, then say back")).not_to_be_checked()
    assert count(page).startswith("0 of ")


def test_another_tab_is_another_case(visit: Visit) -> None:
    page = opened(visit)
    page.get_by_label("7. Listen, then say back").check()
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.get_by_label("7. Listen, then say back")).not_to_be_checked()


def test_an_answer_decides_which_steps_apply(visit: Visit) -> None:
    page = opened(visit)
    report = page.locator("[data-id=safety-report]")
    apart = page.get_by_text("Does not apply").locator("visible=true")
    expect(apart).to_have_count(0)
    page.get_by_role("radiogroup", name="Was anyone hurt").get_by_label("no").check()
    expect(report.locator(apart)).to_have_count(1)
    expect(report.get_by_text("5. Safety report")).to_be_visible()
    page.get_by_role("radiogroup", name="Was anyone hurt").get_by_label("yes").check()
    expect(page.locator("[data-id=listen]").locator(apart)).to_have_count(1)


def test_an_optional_step_is_left_out(visit: Visit) -> None:
    page = opened(visit)
    whole = count(page)
    page.get_by_label("Not needed").first.check()
    assert count(page) != whole


def test_what_is_done_was_needed(visit: Visit) -> None:
    page = opened(visit)
    line = page.locator("li[data-id]", has=page.locator("[name^=skip]")).first
    done, skip = line.locator("[name^=tick]").first, line.get_by_label("Not needed")
    done.check()
    skip.check()
    expect(done).not_to_be_checked()
    done.check()
    expect(skip).not_to_be_checked()


def test_escape_closes_it(visit: Visit) -> None:
    page = opened(visit)
    page.keyboard.press("Escape")
    expect(page.locator(".sopbook-checklist")).to_have_count(0)
    expect(page.get_by_role("link", name="Checklist")).to_be_focused()


def test_it_leads_to_the_other_sops_that_are_run(visit: Visit) -> None:
    page = opened(visit, "calls/support-call.html")
    link = page.locator(".sopbook-checklist").get_by_role("link", name="Open Find the customer")
    assert "identify-customer" in (link.get_attribute("href") or "")


def test_the_lists_of_a_text_are_ticked(visit: Visit) -> None:
    page = visit(address("text only"))
    page.get_by_role("link", name="Checklist").click()
    page.locator(".sopbook-checklist [type=checkbox]").first.check()
    assert count(page).startswith("1 of ")
    page.get_by_role("button", name="Close").click()
    expect(page.get_by_role("link", name="Checklist")).to_be_focused()


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("page_type", ["combined", "text only"])
def test_it_can_be_used_by_all(visit: Visit, page_type: str, width: int) -> None:
    page = opened(visit, address(page_type), width)
    first = page.locator(".sopbook-checklist input").first
    first.focus()
    page.keyboard.press("Space")
    expect(first).to_be_checked()
    assert not findings(page)


def test_paper_has_the_boxes_alone(visit: Visit) -> None:
    page = opened(visit)
    page.emulate_media(media="print")
    expect(page.locator(".sopbook-checklist [type=checkbox]").first).to_be_visible()
    expect(page.locator(".sopbook-steps")).to_be_hidden()
    assert page.locator("main button:visible").count() == 0


def test_paper_says_what_it_is_whom_to_turn_to_and_where_answers_lead(visit: Visit) -> None:
    page = opened(visit)
    page.get_by_role("radiogroup", name="Was anyone hurt").get_by_label("no").check()
    page.emulate_media(media="print")
    head = page.locator(".sopbook-checklist__head")
    for said in ("Responsible:", "complaint-call.html", "Name:", "Customer / case:"):
        expect(head).to_contain_text(said)
    expect(page.locator("[data-id=danger]")).to_contain_text("yes → 5")
    expect(page.locator("[data-id=safety-report]")).to_be_hidden()
    expect(page.locator("[data-id=over-to-lead] a[href^='tel:']").first).to_be_visible()
