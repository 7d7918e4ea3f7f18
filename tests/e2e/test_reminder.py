"""What a returning reader is told: on the SOP's page, in lists, in every tab, and from a file."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from mkdocs.commands.build import build
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.axe import violations
from tests.e2e.conftest import served
from tests.history.example import example
from tests.site.workshop import configure

SOP, HOME = "calls/call.html", "index.html"
BANNER, RETURNED, CHANGED = ".sopbook-reminder", ".sopbook-returned", ".sopbook-changed"
COUNT = re.compile(r"^(\d+) changes? since you read this on 4 May 2026$")
READ_ON = 1_777_888_800_000  # 2026-05-04T10:00:00Z
LONG_AGO = 1
NO_STORAGE = """Object.defineProperty(window, "localStorage", {
    get() { throw new DOMException("no", "SecurityError"); } })"""
FULL = """Storage.prototype.setItem = () => {
    throw new DOMException("full", "QuotaExceededError"); }"""
CONFIRM = "mailto:quality@example.com?subject={sop}%20{revision}&body={title}"


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The department with a past, in each language."""
    top = example(tmp_path_factory.mktemp("department")).top
    found = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
        patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
        for name in ("en", "ro"):
            config = configure(
                top,
                plugins=["search", {"sopbook": {"confirm": CONFIRM}}],
                theme={"name": "material", "font": False, "language": name},
                site_dir=str(top / f"site-{name}"),
                use_directory_urls=False,
            )
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
            found[name] = Path(config.site_dir)
    return found


@pytest.fixture
def home(sites: dict[str, Path]) -> Iterator[str]:
    """The English site over HTTP."""
    with served(sites["en"]) as address:
        yield address


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """A reader who meets no mistake of our scripts, whatever the theme's do."""
    context = browser.new_context(locale="en-GB", timezone_id="Europe/Bucharest")
    troubles: list[str] = []
    context.on("weberror", lambda error: troubles.append(error.error.stack or ""))
    yield context
    context.close()
    assert not [trouble for trouble in troubles if "/sopbook/" in trouble]


def opened(reader: BrowserContext, address: str) -> Page:
    page = reader.new_page()
    page.goto(address)
    return page


def stored(page: Page) -> dict[str, list[object]]:
    """What the browser remembers of this site."""
    text = page.evaluate("sopbookBase.store('read').read() ?? '{}'")
    return dict(json.loads(text))


def remember(page: Page, **seen: tuple[str, int]) -> None:
    """Let the browser remember SOPs as read on 4 May: the newest change and its time of each."""
    entries = {sop: [revision, time, READ_ON] for sop, (revision, time) in seen.items()}
    page.evaluate("text => sopbookBase.store('read').write(text)", json.dumps(entries))
    page.reload()


def newest(page: Page) -> list[tuple[str, int]]:
    """The changes that the page knows of, newest first."""
    words = page.locator(BANNER).get_attribute("data-sopbook-material") or ""
    return [(id_, int(time)) for id_, time in (word.split(":") for word in words.split())]


def test_the_first_visit_is_remembered_without_a_word(reader: BrowserContext, home: str) -> None:
    page = reader.new_page()
    page.clock.install()
    page.goto(home + SOP)
    page.clock.run_for(4000)
    assert stored(page) == {}
    page.clock.run_for(2000)
    assert stored(page)["call"][:2] == list(newest(page)[0])
    expect(page.locator(BANNER)).to_be_hidden()
    page.reload()
    expect(page.locator(BANNER)).to_be_hidden()


def test_what_changed_since_is_told_with_its_sentences(reader: BrowserContext, home: str) -> None:
    page = opened(reader, home + SOP)
    changes = newest(page)
    remember(page, call=changes[1])
    banner = page.get_by_role("region", name="1 change since you read this on 4 May 2026")
    expect(banner).to_be_visible()
    expect(banner.get_by_text("The deadline of step 2 (Greet) is tighter")).to_be_visible()
    assert banner.locator(".sopbook-said > li").count() == 5
    expect(banner.get_by_text("and 2 more")).to_be_visible()
    assert banner.locator("li > p > time").all_inner_texts() == ["10 January 2026"]
    banner.get_by_role("link", name="All changes").click()
    assert page.url == f"{home}history/call.html"


def test_every_change_that_matters_is_counted(reader: BrowserContext, home: str) -> None:
    page = opened(reader, home + SOP)
    remember(page, call=("rebased", LONG_AGO))
    found = COUNT.match(page.locator(f"{BANNER} h2").inner_text())
    assert found
    assert int(found[1]) == len(newest(page))
    sentence = page.locator(BANNER).get_by_text("What you may offer").first
    expect(sentence).to_be_hidden()
    page.get_by_text("What changed", exact=True).click()
    expect(sentence).to_be_visible()
    assert "Plainer words" not in page.locator(BANNER).inner_text()
    assert not page.locator(f"{BANNER} .sopbook-weight--editorial").count()


def test_it_reminds_until_it_is_marked_in_every_tab(reader: BrowserContext, home: str) -> None:
    page = opened(reader, home + SOP)
    remember(page, call=("", LONG_AGO))
    other, listing = opened(reader, home + SOP), opened(reader, home + HOME)
    for tab in (page, other):
        expect(tab.locator(BANNER)).to_be_visible()
    expect(listing.locator(RETURNED)).to_be_visible()
    page.bring_to_front()
    button = page.get_by_role("button", name="Mark as read")
    button.focus()
    page.keyboard.press("Enter")
    for tab in (page, other):
        expect(tab.locator(BANNER)).to_be_hidden()
    expect(page.get_by_text("Marked as read.")).to_be_focused()
    expect(listing.locator(RETURNED)).to_be_hidden()
    expect(listing.locator(CHANGED)).to_have_count(0)
    page.reload()
    expect(page.locator(BANNER)).to_be_hidden()


def test_lists_mark_what_changed_and_nothing_else(reader: BrowserContext, home: str) -> None:
    page = opened(reader, home + HOME)
    expect(page.locator(RETURNED)).to_be_hidden()
    remember(page, call=("", LONG_AGO))
    expect(page.get_by_role("region", name="Changed since you read them")).to_be_visible()
    assert page.locator(f"{RETURNED} li").all_inner_texts() == [
        "Complaint call changed on 10 January 2026"
    ]
    marks = page.locator(CHANGED)
    assert marks.all_inner_texts() == ["changed since you read it"]
    assert "Complaint call" in marks.locator("xpath=..").inner_text()


def test_from_files_too(reader: BrowserContext, sites: dict[str, Path]) -> None:
    folder = f"{sites['en'].as_uri()}/"
    page = opened(reader, folder + SOP)
    remember(page, call=("", LONG_AGO))
    listing = opened(reader, folder + HOME)
    expect(listing.locator(RETURNED)).to_be_visible()
    page.bring_to_front()
    page.get_by_role("button", name="Mark as read").click()
    expect(listing.locator(RETURNED)).to_be_hidden()


def test_two_sites_do_not_mix(reader: BrowserContext, sites: dict[str, Path]) -> None:
    with served(sites["en"].parent) as host:
        page = opened(reader, f"{host}site-en/{SOP}")
        remember(page, call=("", LONG_AGO))
        expect(page.locator(BANNER)).to_be_visible()
        page.goto(f"{host}site-ro/{SOP}")
        expect(page.locator(BANNER)).to_be_hidden()


@pytest.mark.parametrize("before", [NO_STORAGE, FULL])
@pytest.mark.parametrize("path", [SOP, HOME])
def test_where_nothing_is_stored_nothing_is_said(
    reader: BrowserContext, home: str, before: str, path: str
) -> None:
    page = reader.new_page()
    page.clock.install()
    page.add_init_script(before)
    page.goto(home + path)
    page.clock.run_for(6000)
    for place in (BANNER, RETURNED):
        assert not page.locator(f"{place}:visible").count()


@pytest.mark.parametrize("text", ["[", "[7]", '{"call": ["?"]}', "null"])
def test_what_cannot_be_understood_is_ignored(reader: BrowserContext, home: str, text: str) -> None:
    page = opened(reader, home + SOP)
    remember(page)
    page.evaluate("text => { for (const key in localStorage) localStorage[key] = text; }", text)
    page.reload()
    expect(page.locator(BANNER)).to_be_hidden()
    page.goto(home + HOME)
    expect(page.locator(RETURNED)).to_be_hidden()


def test_without_scripts_and_on_paper_it_is_not_there(
    browser: Browser, reader: BrowserContext, home: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    for path in (SOP, HOME):
        page = opened(context, home + path)
        assert not page.get_by_text("Only this browser remembers").locator("visible=true").count()
    context.close()
    page = opened(reader, home + SOP)
    remember(page, call=("", LONG_AGO))
    expect(page.locator(BANNER)).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(BANNER)).to_be_hidden()


def test_readers_confirm_a_version(reader: BrowserContext, home: str) -> None:
    page = opened(reader, home + SOP)
    links = page.get_by_role("link", name="Confirm that you have read this version")
    latest = page.locator(".sopbook-history").get_attribute("data-sopbook-latest")
    address = f"mailto:quality@example.com?subject=call%20{latest}&body=Complaint%20call"
    assert links.count() == 1
    assert links.get_attribute("href") == address
    remember(page, call=("", LONG_AGO))
    expect(links).to_have_count(2)


def test_romanian_counts_in_its_own_way(browser: Browser, sites: dict[str, Path]) -> None:
    context = browser.new_context(locale="ro-RO", timezone_id="Europe/Bucharest")
    page = opened(context, f"{sites['ro'].as_uri()}/{SOP}")
    remember(page, call=newest(page)[1])
    expect(page.locator(f"{BANNER} h2")).to_have_text(
        "1 schimbare de când ați citit procedura, la 4 mai 2026"
    )
    remember(page, call=("", LONG_AGO))
    assert re.match(r"^\d+ schimbări de când", page.locator(f"{BANNER} h2").inner_text())
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_it(
    browser: Browser, home: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(
        locale="en-GB", viewport={"width": width, "height": 800}, color_scheme=scheme
    )
    for path, place in ((SOP, BANNER), (HOME, RETURNED)):
        page = opened(context, home + path)
        remember(page, call=("", LONG_AGO))
        expect(page.locator(place)).to_be_visible()
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()
