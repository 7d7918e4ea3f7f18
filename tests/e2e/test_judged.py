"""What the scripts of a page do on the day of reading, opened as a file."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import ExitStack
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
ALL_THERE = "2026-10-05T08:00:00Z"
NEXT_THERE = "2026-10-05T14:30:00Z"
"""17:30 where the first to ask and the deputy are, 16:30 where the next one is."""
FOLD = ".sopbook-more > summary"
DEPUTY = ".sopbook-card__deputy"
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', {value: undefined})"


@pytest.fixture
def read(browser: Browser, tmp_path: Path) -> Iterator[Read]:
    """Read the complaint's page at a moment: `read("2026-10-05T08:00:00Z")`."""
    file = tmp_path / "page.html"
    file.write_text(_page(), encoding="utf-8")
    with ExitStack() as contexts:

        def at(moment: str, before: str = "", *, scripts: bool = True) -> Page:
            context = browser.new_context(
                timezone_id="Europe/London", locale="en-GB", java_script_enabled=scripts
            )
            contexts.callback(context.close)
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
    assert (
        page.locator(now).inner_text()
        == "Not reachable now. It is 18:00 there; again Tuesday 09:00."
    )


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


def test_while_the_one_to_ask_is_away_the_others_are_shown(read: Read) -> None:
    assert not read(ALL_THERE).locator(DEPUTY).is_visible()
    page = read(NEXT_THERE)
    assert page.locator(DEPUTY).is_visible()
    assert page.get_by_text("You can reach Eva Holm now.").is_visible()


def test_who_closes_the_others_finds_them_closed(read: Read) -> None:
    page = read(NEXT_THERE)
    page.locator(FOLD).click()
    page.clock.run_for(61_000)
    assert not page.locator(DEPUTY).is_visible()


def test_they_are_shown_when_the_day_ends(read: Read) -> None:
    page = read(ALL_THERE)
    page.clock.set_fixed_time(dt.datetime.fromisoformat(NEXT_THERE))
    page.clock.run_for(61_000)
    assert page.locator(DEPUTY).is_visible()
    page.clock.set_fixed_time(dt.datetime.fromisoformat(ALL_THERE))
    page.clock.run_for(61_000)
    assert not page.get_by_text("You can reach").is_visible()


def test_at_night_nobody_is_put_forward(read: Read) -> None:
    page = read("2026-10-05T22:00:00Z")
    assert page.get_by_text("Not reachable now").first.is_visible()
    assert not page.locator(DEPUTY).is_visible()
    assert not page.get_by_text("You can reach").is_visible()


def test_who_has_left_is_not_at_work(read: Read) -> None:
    page = read("2027-07-01T08:00:00Z")
    assert not page.locator(".sopbook-card__who .sopbook-now").is_visible()
    assert page.locator(".sopbook-card__deputy .sopbook-now").is_visible()


def test_without_scripts_nothing_is_judged_and_all_can_be_read(read: Read) -> None:
    page = read("2027-07-01T08:00:00Z", scripts=False)
    who = page.locator(".sopbook-card__who")
    assert who.inner_text().startswith("Ana Ionescu Support team lead until 30 June 2027")
    assert who.get_by_text("+40 21 555 0100").is_visible()
    for judged in ("You can reach", "reachable now", "Please turn to", "review was due"):
        assert not page.get_by_text(judged).locator("visible=true").count()
    assert not page.locator(DEPUTY).is_visible()
    page.locator(FOLD).click()
    assert page.locator(DEPUTY).get_by_text("+40 21 555 0101").is_visible()
    assert page.get_by_text("Eva Holm", exact=True).first.is_visible()
    assert page.get_by_text("From step 4, if yes").is_visible()
    assert page.locator(".sopbook-promise__times > div").first.inner_text().split() == [
        "First", "response:", "30", "s",
    ]  # fmt: skip


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
