"""Search, open and closed, by keyboard."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import axe
from tests.e2e.conftest import Visit

RESULT = ".md-search-result__link, .sopbook-search a"


def search(page: Page, words: str) -> None:
    """Open the search as a reader at the keyboard does, and type."""
    page.keyboard.press("/")
    page.keyboard.type(words)
    expect(page.locator(RESULT).first).to_be_visible()


@pytest.mark.parametrize("width", [1280, 320])
def test_open_search_is_readable(visit: Visit, width: int) -> None:
    page = visit("index.html", width=width)
    search(page, "refund")
    found = axe.violations(page)
    assert not found, "\n".join(found)


def test_search_by_keyboard(visit: Visit) -> None:
    page = visit("index.html")
    search(page, "refund")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).not_to_have_url("index.html")
    expect(page.locator("h1").first).to_be_visible()


def test_escape_closes_search(visit: Visit) -> None:
    page = visit("index.html")
    search(page, "refund")
    page.keyboard.press("Escape")
    expect(page.locator(RESULT).first).to_be_hidden()
