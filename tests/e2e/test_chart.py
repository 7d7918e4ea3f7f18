"""A chart in a browser: zoomed, opened large, walked through with the keys, marked, and legible."""

import pytest
from playwright.sync_api import Page

from tests.e2e.axe import violations
from tests.e2e.conftest import Visit

PAGE = "complaints/complaint-call.html"
NAME = "document.activeElement.getAttribute('aria-label')"
WIDTH = "document.querySelector('.sop-svg').getBoundingClientRect().width"
# Lines of text that stick out of their box, with the widest of the fonts people have.
OUTSIDE = """font => {
    const svg = document.querySelector(".sop-svg");
    svg.style.fontFamily = font;
    return [...svg.querySelectorAll("text")].flatMap(text => {
        const frame = text.parentElement.querySelector("rect, path").getBoundingClientRect();
        const lines = [text, ...text.querySelectorAll("tspan")];
        return lines.filter(line => {
            const box = line.getBoundingClientRect();
            return box.left < frame.left || box.right > frame.right;
        }).map(line => line.textContent);
    });
}"""


def press(page: Page, *keys: str) -> str:
    for key in keys:
        page.keyboard.press(key)
    return str(page.evaluate(NAME))


@pytest.fixture
def page(visit: Visit) -> Page:
    return visit(PAGE)


def test_one_stop_and_arrows_along_the_arrows(page: Page) -> None:
    stops = page.locator(".sop-chart__view [tabindex='0']")
    assert stops.count() == 1
    stops.focus()
    assert press(page, "ArrowDown").startswith("Step 2 ")
    assert press(page, "ArrowUp").startswith("Step 1 ")
    assert press(page, "ArrowUp").startswith("Step 1 ")
    last = page.locator(".sop-steps > g").count()
    assert press(page, "End").startswith(f"Step {last} ")
    assert press(page, "Home").startswith("Step 1 ")
    assert stops.count() == 1


def test_left_and_right_are_the_branches_of_a_question(page: Page) -> None:
    question = page.locator(".sop-ask a").first
    question.focus()
    asked = question.get_attribute("aria-label")
    first = press(page, "ArrowDown")
    other = {press(page, "ArrowRight"), press(page, "ArrowLeft", "ArrowLeft")} - {first}
    assert other
    assert press(page, "ArrowUp") == asked


def test_escape_leads_to_the_same_step_in_the_list(page: Page) -> None:
    page.locator(".sop-steps a").nth(3).focus()
    press(page, "Escape")
    step = page.locator("li[data-step]").nth(3).get_attribute("id")
    assert page.evaluate("document.activeElement.closest('li').id") == step


def test_a_step_is_marked_in_chart_and_list(page: Page) -> None:
    link = page.locator(".sop-steps a").nth(3)
    step = page.locator("li[data-step]").nth(3)
    step.hover()
    assert "sop-is-marked" in (link.get_attribute("class") or "")
    assert page.locator(".sop-lines .sop-is-marked").count() > 1
    link.hover()
    assert "sop-is-marked" in (step.get_attribute("class") or "")
    link.click()
    assert page.url.endswith(f"#{step.get_attribute('id')}")
    assert link.get_attribute("aria-current") == "step"


def test_zoom_by_buttons_and_keys(page: Page) -> None:
    natural = page.evaluate(WIDTH)
    page.get_by_role("button", name="Zoom in").click()
    assert page.evaluate(WIDTH) == pytest.approx(natural * 1.25, abs=1)
    press(page, "-", "-")
    assert page.evaluate(WIDTH) == pytest.approx(natural * 0.8, abs=1)
    press(page, "0")
    assert page.evaluate(WIDTH) == natural


def test_large_is_dragged_zoomed_and_closed(page: Page) -> None:
    page.get_by_role("button", name="Open large").click()
    view = page.locator("dialog .sop-chart__view")
    assert view.locator(".sop-svg").is_visible()
    view.hover()
    page.mouse.down()
    page.mouse.move(500, 200, steps=4)
    page.mouse.up()
    assert view.evaluate("view => view.scrollTop") > 100
    before = page.evaluate(WIDTH)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -100)
    page.keyboard.up("Control")
    page.wait_for_function(f"{WIDTH} > {before}")
    page.keyboard.press("Escape")
    assert page.locator("figure .sop-svg").is_visible()
    assert page.evaluate(WIDTH) == page.locator(".sop-svg").evaluate("s => s.viewBox.baseVal.width")


def test_a_step_in_the_large_view_leads_to_the_list(page: Page) -> None:
    page.get_by_role("button", name="Open large").click()
    page.locator("dialog .sop-steps a").nth(2).click()
    assert not page.locator("dialog.sop-chart__large").evaluate("dialog => dialog.open")
    assert "#step-" in page.url


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("is_large", [False, True])
def test_nothing_stands_in_the_way(visit: Visit, scheme: str, *, is_large: bool) -> None:
    page = visit(PAGE, color_scheme=scheme)
    if is_large:
        page.get_by_role("button", name="Open large").click()
    assert violations(page) == []


@pytest.mark.parametrize("font", ["DejaVu Sans", "Liberation Sans"])
def test_no_text_sticks_out_of_its_box(page: Page, font: str) -> None:
    assert page.evaluate(OUTSIDE, font) == []


def test_without_scripts_it_scrolls_at_its_own_size(visit: Visit) -> None:
    page = visit(PAGE, width=360, java_script_enabled=False)
    view = page.locator("figure .sop-chart__view")
    assert view.evaluate("view => view.scrollWidth > view.clientWidth")
    assert view.get_attribute("tabindex") == "0"
    assert not page.locator("figure .sop-chart__tools").is_visible()


def test_the_chart_can_be_skipped(page: Page) -> None:
    skip = page.locator(".sop-chart__skip")
    skip.focus()
    assert skip.bounding_box()["height"] > 10  # type: ignore[index]
    page.keyboard.press("Enter")
    assert page.url.endswith("#sopbook-steps")
    assert page.locator("#sopbook-steps").count() == 1
