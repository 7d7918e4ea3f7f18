"""What is judged once a page, and what in each set of colours: no fault escapes either way."""

import pytest
from playwright.sync_api import Browser, Page

from tests.e2e.axe import violations
from tests.e2e.test_pages import COLOURS

PAGE = """<!doctype html><html lang="en"><head><title>A page</title><style>
body {{ color: black; background: white; font: 16px serif }}
button {{ min-width: 40px; min-height: 40px }}
{style}
</style></head><body><main><h1>A page</h1><p>A text.</p>
<button>Yes</button><button>No</button>{markup}</main></body></html>"""
PALE = "p { forced-color-adjust: none; color: #eee; background: white }"
# Too small, and without the room around it that would make up for it.
SMALL = "button { min-width: 0; min-height: 0; padding: 0; font-size: 6px; border: 0 }"


def found(browser: Browser, style: str = "", markup: str = "") -> dict[str, set[str]]:
    """Judge a page in each set of colours, one after the other, and name the rules it breaks."""
    with browser.new_context(viewport={"width": 800, "height": 600}) as context:
        page = context.new_page()
        page.set_content(PAGE.format(style=style, markup=markup))
        return {name: judged(page, media) for name, media in COLOURS.items()}


def judged(page: Page, media: dict[str, str]) -> set[str]:
    page.emulate_media(**media)  # type: ignore[arg-type]  # Playwright types each word
    return {line.split(":")[0] for line in violations(page)}


def test_a_good_page_is_good(browser: Browser) -> None:
    assert found(browser) == {"light": set(), "dark": set(), "forced": set()}


def test_a_fault_of_the_markup_is_told_each_time(browser: Browser) -> None:
    same = {"image-alt"}
    assert found(browser, markup='<img src="data:,">') == dict.fromkeys(COLOURS, same)


@pytest.mark.parametrize(
    "media, bad",
    [
        ("(prefers-color-scheme: light)", {"light"}),
        ("(prefers-color-scheme: dark) and (forced-colors: none)", {"dark"}),
        ("(forced-colors: active)", {"forced"}),
    ],
)
@pytest.mark.parametrize("fault, rule", [(PALE, "color-contrast"), (SMALL, "target-size")])
def test_a_fault_in_one_set_of_colours_alone_is_found(
    browser: Browser, media: str, bad: set[str], fault: str, rule: str
) -> None:
    told = found(browser, f"@media {media} {{ {fault} }}")
    assert told == {name: {rule} if name in bad else set() for name in COLOURS}


@pytest.mark.parametrize(
    "script, rule",
    [
        ("document.querySelector('button').textContent = ''", "button-name"),
        ("document.querySelector('button').setAttribute('role', 'nothing')", "aria-roles"),
        ("document.documentElement.lang = ''", "html-has-lang"),
        ("document.title = ''", "document-title"),
    ],
)
def test_what_changes_on_the_page_is_judged_anew(browser: Browser, script: str, rule: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.set_content(PAGE.format(style="", markup=""))
        assert violations(page) == []
        page.evaluate(script)
        assert {line.split(":")[0] for line in violations(page)} == {rule}
