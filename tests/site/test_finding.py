"""What search finds in a site, and what it must not."""

import json
from pathlib import Path

from tests.site.workshop import found, known, make

DRAFT = """---
title: New way
summary: How it will be.
status: draft
responsible: agent
---
Text.
"""


def page(site: Path, path: str) -> str:
    """Read a page."""
    return (site / path).read_text(encoding="utf-8")


def test_search_finds_steps_and_nobody_s_contacts(tmp_path: Path) -> None:
    """Each step can be found, and opened; phone numbers and addresses are not indexed."""
    site = make(tmp_path, {})
    [sop] = [row for row in found(site) if row[1] == "call"]
    assert (sop[3], sop[8][0][:3]) == ("call/", ["step-customer-calls", 1, "Customer calls"])
    assert "ana" in known(site)
    assert not {word for word in known(site) if "example" in word or "555" in word}
    assert "@" not in json.dumps(found(site))
    assert "ana@example.com" in page(site, "call/index.html")


def test_search_finds_contacts_where_the_site_says_so(tmp_path: Path) -> None:
    """A phone number is found from any of its digits on."""
    plugins = ["search", {"sopbook": {"search_contacts": True}}]
    words = known(make(tmp_path, {}, plugins=plugins))
    assert {"40215550100", "5550100", "example"} <= words


def test_drafts_are_found_unless_the_site_hides_them(tmp_path: Path) -> None:
    """They keep their page."""
    files = {"new.md": DRAFT}
    hidden = ["search", {"sopbook": {"drafts": False}}]
    assert "new" in {row[1] for row in found(make(tmp_path / "all", files))}
    site = make(tmp_path / "few", files, plugins=hidden)
    assert "new" not in {row[1] for row in found(site)}
    assert "New way" in page(site, "new/index.html")


def test_pages_and_headings_are_found_where_they_are(tmp_path: Path) -> None:
    """An ordinary page is found by its title, its headings and its text."""
    text = "# Price list\n\nAll prices.\n\n## Lamps & more {#lamps}\n\nCode LX-77.\n\n## Șuruburi\n"
    site = make(tmp_path, {"prices.md": text}, use_directory_urls=False)
    [prices] = [row for row in found(site) if row[0] == "page" and row[2] == "Price list"]
    assert prices[3] == "prices.html"
    anchors = [spot[0] for spot in prices[8]]
    html = page(site, "prices.html")
    assert anchors[1:] == ["lamps", "suruburi"]
    assert all(f'id="{anchor}"' in html for anchor in anchors)
    assert "lx77" in known(site)


def test_a_page_that_is_not_to_be_found_is_not(tmp_path: Path) -> None:
    """The key is the one that authors know from the theme."""
    text = "---\nsearch:\n  exclude: true\n---\n\n# Hidden notes\n"
    site = make(tmp_path, {"notes.md": text})
    assert "Hidden notes" not in {row[2] for row in found(site)}


def test_the_host_takes_no_page_apart_for_its_own_search(tmp_path: Path) -> None:
    """Its index is there, for its script asks for it, and empty."""
    site = make(tmp_path, {"page.md": "# A page\n\nWords.\n"})
    host = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    assert host["docs"] == []


def test_search_knows_the_site_s_own_language(tmp_path: Path) -> None:
    """Indonesian has stems; the interface does not speak it, the theme does."""
    theme = {"name": "material", "font": False, "language": "id"}
    files = {"notes.md": "# Pengembalian dana\n"}
    assert "~embal" in known(make(tmp_path, files, theme=theme))


def test_the_site_s_own_lists_are_found_by_name(tmp_path: Path) -> None:
    """Onboarding paths, what is new, the escalation map: by title, and by other words for them."""
    paths = "paths:\n  week: {title: First week, for: agents, sops: [call]}\n"
    site = make(tmp_path, {"organisation/paths.yml": paths})
    pages = {row[2]: row[3] for row in found(site) if row[0] == "page"}
    assert pages["First week"] == "learn/week/"
    assert pages["Escalation map"] == "people/escalation/"
    assert not {"For trainers", "What’s new"} & set(pages)
    assert {"onboarding", "quiz"} <= known(site)
