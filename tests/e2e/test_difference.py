"""The page of a difference: one file that everybody can read, and that asks nothing of anybody."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.e2e.conftest import Visit, served
from tests.e2e.test_pages import COLOURS, findings
from tests.history.department import HOSTILE, department
from tests.unit.cli.started import run


@pytest.fixture(scope="module", params=["en", "ro"])
def folder_of(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the page lies in."""
    made = department(tmp_path_factory.mktemp("difference") / "department")
    words = ("--format", "html", "--language", request.param, "-o", "page/index.html")
    done = run("diff", *words, cwd=made.top)
    assert done.returncode == 0, done.stderr
    (made.top / "page/favicon.ico").touch()
    return made.top / "page"


@pytest.fixture(scope="module")
def address(folder_of: Path) -> Iterator[str]:
    with served(folder_of) as found:
        yield found


@pytest.mark.parametrize("width", [1280, 360, 320])
def test_everybody_can_read_it(visit: Visit, address: str, width: int) -> None:
    page = visit("index.html", width=width, home=address)
    found = [f"{name}: {it}" for name, media in COLOURS.items() for it in findings(page, media)]
    assert not found, "\n".join(found)
    assert page.locator("h1").count() == 1


def test_it_is_whole_in_itself(visit: Visit, folder_of: Path) -> None:
    home = f"{folder_of.as_uri()}/"
    asked: list[str] = []
    page = visit("index.html", home=home, java_script_enabled=False)
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    assert asked == [f"{home}index.html"]
    assert page.locator("script, link, img, iframe, object, [src], [style]").count() == 0
    styles = page.locator("style").text_content() or ""
    assert not re.search(r"url\(|@import", styles)


def test_hostile_texts_are_texts(visit: Visit, address: str) -> None:
    page = visit("index.html", home=address)
    assert page.locator("img").count() == 0
    assert " ".join(HOSTILE.split()) in page.locator("main").inner_text()


def linked(page: Page) -> list[str]:
    """Where the links of the page lead."""
    return [str(link.get_attribute("href")).removeprefix("#") for link in page.locator("a").all()]


def test_each_link_leads_to_its_place(visit: Visit, address: str) -> None:
    page = visit("index.html", home=address)
    assert len(linked(page)) > 30
    lost = [name for name in linked(page) if page.locator(f"[id='{name}']").count() != 1]
    assert lost == []


def test_from_a_sentence_to_its_step(visit: Visit, address: str) -> None:
    page = visit("index.html", width=360, home=address)
    link = page.locator(".told a").last
    step = page.locator(str(link.get_attribute("href")))
    link.click()
    box = step.bounding_box()
    assert box
    assert -1 <= box["y"] < 800
    assert step.evaluate("step => getComputedStyle(step).outlineStyle") == "solid"


def test_wide_charts_scroll_by_keyboard(visit: Visit, address: str) -> None:
    page = visit("index.html", width=320, home=address)
    view = page.locator(".view").last
    view.focus()
    # A browser that is still busy may lose a key; a person would press it again, too.
    for _ in range(100):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(100)
        if view.evaluate("view => view.scrollLeft > 0"):
            return
    pytest.fail("the chart does not scroll")


def test_paper_has_all_of_it(visit: Visit, address: str) -> None:
    page = visit("index.html", home=address)
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(30, 41, 59)"
    for view in page.locator(".view").all():
        assert view.evaluate("view => view.scrollHeight <= view.clientHeight + 1")
        assert view.evaluate("view => view.scrollWidth <= view.clientWidth + 1")
