"""A site that goes on without loading pages: what is ours works there, too."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Visit, served
from tests.site.workshop import FILES, make

STEPS = "".join(f"  - do: Step {number}\n    by: agent\n" for number in range(60))
LONG = f"""
title: Long way
responsible: agent
steps:
  - start: Customer calls
{STEPS}  - end: Done
"""
NOT_LOADED = "globalThis.sopbookStays === true"


@pytest.fixture(scope="module")
def instant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("instant")
    theme = {"name": "material", "font": False, "features": ["navigation.instant"]}
    # It needs the address of the site, which is known when it is served.
    with served(folder / "site") as address:
        make(folder, FILES | {"long.workflow.yml": LONG}, theme=theme, site_url=address)
        yield address


def test_from_the_list_to_a_chart_and_on(visit: Visit, instant: str) -> None:
    page = visit("", home=instant)
    page.evaluate("globalThis.sopbookStays = true")
    page.locator("article a[href*='call']").first.click()
    expect(page.locator("h1")).to_have_text("Complaint call")
    assert page.evaluate(NOT_LOADED)
    page.locator(".sop-svg a").nth(1).click()
    page.wait_for_url("**#step-*")
    page.keyboard.press("g")
    expect(page.locator(".sopbook-guide h1, .sopbook-guide h2").first).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Walk me through it").click()
    expect(page.locator(".sopbook-guide h2").first).to_be_focused()
    page.wait_for_timeout(500)
    expect(page.locator(".sopbook-guide")).to_have_count(1)
    assert page.evaluate(NOT_LOADED)


def test_a_search_goes_on_without_loading(visit: Visit, instant: str) -> None:
    page = visit("call/", home=instant)
    page.keyboard.press("Control+k")
    page.keyboard.type("greet")
    expect(page.locator("[role=option]").first).to_contain_text("Greet")
    page.keyboard.press("Enter")
    page.wait_for_url("**#step-greet")
    expect(page.locator("#step-greet")).to_be_in_viewport()


def test_a_chart_of_several_sheets_is_come_to(visit: Visit, instant: str) -> None:
    page = visit("", home=instant)
    page.evaluate("globalThis.sopbookStays = true")
    page.locator("article a[href*='long']").first.click()
    expect(page.locator("h1")).to_have_text("Long way")
    assert page.locator("svg use").count() > 1
    assert page.evaluate(NOT_LOADED)
