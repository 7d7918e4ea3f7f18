"""However many SOPs there are, a page links to those around it, and says where one is."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from sopbook.pages.excerpt import MOST
from tests.site.workshop import make

COUNT = 150
CARD = "---\ntitle: SOP {number:03}\nresponsible: agent\n---\n\nBe kind.\n"
# Each changes which part of the navigation the theme prints.
FEATURES = (
    (),
    ("navigation.prune",),
    ("navigation.indexes",),
    ("navigation.sections",),
    ("navigation.expand",),
    ("navigation.tabs",),
    ("navigation.tabs", "navigation.sections"),
    ("navigation.prune", "navigation.sections", "navigation.indexes", "navigation.path"),
    ("navigation.tabs", "navigation.prune", "navigation.footer"),
)
ITEM = re.compile(r'<a href="([^"#]*)" class="md-nav__link')
ACTIVE = re.compile(r'<a href="([^"]*)" class="md-nav__link md-nav__link--active"')


def flat(count: int = COUNT) -> dict[str, str]:
    return {f"calls/sop-{n:03}.md": CARD.format(number=n) for n in range(count)}


def folders(count: int = 40, each: int = 4) -> dict[str, str]:
    return {
        f"area-{n:02}/sop-{n * each + m:03}.md": CARD.format(number=n * each + m)
        for n in range(count)
        for m in range(each)
    }


def site(root: Path, files: Mapping[str, str], *features: str, **settings: Any) -> Path:
    theme = {"name": "material", "font": False, "features": [*features]}
    return make(root, files, theme=theme, use_directory_urls=False, **settings)


def entries(page: Path) -> list[str]:
    """Where the entries of a page's navigation lead, those of its own headings left out."""
    html = page.read_text(encoding="utf-8")
    return ITEM.findall(html[html.index("md-nav--primary") : html.index("md-content")])


@pytest.mark.parametrize("features", FEATURES, ids=" ".join)
@pytest.mark.parametrize("files", [flat(), folders()], ids=["one folder", "many folders"])
def test_no_page_links_to_all_others(
    tmp_path: Path, files: dict[str, str], features: tuple[str, ...]
) -> None:
    built = site(tmp_path, files, *features)
    found = [*built.glob("calls/*.html"), *built.glob("area-*/*.html")]
    assert len(found) >= COUNT
    # Its own list, that of folders, the lists of ours, and the way to the rest of each.
    assert max(len(entries(page)) for page in found) <= 2 * MOST + 20
    assert len(entries(built / "404.html")) <= 2 * MOST + 20


def test_a_page_shows_those_around_it_and_the_way_to_all(tmp_path: Path) -> None:
    built = site(tmp_path, flat(), "navigation.prune")
    page = built / "calls/sop-075.html"
    found = entries(page)
    assert [f"sop-{n:03}.html" in found for n in (59, 60, 74, 76, 89, 90)] == [
        False, True, True, True, True, False,
    ]  # fmt: skip
    assert "../browse/all.html" in found
    assert "All 151 SOPs" in page.read_text(encoding="utf-8")


def test_the_page_itself_is_marked_wherever_it_is(tmp_path: Path) -> None:
    built = site(tmp_path, flat())
    for number in (0, 29, 75, 149):
        html = (built / f"calls/sop-{number:03}.html").read_text(encoding="utf-8")
        assert ACTIVE.findall(html) == [f"sop-{number:03}.html"]


def test_the_next_and_the_previous_page_stay(tmp_path: Path) -> None:
    built = site(tmp_path, flat(), "navigation.footer")
    html = (built / "calls/sop-075.html").read_text(encoding="utf-8")
    foot = html[html.index("md-footer__inner") :]
    assert 'href="sop-074.html"' in foot
    assert 'href="sop-076.html"' in foot


def test_the_way_from_the_top_stays(tmp_path: Path) -> None:
    built = site(tmp_path, folders(), "navigation.path", "navigation.prune")
    html = (built / "area-20/sop-081.html").read_text(encoding="utf-8")
    path = html[html.index('class="md-path"') : html.index("md-content__inner")]
    assert re.findall(r'href="([^"]*)"', path) == ["../index.html", "sop-080.html"]


def test_a_small_site_shows_everything(tmp_path: Path) -> None:
    built = site(tmp_path, flat(20) | {"area/one.md": "# One\n", "area/two.md": "# Two\n"})
    found = entries(built / "calls/sop-010.html")
    assert sum("sop-" in each for each in found) == 20
    assert {"../area/one.html", "../area/two.html"} <= {*found}


def test_a_folders_own_page_is_always_there(tmp_path: Path) -> None:
    built = site(tmp_path, flat() | {"calls/index.md": "# Calls\n"})
    assert "index.html" in entries(built / "calls/sop-140.html")


@pytest.mark.parametrize("features", FEATURES, ids=" ".join)
def test_what_an_author_orders_stays_in_order_and_bounded(
    tmp_path: Path, features: tuple[str, ...]
) -> None:
    pages = [f"calls/sop-{n:03}.md" for n in reversed(range(COUNT))]
    nav = [{"Start": "index.md"}, {"Last things": pages[:2]}, {"All calls": pages[2:]}]
    built = site(tmp_path, flat(), *features, nav=nav)
    found = [
        each
        for each in entries(built / "calls/sop-075.html")
        if re.fullmatch(r"sop-\d+.html", each)
    ]
    inside = [each for each in found if each not in {"sop-149.html", "sop-148.html"}]
    assert inside == sorted(inside, reverse=True)
    assert MOST <= len(inside) <= MOST + 2
    assert "Look up" not in (built / "calls/sop-075.html").read_text(encoding="utf-8")


def test_lists_are_looked_up_in_a_section_of_their_own(tmp_path: Path) -> None:
    built = site(tmp_path, {})
    found = entries(built / "call.html")
    assert "browse/all.html" in found
    assert "leads/findings.html" not in found
    assert "Look up" in (built / "call.html").read_text(encoding="utf-8")


def test_with_indexes_no_list_becomes_the_head_of_the_others(tmp_path: Path) -> None:
    built = site(tmp_path, {}, "navigation.indexes")
    html = (built / "call.html").read_text(encoding="utf-8")
    assert html.count("People, roles and teams") == 1
    assert "md-nav__container" not in html
    html = (built / "people/index.html").read_text(encoding="utf-8")
    assert ACTIVE.findall(html) == ["index.html"]


def test_a_page_below_a_list_shows_where_it_is(tmp_path: Path) -> None:
    built = site(tmp_path, flat(), "navigation.prune")
    html = (built / "people/ana.html").read_text(encoding="utf-8")
    assert ACTIVE.findall(html) == ["ana.html"]
    assert "index.html" in entries(built / "people/ana.html")
