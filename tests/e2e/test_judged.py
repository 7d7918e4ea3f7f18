"""What the scripts of a page do on the day of reading, opened as a file."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from sopbook import assets
from sopbook.core.names import Names
from sopbook.diagram.outline import outline
from sopbook.pages.render import Renderer
from sopbook.pages.site import Links, site
from sopbook.pages.views.head import head
from sopbook.pages.views.steps import steps
from tests.unit.pages.department import library

Read = Callable[..., Page]
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', {value: undefined})"


@pytest.fixture
def read(browser: Browser, tmp_path: Path) -> Iterator[Read]:
    """Read the complaint's page at a moment: `read("2026-10-05T08:00:00Z")`."""
    file = tmp_path / "page.html"
    file.write_text(_page(), encoding="utf-8")
    with browser.new_context(timezone_id="Europe/London", locale="en-GB") as context:

        def at(moment: str, before: str = "") -> Page:
            page = context.new_page()
            page.clock.set_fixed_time(dt.datetime.fromisoformat(moment))
            if before:
                page.add_init_script(before)
            page.goto(file.as_uri())
            return page

        yield at


def _page() -> str:
    department = library()
    sop = department.sops["complaint-call"]
    assert sop.workflow
    words = assets.words("en")
    here, links = site(Names(department, words)), Links(sop=lambda name: name)
    renderer = Renderer(words, lambda text: f"<p>{text}</p>")
    listed = steps(sop, outline(sop.workflow, here.names), here, links)
    scripts = sorted((assets.ROOT / "assets").rglob("*.js"))
    parts = [
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title>',
        renderer.head(head(sop, here, links)),
        renderer.steps(listed),
        *(f'<script defer src="{script.as_uri()}"></script>' for script in scripts),
    ]
    return "".join(parts)


def test_at_work_and_not(read: Read) -> None:
    now = ".sopbook-card__who .sopbook-now"
    page = read("2026-10-05T06:30:00Z")
    assert page.locator(now).inner_text() == "Can be reached now. It is 09:30 there."
    page.clock.set_fixed_time(dt.datetime.fromisoformat("2026-10-05T15:00:00Z"))
    page.clock.run_for(61_000)
    assert page.locator(now).inner_text() == "Not reachable now. It is 18:00 there."


def test_before_it_is_in_force(read: Read) -> None:
    early = read("2026-09-14T12:00:00Z").get_by_text("Not in force yet")
    assert early.is_visible()
    assert not read("2026-09-15T12:00:00Z").get_by_text("Not in force yet").is_visible()


def test_overdue_from_the_day_after(read: Read) -> None:
    assert not read("2027-03-01T12:00:00Z").get_by_text("The review was due").is_visible()
    assert read("2027-03-02T12:00:00Z").get_by_text("The review was due").is_visible()


def test_who_has_left_makes_way_for_the_deputy(read: Read) -> None:
    names = ".sopbook-card .sopbook-person > strong"
    assert read("2027-06-30T12:00:00Z").locator(names).first.inner_text() == "Ana Ionescu"
    page = read("2027-07-01T12:00:00Z")
    assert page.locator(names).first.inner_text() == "Ion Marin"
    assert page.locator(names).first.is_visible()
    assert page.get_by_text("Please turn to the deputy").is_visible()


@pytest.mark.parametrize("before", ["", NO_CLIPBOARD])
def test_a_script_is_copied_with_and_without_a_clipboard(read: Read, before: str) -> None:
    page = read("2026-10-05T06:30:00Z", before)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button = page.get_by_role("button", name="Copy")
    button.click()
    page.get_by_text("Copied", exact=True).wait_for()
    page.evaluate("document.body.append(document.createElement('textarea'))")
    page.locator("textarea").focus()
    page.keyboard.press("Control+V")
    assert page.locator("textarea").input_value() == "Thank you for calling, my name is **…**"
