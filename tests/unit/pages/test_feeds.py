"""Feeds, as readers that others wrote see them."""

import json
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import feedparser
import pytest
from jsonschema import Draft7Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT4

from sopbook import assets
from sopbook.core.library import Library
from sopbook.core.names import Names
from sopbook.pages.feeds.atom import atom
from sopbook.pages.feeds.feed import Feed, Whereabouts, feed, file_name
from sopbook.pages.feeds.json_feed import json_feed
from sopbook.pages.news.circles import Circle, Group
from tests.unit.pages.chronicles import EVIL, said, some, telling, told
from tests.unit.pages.department import bare
from tests.unit.report.schemas import validator

FINANCE = Circle(Group.TEAM, "finance")
PAGES = {"complaint-call": "complaint-call.md", "refund": "refund.md"}
HOME = Whereabouts("Larkmoor", PAGES, "https://sops.example.com/hub/")
AT_HOME = Whereabouts("Larkmoor", PAGES)
# What the schema of 1.1 borrows from that of 1.0 is not in the package: these are its kinds.
_WORDS = {"type": "string"}
_ADDRESS = {"type": "string", "pattern": "^https?://"}
_OLDER = {
    "definitions": {
        "author": {"type": "object", "properties": {"name": _WORDS}, "additionalProperties": False},
        "extension": {"type": "object"},
        "uri": _ADDRESS,
        "item": {
            "properties": {
                "attachments": {}, "banner_image": _ADDRESS, "content_html": _WORDS,
                "content_text": _WORDS, "date_modified": _WORDS, "date_published": _WORDS,
                "external_url": _ADDRESS, "image": _ADDRESS, "summary": _WORDS,
                "tags": {"type": "array", "items": _WORDS}, "title": _WORDS, "url": _ADDRESS,
            }
        },
    },
    "properties": {
        "description": _WORDS, "expired": {}, "feed_url": _ADDRESS, "home_page_url": _ADDRESS,
        "hubs": {}, "icon": _ADDRESS, "next_url": _ADDRESS, "title": _WORDS, "user_comment": _WORDS,
    },
}  # fmt: skip


@pytest.fixture
def names(library: Library) -> Names:
    return Names(library, assets.words("en"))


def made(names: Names, place: Whereabouts = HOME, circle: Circle | None = None) -> Feed:
    found = feed(some(names), circle, place.page("changes/index.md"), place, names)
    assert found
    return found


def read(written: str) -> feedparser.FeedParserDict:
    """Read Atom as a feed reader does, which must have nothing to complain of."""
    found = feedparser.parse(written.encode(), sanitize_html=False, resolve_relative_uris=False)
    assert not found.bozo, found.get("bozo_exception")
    return found


def valid(written: str) -> dict[str, Any]:
    """Read JSON Feed by its schema."""
    older = Resource.from_contents(_OLDER, default_specification=DRAFT4)
    registry: Registry[Any] = Registry().with_resource("https://json.schemastore.org/feed-1", older)
    found: dict[str, Any] = json.loads(written)
    schema = validator("https://json.schemastore.org/feed.json").schema
    Draft7Validator(schema, registry=registry).validate(found)
    return found


def text_of(html: str) -> str:
    """Read HTML as people do; nothing but harmless elements may be in it."""
    words: list[str] = []

    class _Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            assert tag in {"ul", "li", "a", "p", "br"}
            assert [name for name, _ in attrs] in ([], ["href"])

        def handle_data(self, data: str) -> None:
            words.append(data)

    _Reader().feed(html)
    return " ".join(words)


def test_no_news_no_feed(names: Names) -> None:
    """Nothing true could be said of when it was updated."""
    assert feed((), None, HOME.page("changes/index.md"), HOME, names) is None


def test_a_reader_reads_atom(names: Names) -> None:
    found = read(atom(made(names)))
    assert found.version == "atom10"
    assert found.feed.title == "Larkmoor: What’s new"
    assert found.feed.id == "tag:sops.example.com,2026:/hub/changes"
    assert found.feed.language == "en"
    assert found.feed.author == "Larkmoor"
    links = {link.rel: link.href for link in found.feed.links}
    assert links == {
        "alternate": "https://sops.example.com/hub/changes/",
        "self": "https://sops.example.com/hub/changes/feed.xml",
    }
    assert found.feed.updated == found.entries[0].updated == "2026-10-03T13:00:00+03:00"


def test_an_entry_tells_a_change(names: Names) -> None:
    entry = read(atom(made(names))).entries[2]
    assert entry.title == "Complaint call: The deadline is tighter: 30 s instead of 60 s"
    assert entry.id.startswith("tag:sops.example.com,2026:/hub/complaint-call/00000")
    assert entry.link == "https://sops.example.com/hub/complaint-call/"
    assert entry.published == entry.updated == "2026-10-02T13:00:00+03:00"
    assert entry.author == "Ana Ionescu"
    assert [tag.term for tag in entry.tags] == ["material"]
    html = entry.content[0].value
    assert 'href="https://sops.example.com/hub/complaint-call/#step-greet"' in html
    assert "<p>Customers told us.<br>We listened.</p>" in html


def test_a_change_has_one_id_in_all_feeds(names: Names) -> None:
    everything = {entry.id for entry in made(names).entries}
    of_team = feed(some(names)[:1], FINANCE, HOME.page("changes/team-finance.md"), HOME, names)
    assert of_team
    assert {entry.id for entry in of_team.entries} < everything
    assert of_team.id.endswith("/hub/team-finance")
    assert of_team.title == "Larkmoor: What’s new: Finance"
    assert of_team.own.endswith("/hub/changes/team-finance")
    assert (file_name(FINANCE), file_name(None)) == ("team-finance", "feed")
    assert len(everything) == 3


def test_without_a_host_addresses_are_as_seen_from_the_feed(names: Names) -> None:
    found = read(atom(made(names, AT_HOME)))
    assert [(link.rel, link.href) for link in found.feed.links] == [("alternate", "../changes/")]
    assert found.entries[0].link == "../complaint-call/"
    assert found.feed.id == "tag:sopbook.invalid,2026:/changes"


def test_a_reader_reads_json(names: Names) -> None:
    found = valid(json_feed(made(names)))
    assert found["version"] == "https://jsonfeed.org/version/1.1"
    assert found["feed_url"] == "https://sops.example.com/hub/changes/feed.json"
    assert found["home_page_url"] == "https://sops.example.com/hub/changes/"
    item = found["items"][2]
    assert item["authors"] == [{"name": "Ana Ionescu"}]
    assert item["date_published"] == "2026-10-02T13:00:00+03:00"
    assert item["tags"] == ["material"]
    assert item["content_text"].startswith("- The deadline is tighter")
    assert "authors" not in found["items"][1]


def test_json_without_a_host_has_no_addresses(names: Names) -> None:
    written = json_feed(made(names, AT_HOME))
    valid(written)
    assert "../" not in written
    assert "content_html" not in written


def test_an_sop_without_a_page_leads_to_the_news(names: Names) -> None:
    nowhere = replace(HOME, sops={})
    found = made(names, nowhere)
    assert read(atom(found)).entries[0].link == found.page
    assert "url" not in valid(json_feed(found))["items"][0]
    assert "<a " not in found.entries[0].html


def test_pages_may_lie_beside_each_other(names: Names) -> None:
    found = made(names, replace(HOME, in_folders=False))
    assert found.entries[0].url == "https://sops.example.com/hub/complaint-call.html"
    assert found.page == "https://sops.example.com/hub/changes/index.html"


def test_the_same_bytes_each_time(names: Names) -> None:
    assert atom(made(names)) == atom(made(names))
    assert json_feed(made(names)) == json_feed(made(names))


def test_hostile_words_stay_words_and_no_address_gets_out(library: Library) -> None:
    evil = replace(bare("refund"), card=replace(bare("refund").card, title=EVIL))
    names = Names(replace(library, sops={"refund": evil}), assets.words("en"))
    changes = [telling(said(EVIL), why=f"{EVIL}\x01\x0b", more=EVIL, who=(EVIL,))]
    found = feed(told({"refund": changes}, names), None, HOME.page("changes/index.md"), HOME, names)
    assert found
    entry = read(atom(found)).entries[0]
    assert "<script>" in entry.title
    assert text_of(entry.content[0].value).count("alert(1)") == 6
    item = valid(json_feed(found))["items"][0]
    assert text_of(item["content_html"]).count("<script>") == 3
    assert "@" not in atom(found) + json_feed(found)


def test_a_site_without_a_name_has_feeds(names: Names) -> None:
    found = made(names, replace(HOME, name=""))
    assert (found.title, found.site) == ("What’s new", "What’s new")
