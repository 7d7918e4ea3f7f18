"""The built demo, read as files: every link leads somewhere, and no other host is asked."""

import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

# What a browser fetches by itself, as opposed to what a reader may click.
FETCHED = {
    "audio": "src",
    "embed": "src",
    "iframe": "src",
    "img": "src",
    "object": "data",
    "script": "src",
    "source": "src",
    "video": "src",
}
NOT_FETCHED = {"canonical", "edit", "next", "prev", "alternate"}
FROM_CSS = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')\s;]+)""")
HOME = "site:///"


class Reader(HTMLParser):
    """What a page names: its anchors, what it links to and what it fetches."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: set[str] = set()
        self.fetched: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        have = {name: value for name, value in attrs if value is not None}
        if "id" in have:
            self.ids.add(have["id"])
        if tag == "a" and "href" in have:
            self.links.add(have["href"])
        if tag == "link" and not NOT_FETCHED & set(have.get("rel", "").split()):
            self.fetched.add(have["href"])
        if FETCHED.get(tag) in have:
            self.fetched.add(have[FETCHED[tag]])
        self.fetched |= set(FROM_CSS.findall(have.get("style", "")))


@cache
def read(page: Path) -> Reader:
    reader = Reader()
    reader.feed(page.read_text(encoding="utf-8"))
    reader.close()
    return reader


@pytest.fixture(scope="module")
def pages(demo: Path) -> dict[str, Path]:
    """Every page, by its place in the site."""
    return {page.relative_to(demo).as_posix(): page for page in sorted(demo.rglob("*.html"))}


def dead(demo: Path, pages: dict[str, Path]) -> Iterator[str]:
    """Links to a file or an anchor that is not there."""
    for name, page in pages.items():
        # The page for missing addresses is served anywhere; its links start at the root.
        base = HOME if name == "404.html" else HOME + name
        for link in read(page).links | read(page).fetched:
            target = urlsplit(urljoin(base, link))
            if target.scheme != "site" or link.startswith(("//", "#__")):
                continue
            file = demo / unquote(target.path).lstrip("/")
            file = file / "index.html" if file.is_dir() else file
            if not file.is_file():
                yield f"{name}: nothing at {link}"
            elif target.fragment and unquote(target.fragment) not in read(file).ids:
                yield f"{name}: no such place: {link}"


def test_every_link_leads_somewhere(demo: Path, pages: dict[str, Path]) -> None:
    found = list(dead(demo, pages))
    assert not found, "\n".join(found)


def test_pages_fetch_nothing_from_other_hosts(pages: dict[str, Path]) -> None:
    assert {
        f"{name}: {address}"
        for name, page in pages.items()
        for address in read(page).fetched
        if urlsplit(address).netloc
    } == set()


def test_styles_fetch_nothing_from_other_hosts(demo: Path) -> None:
    assert {
        f"{sheet.name}: {address}"
        for sheet in demo.rglob("*.css")
        for address in FROM_CSS.findall(sheet.read_text(encoding="utf-8"))
        if urlsplit(address).netloc
    } == set()


def test_ids_are_unique(pages: dict[str, Path]) -> None:
    found = []
    for name, page in pages.items():
        ids = re.findall(r"""\sid=["']?([^\s"'>]+)""", page.read_text(encoding="utf-8"))
        found += [f"{name}: {each}" for each in sorted(set(ids)) if ids.count(each) > 1]
    assert not found, "\n".join(found)


def test_sources_stay_at_home(demo: Path) -> None:
    assert list(demo.rglob("*.yml")) == []
    assert list(demo.rglob("*.md")) == []
