"""Each page type, wide and narrow, in each set of colours: readable by all, and no side scroll."""

import pytest
from playwright.sync_api import Page

from tests.e2e import axe
from tests.e2e.conftest import Visit
from tests.e2e.shelf import PAGE_TYPES, address

COLOURS = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced": {"color_scheme": "dark", "forced_colors": "active"},
}
WIDE_THINGS = """() => {
    const limit = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= limit) return [];
    return [...document.querySelectorAll("body *")]
        .filter(element => element.getBoundingClientRect().right > limit + 1)
        .map(element => element.outerHTML.slice(0, 120));
}"""


@pytest.mark.parametrize("page_type", PAGE_TYPES)
@pytest.mark.parametrize("width", [1280, 320])
def test_page(visit: Visit, page_type: str, width: int) -> None:
    page = visit(address(page_type), width=width)
    assert page.title()
    assert page.locator("h1").count() == 1
    assert page.locator("html").get_attribute("lang") == "en"
    found = [f"{name}: {it}" for name, media in COLOURS.items() for it in findings(page, media)]
    assert not found, "\n".join(found)


def findings(page: Page, media: dict[str, str]) -> list[str]:
    page.emulate_media(**media)  # type: ignore[arg-type]  # Playwright types each word
    wide = [f"wider than the page: {thing}" for thing in page.evaluate(WIDE_THINGS)]
    return wide + axe.violations(page)
