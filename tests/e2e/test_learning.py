"""A new colleague reads in, and her trainer looks: ticks, days, files, messages, in every tab."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml
from mkdocs.commands.build import build
from playwright.sync_api import Browser, BrowserContext, FilePayload, Locator, Page, expect

from tests.conftest import PROJECT
from tests.e2e.conftest import served
from tests.e2e.test_pages import COLOURS, findings
from tests.e2e.test_reminder import FULL, NO_STORAGE
from tests.history.example import ORGANISATION, example
from tests.site.workshop import configure

PATH, ALL, TRAINING, SOP = (
    "learn/week.html", "learn/index.html", "leads/training.html", "calls/call.html",
)  # fmt: skip
ON_PATH = f"{SOP}?path=week"
PATHS = """\
paths:
  week: {title: First week, for: agent, within: 1 week, sops: [call, refund]}
  month: {title: First month, for: agent, sops: [refund]}
"""
SEND = "mailto:t@example.com?subject={title}: {done}/{count}, {name}&body={progress}"
LONG_AGO = ["before", 1, 1_777_888_800_000]  # read on 2026-05-04
CALL, REFUND = "I have read it 1 Complaint call", "I have read it 2 Refund"
PALETTE = yaml.safe_load((PROJECT / "mkdocs.yml").read_bytes())["theme"]["palette"]
SAVED = "saved on Sunday 22 November"
EVIL = '<img src=x onerror=alert(1)> <b>"Dewi"</b>'


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The department with a past, and with onboarding paths."""
    top = example(tmp_path_factory.mktemp("learning")).top
    (top / "sops/organisation.yml").write_text(ORGANISATION + PATHS, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
        patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
        config = configure(
            top,
            plugins=["search", {"sopbook": {"training": SEND}}],
            theme={"name": "material", "font": False, "palette": PALETTE},
            site_dir=str(top / "site"),
            use_directory_urls=False,
        )
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    return Path(config.site_dir)


@pytest.fixture(scope="module")
def home(site: Path) -> Iterator[str]:
    """The site over HTTP."""
    with served(site) as address:
        yield address


def new_context(browser: Browser, **options: Any) -> BrowserContext:
    return browser.new_context(
        locale="en-GB", timezone_id="Europe/Bucharest", reduced_motion="reduce", **options
    )


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """A reader who meets no mistake of our scripts, whatever the theme's do."""
    context = new_context(browser)
    troubles: list[str] = []
    context.on("weberror", lambda error: troubles.append(error.error.stack or ""))
    yield context
    context.close()
    assert not [trouble for trouble in troubles if "/sopbook/" in trouble]


def opened(reader: BrowserContext, address: str) -> Page:
    page = reader.new_page()
    page.goto(address)
    return page


def stored(page: Page, name: str) -> dict[str, Any]:
    """What the browser keeps of this site under a name."""
    return dict(json.loads(page.evaluate(f"sopbookBase.store('{name}').read() ?? '{{}}'")))


def keep(page: Page, **stores: object) -> None:
    """Let the browser remember something, and look again."""
    for name, value in stores.items():
        page.evaluate(f"text => sopbookBase.store('{name}').write(text)", json.dumps(value))
    page.reload()


def progress_in(text: str) -> dict[str, Any]:
    """Read the last line of a file or a message, which is for pages."""
    return dict(json.loads(text.splitlines()[-1]))


def box(page: Page, name: str = CALL) -> Locator:
    return page.get_by_role("checkbox", name=name)


def mine(page: Page, text: str) -> Locator:
    """Find where one is."""
    return page.get_by_role("status").get_by_text(text, exact=True)


def test_a_tick_by_keyboard_stays(reader: BrowserContext, home: str) -> None:
    page = opened(reader, home + PATH)
    expect(mine(page, "0 of 2 read")).to_be_visible()
    box(page).focus()
    page.keyboard.press("Space")
    expect(mine(page, "1 of 2 read")).to_be_visible()
    expect(box(page)).to_be_focused()
    expect(page.get_by_text("Next: Refund")).to_be_visible()
    page.reload()
    expect(box(page)).to_be_checked()
    # A tick is a read mark, too: the SOP's page and the lists hold it as read.
    assert stored(page, "read")["call"] == stored(page, "done")["call"]
    box(page, REFUND).check()
    expect(page.get_by_text("You have read all of it.")).to_be_visible()
    expect(page.get_by_text("Next:")).to_be_hidden()
    box(page).uncheck()
    expect(mine(page, "1 of 2 read")).to_be_visible()
    page.reload()
    expect(box(page)).not_to_be_checked()


def test_what_changed_asks_to_be_read_again(reader: BrowserContext, home: str) -> None:
    page = opened(reader, home + PATH)
    keep(page, done={"call": LONG_AGO}, read={"call": LONG_AGO})
    expect(box(page)).not_to_be_checked()
    again = page.get_by_text("Changed on 10 January 2026, after you read it")
    expect(again).to_be_visible()
    expect(mine(page, "0 of 2 read · 1 to read again")).to_be_visible()
    what = page.get_by_role("link", name="What changed")
    assert (what.get_attribute("href") or "").endswith("history/call.html")
    box(page).check()
    expect(again).to_be_hidden()
    page.reload()
    expect(box(page)).to_be_checked()


def test_marked_as_read_on_its_page_is_read_here(reader: BrowserContext, home: str) -> None:
    page = opened(reader, home + PATH)
    keep(page, done={"call": LONG_AGO}, read={"call": LONG_AGO})
    sop = opened(reader, home + SOP)
    sop.get_by_role("button", name="Mark as read").click()
    page.bring_to_front()
    expect(box(page)).to_be_checked()


def test_only_changes_of_wording_ask_nothing(reader: BrowserContext, home: str) -> None:
    page = opened(reader, home + PATH)
    lesson = page.locator("[data-sopbook-lesson=call]")
    revision, time = (lesson.get_attribute("data-sopbook-material") or "").split(":")
    keep(page, done={"call": [revision, int(time), 1]})
    expect(box(page)).to_be_checked()
    # History was written anew: what was read is not older than what is published.
    keep(page, done={"call": ["rebased", int(time), 1]})
    expect(box(page)).to_be_checked()


def test_a_first_day_gives_days(reader: BrowserContext, home: str) -> None:
    page = reader.new_page()
    page.clock.install(time="2026-11-27T10:00:00Z")
    page.goto(home + PATH)
    expect(page.get_by_text("by working day 5")).to_be_visible()
    page.get_by_label("My first day").fill("2026-11-21")  # a Saturday: the Monday is day 1
    expect(page.get_by_text("All of it by Friday 27 November")).to_be_visible()
    page.get_by_label("My first day").fill("2026-11-20")  # a Friday
    expect(page.get_by_text("All of it by Thursday 26 November")).to_be_visible()
    last = page.locator("[data-sopbook-lesson=refund]")
    expect(last.get_by_text("by Thursday 26 November")).to_be_visible()
    expect(last.get_by_text("late", exact=True)).to_be_visible()
    box(page, REFUND).check()
    expect(last.get_by_text("late", exact=True)).to_be_hidden()
    page.reload()
    expect(page.get_by_label("My first day")).to_have_value("2026-11-20")
    page.get_by_label("My first day").fill("")
    expect(page.get_by_text("by working day 5")).to_be_visible()
    assert stored(page, "start") == {}


def test_it_moves_to_another_browser(browser: Browser, reader: BrowserContext, home: str) -> None:
    page = opened(reader, home + PATH)
    box(page).check()
    page.get_by_label("My first day").fill("2026-11-20")
    page.get_by_label("Your name").fill("Dewi")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").click()
    assert re.fullmatch(r"week-dewi-\d{4}-\d\d-\d\d\.txt", download.value.suggested_filename)
    saved = Path(download.value.path())
    found = progress_in(saved.read_text(encoding="utf-8"))
    assert (found["name"], found["path"], found["start"]) == (
        "Dewi",
        "week",
        {"week": "2026-11-20"},
    )
    other = new_context(browser)
    there = opened(other, home + PATH)
    box(there, REFUND).check()
    there.get_by_label("Load a saved file").set_input_files(
        FilePayload(name="x.json", mimeType="application/json", buffer=saved.read_bytes())
    )
    expect(there.get_by_text("Loaded.")).to_be_visible()
    for name in (CALL, REFUND):
        expect(box(there, name)).to_be_checked()
    expect(there.get_by_label("My first day")).to_have_value("2026-11-20")
    assert stored(there, "read")["call"] == stored(page, "done")["call"]
    other.close()


def test_a_file_that_is_none_changes_nothing(reader: BrowserContext, home: str) -> None:
    page = opened(reader, home + PATH)
    box(page).check()
    page.get_by_label("Load a saved file").set_input_files(
        FilePayload(name="x.json", mimeType="application/json", buffer=b'{"done": {}}')
    )
    expect(page.get_by_text("This is not a file with progress.")).to_be_visible()
    expect(box(page)).to_be_checked()


def test_a_file_of_another_path_says_so(reader: BrowserContext, home: str) -> None:
    page = opened(reader, home + PATH)
    field = page.get_by_label("Load a saved file")
    field.set_input_files([progress("Siti", "elsewhere", mail=LONG_AGO)])
    expect(page.get_by_text("This file has nothing of this path.")).to_be_visible()
    field.set_input_files([progress("Siti", call=["", 4_000_000_000, 1])])
    expect(page.get_by_text("Loaded.")).to_be_visible()


def test_the_trainer_is_sent_what_one_sees(reader: BrowserContext, home: str) -> None:
    page = reader.new_page()
    page.clock.install(time="2026-11-22T10:00:00Z")
    page.goto(home + PATH)
    scores = {"call": {"a": [2, 1], "b": [0, 1]}, "of-another-path": {"c": [1, 1]}}
    keep(page, practice=scores)
    box(page).check()
    hint = page.get_by_text("Write your name before you send it")
    expect(hint).to_be_visible()
    page.get_by_label("Your name").fill("Dewi & Co")
    expect(hint).to_be_hidden()
    page.get_by_text("What is sent or saved").click()
    text = page.locator("pre > code").inner_text()
    assert text.split("\n") == [
        "First week", "Dewi & Co, 22 November 2026", "1 of 2 read", "",
        "[x] Complaint call: read on 22 November 2026 · practice: 1 of 2 known", "[ ] Refund",
    ]  # fmt: skip
    link = page.get_by_role("link", name="Send to the trainer")
    address = urlsplit(link.get_attribute("href") or "")
    asked = parse_qs(address.query)
    assert (address.scheme, address.path) == ("mailto", "t@example.com")
    assert unquote(asked["subject"][0]) == "First week:1/2,Dewi & Co"
    body = asked["body"][0].split("\r\n")
    assert body[:-2] == text.split("\n")
    assert set(progress_in(body[-1])["done"]) == {"call"}
    assert progress_in(body[-1])["practice"] == {"call": [1, 2]}
    expect(page.get_by_text("The message goes to t@example.com.")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").click()
    saved = Path(download.value.path()).read_text(encoding="utf-8")
    assert saved.splitlines()[:-2] == text.split("\n")
    assert progress_in(saved)["practice"] == {"call": [1, 2]}


def test_a_message_can_be_pasted(browser: Browser, reader: BrowserContext, home: str) -> None:
    page = opened(reader, home + PATH)
    box(page).check()
    keep(page, practice={"call": {"a": [2, 1], "b": [0, 1]}}, start={"week": "2026-01-05"})
    page.get_by_label("Your name").fill("Dewi Anggraini")
    href = page.get_by_role("link", name="Send to the trainer").get_attribute("href") or ""
    body = parse_qs(urlsplit(href).query)["body"][0]
    there = new_context(browser)
    trainer = opened(there, home + TRAINING)
    field = trainer.get_by_label("Paste a message")
    field.fill("Hello, here is what I read.")
    readers = trainer.get_by_role("region", name="What new colleagues have read")
    expect(readers.get_by_text("There is no progress in this message")).to_be_visible()
    field.fill("> " + body.replace("\r\n", "\n> "))
    expect(readers.get_by_text("Added: Dewi Anggraini")).to_be_visible()
    expect(field).to_have_value("")
    row = readers.locator(".sopbook-rows > li")
    for text in (
        "Dewi Anggraini · First week · 1 of 2 read",
        "first day Monday 5 January · all of it by Friday 9 January",
        "of those asked: Complaint call 1/2",
        "Late: Refund (Friday 9 January)",
    ):
        expect(row.get_by_text(text)).to_be_visible()
    expect(row.get_by_text("late", exact=True)).to_be_visible()
    for text in ("Changed since they read it", "Not read yet"):
        expect(row.get_by_text(text)).to_be_hidden()
    # A phone makes curly quotes; mail cuts lines; two messages come at once.
    line = body.replace("Dewi", "Siti").replace('"', "”")
    field.fill(body + "\n" + "\n".join(re.findall(".{1,76}", line)))
    expect(readers.get_by_text("Added: Dewi Anggraini, Siti Anggraini")).to_be_visible()
    expect(row).to_have_count(2)
    there.close()


def test_what_the_trainer_cannot_read_is_told_and_kept(reader: BrowserContext, home: str) -> None:
    page = opened(reader, home + TRAINING)
    readers = page.get_by_role("region", name="What new colleagues have read")
    field = page.get_by_label("Paste a message")
    known, strange = (progress("Siti", path)["buffer"].decode() for path in ("week", "elsewhere"))
    for text, said in (
        (known[:-3], "was changed on the way"),
        (strange, "is of no path that is on this page"),
        (f"{known}\n{strange}", "Added: Siti · A message is of no path"),
    ):
        field.fill(text)
        expect(readers.get_by_text(said)).to_be_visible()
        expect(field).to_have_value(text)
    expect(readers.locator(".sopbook-rows > li")).to_have_count(1)
    page.get_by_label("Load files").set_input_files([progress("Ana", "elsewhere")])
    said = "Files loaded: 0 · No progress on these paths can be read in: elsewhere.json"
    expect(readers.get_by_text(said)).to_be_visible()


def test_every_tab_knows(reader: BrowserContext, home: str) -> None:
    page, other, every = (opened(reader, home + path) for path in (PATH, PATH, ALL))
    page.bring_to_front()
    box(page).check()
    expect(box(other)).to_be_checked()
    expect(every.get_by_text("1 of 2 read")).to_be_visible()
    # One tab does not undo what another did.
    box(other, REFUND).check()
    expect(box(page, REFUND)).to_be_checked()
    assert set(stored(page, "done")) == {"call", "refund"}
    expect(every.get_by_text("2 of 2 read")).to_be_visible()


@pytest.mark.parametrize("before", [NO_STORAGE, FULL])
def test_where_nothing_is_kept_it_says_so(reader: BrowserContext, home: str, before: str) -> None:
    page = reader.new_page()
    page.add_init_script(before)
    page.goto(home + PATH)
    note = page.get_by_text("This browser keeps nothing.")
    expect(mine(page, "0 of 2 read")).to_be_visible()
    expect(note).to_be_visible()
    box(page).check()
    expect(note).to_be_visible()
    expect(mine(page, "1 of 2 read")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").click()
    saved = Path(download.value.path()).read_text(encoding="utf-8")
    assert "call" in progress_in(saved)["done"]
    page.goto(home + SOP)
    expect(page.get_by_text("This browser keeps nothing: your tick is gone")).to_be_visible()


@pytest.mark.parametrize("text", ["[", "[7]", '{"call": ["?"]}', "null", '{"week": 7}'])
def test_what_cannot_be_understood_is_ignored(reader: BrowserContext, home: str, text: str) -> None:
    page = opened(reader, home + PATH)
    box(page).check()
    page.evaluate("text => { for (const key in localStorage) localStorage[key] = text; }", text)
    page.reload()
    expect(mine(page, "0 of 2 read")).to_be_visible()
    box(page).check()
    expect(mine(page, "1 of 2 read")).to_be_visible()


def test_the_way_on_from_an_sop(reader: BrowserContext, home: str) -> None:
    page = opened(reader, home + PATH)
    page.get_by_role("link", name="Complaint call").first.click()
    assert page.url == home + ON_PATH
    way = page.get_by_role("navigation", name="Onboarding paths")
    tick = way.get_by_role("checkbox", name="I have read it")
    tick.focus()
    page.keyboard.press("Space")
    expect(tick).to_be_focused()
    way.get_by_role("link", name="Refund").click()
    expect(way.get_by_text("Part of First week (2 of 2)")).to_be_visible()
    expect(way.get_by_role("checkbox")).not_to_be_checked()
    page.go_back()
    expect(tick).to_be_checked()
    way.get_by_role("link", name="First week").click()
    expect(box(page)).to_be_checked()


def test_who_comes_from_elsewhere_can_tick_too(reader: BrowserContext, home: str) -> None:
    for path in (SOP, f"{SOP}?path=month", f"{SOP}?path=%22%5D"):
        page = opened(reader, home + path)
        expect(page.get_by_text("Part of First week (1 of 2)")).to_be_visible()
        expect(box(page, "I have read it")).to_have_count(1)
    page = opened(reader, home + SOP)
    scripts = page.locator("script[src*='/learn/']")
    tick = box(page, "I have read it")
    expect(tick).not_to_be_checked()
    tick.check()
    assert scripts.count() == 0
    other = opened(reader, home + PATH)
    expect(box(other)).to_be_checked()
    box(other).uncheck()
    expect(tick).not_to_be_checked()


def test_an_sop_that_changed_is_not_ticked(reader: BrowserContext, home: str) -> None:
    page = opened(reader, home + SOP)
    keep(page, done={"call": LONG_AGO}, read={"call": LONG_AGO})
    tick = box(page, "I have read it")
    expect(tick).not_to_be_checked()
    tick.check()
    # Both that say what was read follow at once, whichever is used.
    expect(page.locator(".sopbook-reminder")).to_be_hidden()
    page.reload()
    expect(tick).to_be_checked()
    keep(page, done={"call": LONG_AGO}, read={"call": LONG_AGO})
    expect(tick).not_to_be_checked()
    page.get_by_role("button", name="Mark as read").click()
    expect(tick).to_be_checked()


def test_all_paths_say_how_far_one_is(reader: BrowserContext, home: str) -> None:
    page = opened(reader, home + ALL)
    assert not page.locator("progress:visible").count()
    keep(page, done={"refund": ["", 4_000_000_000, 1]})
    assert page.locator(".sopbook-learn__bar").all_inner_texts() == ["1 of 2 read", "1 of 1 read"]
    expect(page.get_by_text("kept in this browser only")).to_be_visible()


def progress(name: str, path: str = "week", **done: object) -> FilePayload:
    """Write a file as a new colleague would send it."""
    found = {"kind": "sopbook-progress", "name": name, "path": path, "on": "2026-11-22"}
    text = json.dumps(found | {"start": {}, "done": done})
    return FilePayload(name=f"{path}.json", mimeType="application/json", buffer=text.encode())


def test_the_trainer_sees_who_read_what(reader: BrowserContext, home: str) -> None:
    page = opened(reader, home + TRAINING)
    page.get_by_label("Load files").set_input_files(
        [
            progress("Siti", call=["", 4_000_000_000, 1]),
            progress(EVIL, call=LONG_AGO),
            FilePayload(name="notes.txt", mimeType="text/plain", buffer=b"hello"),
        ]
    )
    readers = page.get_by_role("region", name="What new colleagues have read")
    expect(
        readers.get_by_text(
            "Files loaded: 2 · No progress on these paths can be read in: notes.txt"
        )
    ).to_be_visible()
    assert [row.split("\n") for row in readers.locator(".sopbook-rows > li").all_inner_texts()] == [
        [f"{EVIL} · First week · 0 of 2 read", "", SAVED,
         "", "Changed since they read it: Complaint call", "", "Not read yet: Refund"],
        ["Siti · First week · 1 of 2 read", "", SAVED, "", "Not read yet: Refund"],
    ]  # fmt: skip
    # A newer file of the same colleague takes the older one's place; nothing is kept.
    page.get_by_label("Load files").set_input_files([progress("Siti", refund=LONG_AGO)])
    expect(readers.get_by_text("Siti · First week · 0 of 2 read")).to_be_visible()
    assert readers.locator(".sopbook-rows > li").count() == 2
    assert "Siti" not in page.evaluate("JSON.stringify(localStorage)")
    page.reload()
    assert readers.locator(".sopbook-rows > li").count() == 0


def test_the_trainer_sees_what_changed_since(reader: BrowserContext, home: str) -> None:
    page = reader.new_page()
    page.clock.install(time="2026-02-01T10:00:00Z")
    page.goto(home + TRAINING)
    since = page.get_by_role("textbox", name="Since")
    expect(since).to_have_value("2026-01-02")
    rows = page.locator("[data-sopbook-on]")
    call = rows.filter(has_text="Complaint call")
    expect(call).to_be_visible()
    since.fill("2026-01-11")
    expect(call).to_be_hidden()
    expect(page.get_by_text(f"1 of {rows.count()} SOPs")).to_be_visible()
    since.fill("")
    expect(call).to_be_visible()


def test_without_scripts_they_are_whole(browser: Browser, home: str) -> None:
    context = new_context(browser, java_script_enabled=False)
    page = opened(context, home + PATH)
    for text in ("by working day 5", "Complaint call", "Refund", "A customer calls"):
        expect(page.locator(".sopbook-lessons").get_by_text(text).first).to_be_visible()
    for path in (PATH, ALL, TRAINING, ON_PATH):
        page.goto(home + path)
        assert not page.locator(".sopbook-learn :is(button, input, progress):visible").count()
        for link in ("keep", "readers"):
            assert not page.locator(f"a[href='#sopbook-{link}']:visible").count()
        for words in ("Tick each", "Walk me through it", "Practise"):
            assert not page.locator(f".sopbook-learn :text('{words}'):visible").count()
    page.goto(home + TRAINING)
    expect(page.locator("[data-sopbook-on]").first).to_be_visible()
    context.close()


def test_on_paper_there_are_boxes(reader: BrowserContext, home: str) -> None:
    page = opened(reader, home + PATH)
    page.emulate_media(media="print")
    expect(page.get_by_text("Name:", exact=True)).to_be_visible()
    keep(page, start={"week": "2026-11-20"})
    expect(page.get_by_text("First day: 20 November 2026")).to_be_visible()
    page.emulate_media(media="screen")
    page.get_by_label("Your name").fill("Dewi")
    page.emulate_media(media="print")
    expect(page.get_by_text("Name: Dewi", exact=True)).to_be_visible()
    expect(page.get_by_text("Walk me through it").first).to_be_hidden()
    expect(box(page)).to_be_visible()
    expect(page.get_by_role("button", name="Save as a file")).to_be_hidden()
    expect(page.get_by_label("My first day")).to_be_hidden()
    page.goto(home + SOP)
    expect(page.locator(".sopbook-paths")).to_be_hidden()


def test_from_files_too(reader: BrowserContext, site: Path) -> None:
    page = opened(reader, f"{site.as_uri()}/{PATH}")
    box(page).check()
    page.get_by_role("link", name="Complaint call").first.click()
    expect(page.get_by_role("checkbox", name="I have read it")).to_be_checked()


@pytest.mark.parametrize("width", [320, 1280])
def test_everybody_can_use_it(browser: Browser, home: str, width: Literal[320, 1280]) -> None:
    context = new_context(browser, viewport={"width": width, "height": 800})
    page = opened(context, home + PATH)
    keep(
        page,
        done={"call": LONG_AGO, "refund": ["", 4_000_000_000, 1]},
        start={"week": "2026-01-01"},
    )
    found: list[str] = []
    for path in (PATH, ALL, ON_PATH, TRAINING):
        page.goto(home + path)
        if path == PATH:
            page.get_by_text("What is sent or saved").click()
        if path == TRAINING:
            page.get_by_label("Load files").set_input_files([progress("Siti", call=LONG_AGO)])
            page.locator("details").first.click()
        for name, media in COLOURS.items():
            found += [f"{path} {name}: {each}" for each in findings(page, media)]
    context.close()
    assert not found, "\n".join(found)
