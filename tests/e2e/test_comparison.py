"""A proposal beside what it would replace."""

from tests.e2e.conftest import Visit
from tests.e2e.shelf import address

CHARTS = ".sopbook-compared .sop-chart__figure > .sop-chart__view"
PLACES = """all => all.map(one => {
    const [frame, svg] = [one, one.querySelector('svg')].map(it => it.getBoundingClientRect());
    return { left: frame.left, top: frame.top, right: frame.right, drawn: svg.width };
})"""


def test_both_charts_stand_side_by_side_and_fit(visit: Visit) -> None:
    page = visit(address("proposal"))
    before, after = page.locator(CHARTS).evaluate_all(PLACES)
    assert before["right"] <= after["left"]
    for chart in (before, after):
        assert chart["drawn"] <= chart["right"] - chart["left"] + 1


def test_one_below_the_other_on_a_phone(visit: Visit) -> None:
    page = visit(address("proposal"), width=360)
    before, after = page.locator(CHARTS).evaluate_all(PLACES)
    assert before["left"] == after["left"]
    assert before["top"] < after["top"]


def test_a_step_of_the_other_sop_is_there(visit: Visit) -> None:
    page = visit(address("proposal"))
    here = page.url
    with page.expect_navigation():
        page.locator(".sopbook-compared").first.locator("svg.sop-svg a").first.click()
    assert page.url.split("#")[0] != here
    assert page.locator("li:target").is_visible()


def test_a_step_of_the_proposal_is_further_up(visit: Visit) -> None:
    page = visit(address("proposal"))
    here = page.url
    page.locator(".sopbook-compared").last.locator("svg.sop-svg a").first.click()
    assert page.url.split("#")[0] == here
    assert page.locator("li:target").is_visible()


def test_paper_shows_the_proposal_once(visit: Visit) -> None:
    page = visit(address("proposal"))
    page.emulate_media(media="print")
    assert page.locator(".sopbook-compared").locator("visible=true").count() == 1
