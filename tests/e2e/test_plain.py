"""With JavaScript off, and opened as a file, an SOP is all there."""

import pytest
from playwright.sync_api import Page

from tests.e2e.conftest import Visit
from tests.e2e.shelf import CHARTED, FOR_LEADS, PAGE_TYPES, address

# The words of the article; but a button or a box without a script has nothing to say, and what
# depends on the moment of reading (who is at work now, what is overdue) is the script's to judge.
WORDS = """() => {
    const MUTE = "button, label, .sopbook-begin, script, style, [hidden], .headerlink,"
        + "[data-sopbook-after], [data-sopbook-before],"
        + "[data-sopbook-shifts], [data-sopbook-instead]";
    // What folds, everybody can open.
    for (const fold of document.querySelectorAll("article details")) fold.open = true;
    const words = new Set();
    const article = document.querySelector("article");
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const place = walker.currentNode.parentElement;
        const isMute = place.closest(MUTE);
        if (isMute || !place.checkVisibility()) continue;
        for (const word of walker.currentNode.data.split(/\\s+/)) if (word) words.add(word);
    }
    return [...words];
}"""


def words(page: Page) -> set[str]:
    return set(page.evaluate(WORDS))


@pytest.mark.parametrize("page_type", CHARTED)
def test_nothing_is_lost_without_scripts(visit: Visit, page_type: str) -> None:
    plain = visit(address(page_type), java_script_enabled=False)
    assert plain.locator("article svg[role]").first.is_visible()
    steps = plain.locator("article li[id^='step-']")
    assert steps.count() == steps.locator("visible=true").count() > 0
    lost = words(visit(address(page_type))) - words(plain)
    assert not lost


@pytest.mark.parametrize("page_type", FOR_LEADS)
def test_leads_need_no_scripts(visit: Visit, page_type: str) -> None:
    plain = words(visit(address(page_type), java_script_enabled=False))
    assert plain
    assert not words(visit(address(page_type))) - plain


@pytest.mark.parametrize("page_type", [each for each in PAGE_TYPES if each != "missing"])
def test_opens_as_a_file(visit: Visit, folder: str, page_type: str) -> None:
    page = visit(address(page_type), home=folder)
    assert page.locator("h1").first.is_visible()


def test_links_lead_on_as_files(visit: Visit, folder: str) -> None:
    page = visit("index.html", home=folder)
    page.locator("article a[href$='.html']:not([role])").first.click()
    page.locator("h1").first.wait_for()
    assert page.url.startswith(folder)
    assert not page.url.endswith("/index.html")
