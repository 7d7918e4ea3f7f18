"""The news of a site: which pages and feeds there are, and that they find each other."""

from dataclasses import replace

import pytest

from sopbook import assets
from sopbook.core.library import Library
from sopbook.core.names import Names
from sopbook.history.chronicle import Chronicle
from sopbook.pages.bulletin import Bulletin, bulletin
from sopbook.pages.feeds.feed import Whereabouts
from sopbook.pages.news.circles import Circle, Group
from sopbook.pages.news.stories import MOST
from sopbook.pages.site import Links, Site
from tests.unit.pages.chronicles import ZONE, said, telling

PAGES = {"complaint-call": "complaint-call.md", "refund": "refund.md"}
HOME = Whereabouts("Larkmoor", PAGES, "https://sops.example.com/")


@pytest.fixture
def names(library: Library) -> Names:
    return Names(library, assets.words("en"))


def made(names: Names, *sops: str, changes: int = 1) -> Bulletin:
    tellings = tuple(telling(said("New"), day=-day) for day in range(changes))
    return bulletin(Chronicle(dict.fromkeys(sops, tellings)), ZONE, names)


def test_a_circle_without_news_has_no_page(names: Names) -> None:
    assert list(made(names, "refund").paths()) == [
        ("", "changes/index.md"),
        ("team-finance", "changes/team-finance.md"),
    ]
    paths = dict(made(names, "complaint-call").paths())
    assert paths["channel-phone"] == "changes/channel-phone.md"
    assert paths["role-team-lead"] == "changes/role-team-lead.md"


def test_pages_are_titled(names: Names) -> None:
    found = made(names, "refund")
    assert found.title("") == "What’s new"
    assert found.title("team-finance") == "What’s new: Finance"


def test_without_news_there_is_nothing(names: Names) -> None:
    assert list(made(names).paths()) == []
    assert list(made(names).feeds(HOME)) == []


def test_each_page_has_its_feeds(names: Names) -> None:
    paths = [path for path, _ in made(names, "refund").feeds(HOME)]
    assert paths == [
        "changes/feed.xml", "changes/feed.json", "changes/team-finance.xml",
        "changes/team-finance.json",
    ]  # fmt: skip
    text = dict(made(names, "refund").feeds(HOME))["changes/team-finance.xml"]
    assert 'href="https://sops.example.com/changes/team-finance/"' in text


def test_pages_find_each_other(names: Names, here: Site, links: Links) -> None:
    links = replace(links, page=lambda path: f"../../{path}")
    found = made(names, "refund")
    page = found.view("team-finance", here, links)
    assert page.title == "What’s new: Finance"
    assert page.everything == "../../changes/index.md"
    assert page.atom == "../../changes/team-finance.xml"
    assert [each.url for group in page.groups for each in group.pages] == [
        "../../changes/team-finance.md"
    ]
    assert found.view("", here, links).json == "../../changes/feed.json"


def test_pages_are_bounded_and_say_so(names: Names, here: Site, links: Links) -> None:
    assert made(names, "refund", changes=MOST).view("", here, links).bounded == 0
    assert made(names, "refund", changes=MOST + 1).view("", here, links).bounded == MOST


def test_whom_nothing_concerns_has_no_feed(names: Names) -> None:
    found = replace(made(names, "refund"), circles=(Circle(Group.ROLE, "agent"),))
    assert [path for path, _ in found.feeds(HOME)] == ["changes/feed.xml", "changes/feed.json"]
