"""Chart and steps on one page: where the steps begin, and that no part of the chart is lost."""

import pytest

from tests.e2e.conftest import Visit
from tests.e2e.shelf import CHARTED, address

TOP = "document.querySelector('.sopbook-steps').getBoundingClientRect().top + scrollY"
VIEW = "article .sop-chart__figure > .sop-chart__view"
# Sets the scene: everybody is at work, nobody's fold is open.
CALM = "document.querySelectorAll('article details').forEach(fold => { fold.open = false })"


@pytest.mark.parametrize("page_type", CHARTED)
@pytest.mark.parametrize("width, screens", [(360, 1.5), (768, 2.5), (1280, 2), (1920, 1.2)])
def test_steps_are_near(visit: Visit, page_type: str, width: int, screens: float) -> None:
    page = visit(address(page_type), width=width)
    page.evaluate(CALM)
    assert page.evaluate(TOP) < screens * 800


def test_in_a_wide_window_they_stand_beside_the_chart(visit: Visit) -> None:
    page = visit(address("longest"), width=1920)
    chart, steps = (page.locator(f"article .{name}") for name in ("sop-chart", "sopbook-steps"))
    left, right = chart.bounding_box(), steps.bounding_box()
    assert left
    assert right
    assert left["y"] == right["y"]
    assert left["x"] + left["width"] <= right["x"]
    inside, whole = page.locator(VIEW).evaluate("it => [it.clientHeight, it.scrollHeight]")
    assert inside == whole


def test_the_keys_bring_every_step_of_the_chart_into_view(visit: Visit) -> None:
    page = visit(address("longest"))
    page.locator(f"{VIEW} [tabindex='0']").focus()
    for key in ("End", "Home"):
        page.keyboard.press(key)
        box = page.evaluate("document.activeElement.getBoundingClientRect().toJSON()")
        frame = page.locator(VIEW).bounding_box()
        assert frame
        assert frame["y"] <= box["top"]
        assert box["bottom"] <= frame["y"] + frame["height"]
        assert box["top"] >= 0
        assert box["bottom"] <= 800


def test_without_scripts_the_keys_scroll_the_chart(visit: Visit) -> None:
    page = visit(address("longest"), java_script_enabled=False)
    page.locator(VIEW).focus()
    page.keyboard.press("End")
    page.wait_for_timeout(300)
    assert page.locator(VIEW).evaluate("it => it.scrollTop") > 0


def test_paper_shows_all_of_the_chart(visit: Visit) -> None:
    page = visit(address("longest"))
    page.emulate_media(media="print")
    views = page.locator("article .sop-chart__figure > :is(.sop-chart__view, .sop-chart__sheets)")
    for inside, whole in views.evaluate_all(
        "all => all.map(it => [it.offsetHeight, it.scrollHeight])"
    ):
        assert inside >= whole
