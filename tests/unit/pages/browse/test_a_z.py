"""From A to Z: every title and every other name, in order, on pages that stay bounded."""

import pytest

from sopbook.pages.browse import a_z
from sopbook.pages.browse.a_z import Index, index, pages, title
from tests.unit.pages.browse.shelf import (
    CALL,
    DRAFT,
    LETTER,
    LINKS,
    NO_DRAFTS,
    OLD,
    department,
    hostile,
    printed,
)


def names(view: Index) -> dict[str, list[str]]:
    """Write names by letter; other names as `name > title`."""
    return {
        group.letter.title: [
            one.name if one.is_title else f"{one.name} > {one.sop.title}" for one in group.entries
        ]
        for group in view.groups
    }


def named(name: str) -> str:
    return f"title: {name!r}\nsteps:\n  - end: Done\n"


def test_titles_and_other_names_in_order() -> None:
    view = index("", department(letter=LETTER, call=CALL, old=OLD), LINKS)
    assert names(view) == {
        "A": ["angry customer > Call", "Ärger > Call"],
        "C": ["Call"],
        "U": ["Über letters"],
    }
    assert [(one.url, one.count) for one in view.letters] == [
        ("#letter-a", 2), ("#letter-c", 1), ("#letter-u", 1),
    ]  # fmt: skip
    assert view.whole == ""


def test_few_names_need_one_page() -> None:
    assert [page.key for page in pages(department(call=CALL))] == ["a_z"]


def test_drafts_by_the_setting() -> None:
    assert names(index("", department(NO_DRAFTS, draft=DRAFT), LINKS)) == {}
    assert "B" in names(index("", department(draft=DRAFT), LINKS))


def test_signs_do_not_count_and_numbers_come_first() -> None:
    sops = {"one": "„Zitat“", "two": "24 hours", "three": "(quick) answer", "four": "…"}
    view = index("", department(**{key: named(name) for key, name in sops.items()}), LINKS)
    assert names(view) == {
        "": ["…", "24 hours"], "Q": ["(quick) answer"], "Z": ["„Zitat“"],
    }  # fmt: skip
    assert view.letters[0].id == "0"


def test_letters_of_other_writings_have_addresses_too() -> None:
    view = index("", department(one=named("Жалоба")), LINKS)
    assert [(one.id, one.title) for one in view.letters] == [("u436", "Ж")]


def test_many_names_have_pages_by_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(a_z, "MOST", 2)
    here = department(a=named("A1"), b=named("A2"), c=named("A3"), d=named("Ö"))
    found = list(pages(here))
    assert [(page.path, page.key) for page in found] == [
        ("browse/a-z.md", "a_z"), ("browse/a-z-a.md", "a_z:a"), ("browse/a-z-a-2.md", "a_z:a-2"),
        ("browse/a-z-o.md", "a_z:o"),
    ]  # fmt: skip
    top = index("", here, LINKS)
    assert top.groups == ()
    assert [one.url for one in top.letters] == ["../a_z:a/", "../a_z:a-2/", "../a_z:o/"]
    assert [(one.first, one.last, one.part) for one in top.letters] == [
        ("A1", "A2", 1), ("A3", "A3", 2), ("Ö", "Ö", 0),
    ]  # fmt: skip
    assert names(index("a-2", here, LINKS)) == {"A": ["A3"]}
    assert index("a-2", here, LINKS).whole == "../a_z/"
    assert title("", here) == "SOPs from A to Z"
    assert title("a-2", here) == "SOPs from A to Z: A (A3 … A3)"
    assert title("o", here) == "SOPs from A to Z: O"


def test_every_name_stands_on_one_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(a_z, "MOST", 3)
    here = department(**{f"sop_{number}": named(f"{number % 7} case") for number in range(20)})
    found = [index(page.about, here, LINKS) for page in pages(here)]
    urls = [one.sop.url for view in found for group in view.groups for one in group.entries]
    assert len(urls) == len(set(urls)) == 20
    assert all(len(group.entries) <= 3 for view in found for group in view.groups)


def test_an_empty_department_says_so() -> None:
    assert "No SOP is listed yet." in printed("a_z.html", index("", department(), LINKS))


def test_hostile_words_are_text() -> None:
    html = printed("a_z.html", index("", department(call=hostile("x")), LINKS))
    assert "<img" not in html
    assert html.count("&lt;img") == 4
