"""The home, as an agent on a call, a new colleague and a lead have it."""

import json
import re
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.axe import violations
from tests.e2e.conftest import Visit, served
from tests.site.workshop import make

HOME = "index.html"
ROLE, START, LISTING = "#sopbook-role", ".sopbook-start", ".sopbook-listing"
PINNED, RECENT = '[data-sopbook-kept="pinned"]', '[data-sopbook-kept="recent"]'
NO_STORAGE = """Object.defineProperty(window, "localStorage", {
    get() { throw new DOMException("no", "SecurityError"); } })"""
MANY = 70
CARD = "---\ntitle: SOP {n}\nresponsible: agent\nstatus: review\nreasons: [complaint]\n---\n\nHi.\n"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A department with more SOPs than anybody reads a list of."""
    files = {f"calls/sop-{n}.md": CARD.format(n=n) for n in range(MANY)}
    return make(tmp_path_factory.mktemp("large"), files, use_directory_urls=False)


def keep(page: Page, **ids: list[str]) -> None:
    """Let the browser remember SOPs."""
    for name, found in ids.items():
        page.evaluate(
            "([name, text]) => sopbookBase.store(name).write(text)", [name, json.dumps(found)]
        )
    page.reload()


def choose(page: Page, title: str) -> None:
    page.locator(ROLE).select_option(label=title)


def test_a_role_is_chosen_by_keyboard_and_remembered(visit: Visit) -> None:
    page = visit(HOME)
    field = page.get_by_role("combobox", name="I am a")
    field.focus()
    page.keyboard.type("Support agent")
    expect(field).to_have_value("agent")
    expect(page.get_by_role("link", name="What I do, in all SOPs")).to_have_attribute(
        "href", "roles/agent.html"
    )
    page.reload()
    expect(field).to_have_value("agent")
    page.get_by_role("link", name="What I do, in all SOPs").click()
    expect(page).to_have_url(re.compile(r"/roles/agent\.html$"))


def test_a_role_leads_to_its_onboarding(visit: Visit) -> None:
    page = visit(HOME)
    onboarding = page.get_by_role("link", name="My onboarding")
    choose(page, "Support agent")
    expect(onboarding).to_have_attribute("href", "learn/index.html")
    choose(page, "Team lead")
    onboarding.click()
    expect(page.locator("h1")).to_have_text("New team lead")
    page.goto(page.url.replace("learn/team-lead", "roles/team-lead"))
    page.get_by_role("link", name="New team lead").click()
    expect(page.locator("h1")).to_have_text("New team lead")


def test_a_role_can_be_taken_back(visit: Visit) -> None:
    page = visit(HOME)
    links = page.locator(f"{LISTING} a")
    before = links.all_inner_texts()
    choose(page, "Support agent")
    expect(page.locator(f"{LISTING} .is-other").first).to_be_attached()
    assert sorted(links.all_inner_texts()) == sorted(before)
    page.locator(ROLE).select_option("")
    expect(page.locator(f"{LISTING} .is-other")).to_have_count(0)
    assert links.all_inner_texts() == before
    expect(page.get_by_role("link", name="What I do, in all SOPs")).to_be_hidden()
    page.reload()
    expect(page.locator(ROLE)).to_have_value("")


def test_their_sops_come_first_in_every_list(visit: Visit) -> None:
    page = visit(HOME)
    choose(page, "Warehouse")
    for shelf in page.locator(".sopbook-shelf ul").all():
        others = shelf.locator("li").evaluate_all(
            "items => items.map(item => item.classList.contains('is-other'))"
        )
        assert others == sorted(others)


def test_a_lead_has_what_leads_look_after_first(visit: Visit) -> None:
    page = visit(HOME)
    listing, duties = page.locator(LISTING), page.locator(".sopbook-duties")
    before = "(one, other) => one.compareDocumentPosition(other) & 4"
    assert listing.evaluate(before, duties.element_handle())
    choose(page, "Team lead")
    assert duties.evaluate(before, listing.element_handle())
    choose(page, "Support agent")
    assert listing.evaluate(before, duties.element_handle())


def test_overdue_reviews_are_judged_on_the_day_of_reading(visit: Visit) -> None:
    page = visit(HOME, alone=True)
    rows = page.get_by_role("region", name="For those who lead").locator(".sopbook-rows li")
    assert rows.count() == 5
    page.clock.install(time="2036-01-01")
    page.reload()
    assert rows.get_by_text("overdue").locator("visible=true").count() == 5
    link = page.get_by_role("link", name="Overdue reviews")
    expect(link).to_have_attribute("href", "browse/all.html?review=overdue")


def test_pinned_and_recent_stand_on_top_where_there_are_any(visit: Visit) -> None:
    page = visit(HOME)
    expect(page.locator(PINNED)).to_be_hidden()
    expect(page.locator(RECENT)).to_be_hidden()
    keep(page, pinned=["refund", "complaint-call"], recent=["escalation", "no-such-sop"])
    pinned = page.get_by_role("region", name="Pinned").get_by_role("link")
    assert pinned.all_inner_texts() == ["Refund", "Complaint call"]
    assert page.locator(f"{RECENT} a").all_inner_texts() == ["Escalation"]
    pinned.first.click()
    expect(page).to_have_url(re.compile(r"/complaints/refund\.html$"))


def test_an_opened_sop_is_there_the_next_time(visit: Visit) -> None:
    page = visit("complaints/refund.html")
    page.goto(page.url.replace("complaints/refund.html", HOME))
    expect(page.locator(f"{RECENT} a")).to_have_text(["Refund"])


def test_the_search_opens_with_a_click_or_a_key(visit: Visit) -> None:
    page = visit(HOME)
    field = page.locator(f"{START} a[data-sopbook-search]")
    field.click()
    panel = page.get_by_role("dialog", name="Search the SOPs")
    expect(panel).to_be_visible()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    field.focus()
    page.keyboard.press("Enter")
    expect(panel).to_be_visible()


def test_search_is_seen_without_scrolling(visit: Visit) -> None:
    for width in (360, 1280):
        page = visit(HOME, width=width)
        box = page.locator(f"{START} a[data-sopbook-search]").bounding_box()
        assert box
        assert box["y"] + box["height"] < 400


def test_where_nothing_is_stored_the_choice_holds_for_the_page(browser: Browser, host: str) -> None:
    # Not as a visit: the theme's own scripts stumble there.
    page = browser.new_page()
    page.add_init_script(NO_STORAGE)
    page.goto(host + HOME)
    choose(page, "Team lead")
    expect(page.get_by_role("link", name="What I do, in all SOPs")).to_be_visible()
    page.reload()
    expect(page.locator(ROLE)).to_have_value("")
    expect(page.locator(PINNED)).to_be_hidden()
    page.close()


def test_without_scripts_everything_is_there(visit: Visit) -> None:
    page = visit(HOME, java_script_enabled=False)
    expect(page.locator(ROLE)).to_be_hidden()
    expect(page.locator(PINNED)).to_be_hidden()
    search = page.locator(f"{START} a[data-sopbook-search]")
    expect(search).to_have_attribute("href", "browse/a-z.html")
    expect(
        page.locator(".sopbook-shelf").get_by_role("link", name="Complaint call")
    ).to_be_visible()
    expect(page.get_by_role("region", name="For those who lead")).to_be_visible()


@pytest.mark.parametrize("stored", ["{", "7", '{"a": 1}', "[1, null]", "no-such-role"])
def test_what_cannot_be_understood_is_ignored(visit: Visit, stored: str) -> None:
    page = visit(HOME)
    for name in ("pinned", "recent", "role", "read"):
        page.evaluate("([name, text]) => sopbookBase.store(name).write(text)", [name, stored])
    page.reload()
    expect(page.locator(ROLE)).to_have_value("")
    expect(page.locator(PINNED)).to_be_hidden()


def test_from_files_too(visit: Visit, folder: str) -> None:
    page = visit(HOME, home=folder)
    choose(page, "Support agent")
    keep(page, pinned=["refund"])
    expect(page.locator(ROLE)).to_have_value("agent")
    expect(page.locator(f"{PINNED} a")).to_have_text(["Refund"])


def test_a_large_department_is_counted_and_what_is_kept_has_its_title(
    visit: Visit, large: Path
) -> None:
    with served(large) as address:
        page = visit(HOME, home=address)
        keep(page, pinned=["sop-42"], recent=["sop-7"])
        expect(page.locator(f"{PINNED} a")).to_have_text(["SOP 42"])
        expect(page.locator(f"{RECENT} a")).to_have_text(["SOP 7"])
        assert page.locator(f"{LISTING} a").count() < 10
        page.get_by_role("link", name="Complaint", exact=True).click()
        expect(page).to_have_url(f"{address}browse/all.html?reason=complaint")
        expect(page.get_by_role("status").first).to_have_text(f"{MANY} of {MANY + 1} SOPs")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("forced", ["none", "active"])
def test_everybody_can_use_it(
    visit: Visit,
    width: int,
    scheme: Literal["light", "dark"],
    forced: Literal["none", "active"],
) -> None:
    page = visit(HOME, width=width, color_scheme=scheme, forced_colors=forced)
    keep(page, pinned=["refund"], recent=["escalation"])
    choose(page, "Team lead")
    expect(page.locator(f"{PINNED} a")).to_be_visible()
    for fold in page.locator(f"{LISTING} summary").all():
        fold.click()
    # What the header happens to cover now is not too small for it.
    page.evaluate("scrollTo(0, 0)")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
