"""Onboarding paths in a site as the host builds it."""

import json
import re
from pathlib import Path

from tests.site.workshop import ORGANISATION, make

PATHS = f"""{ORGANISATION}
paths:
  week: {{title: First week, for: agents, within: 1 week, sops: [call, mail]}}
"""
MAIL = "---\ntitle: Mail\nresponsible: agent\n---\n\nAnswer every question.\n"
FILES = {"organisation.yml": PATHS, "mail.md": MAIL}
SEND = "mailto:t@example.com?subject={title}&body={progress}"


def read(site: Path, path: str) -> str:
    """Read a page."""
    return (site / path / "index.html").read_text(encoding="utf-8")


def test_a_path_has_a_page_and_its_sops_say_so(tmp_path: Path) -> None:
    """The way goes from all paths to one, to its SOPs, and on from each."""
    site = make(tmp_path, FILES)
    assert 'href="week/"' in read(site, "learn")
    path = read(site, "learn/week")
    assert re.findall(r'href="(\.\./\.\./[a-z]+/\?path=week)"', path) == [
        "../../call/?path=week",
        "../../mail/?path=week",
    ]
    assert 'href="../../call/?walk"' in path
    assert "<title>First week - Test</title>" in path
    for section in ("order", "keep"):
        assert f'href="#sopbook-{section}"' in path
    call = read(site, "call")
    assert '<a href="../learn/week/">First week</a> (1 of 2)' in call
    assert '<a rel="next" href="../mail/?path=week">Mail</a>' in call
    assert 'rel="next" href="../mail/?path' not in read(site, "mail")


def test_without_paths_there_are_no_such_pages(tmp_path: Path) -> None:
    """Nor do SOPs pay for them."""
    site = make(tmp_path, {})
    assert not (site / "learn").exists()
    assert not (site / "leads/training").exists()
    assert "sopbook-paths" not in read(site, "call")


def test_trainers_have_a_page_of_their_own(tmp_path: Path) -> None:
    """It is one of those for leads, and can be left out with them."""
    site = make(tmp_path / "with", FILES)
    assert 'href="../training/"' in read(site, "leads/improvement")
    assert "First week" in read(site, "leads/training")
    plugins = ["search", {"sopbook": {"leads": False}}]
    site = make(tmp_path / "without", FILES, plugins=plugins)
    assert not (site / "leads/training").exists()
    assert (site / "learn/week/index.html").exists()


def test_the_address_of_who_trains_is_set(tmp_path: Path) -> None:
    """What only the browser knows stays to be filled in there."""
    plugins = ["search", {"sopbook": {"training": SEND}}]
    page = read(make(tmp_path / "set", FILES, plugins=plugins), "learn/week")
    assert (
        'data-sopbook-send="mailto:t@example.com?subject=First%20week&amp;body={progress}"' in page
    )
    harm = ["search", {"sopbook": {"training": "javascript:alert(1)"}}]
    page = read(make(tmp_path / "harm", FILES, plugins=harm), "learn/week")
    assert 'data-sopbook-send=""' in page
    assert "javascript:alert" not in page


def test_where_nobody_is_named_these_pages_name_nobody(tmp_path: Path) -> None:
    """Neither for whom a path is, nor whom a case is handed to."""
    flow = "title: Refund\nresponsible: agent\nsteps:\n  - do: Ask\n    by: agent\n"
    flow += "  - do: Pay\n    by: ana\n  - end: Paid\n"
    files = FILES | {
        "refund.workflow.yml": flow,
        "organisation.yml": PATHS.replace("[call, mail]", "[refund, mail]").replace(
            "  lead: {title: Team lead, people: [ana]}",
            "  lead: {title: Team lead, people: [bo]}",
        ).replace("roles:", "  bo: {name: Bo Larsen}\nroles:", 1),
    }  # fmt: skip
    plugins = ["search", {"sopbook": {"contacts": "roles"}}]
    site = make(tmp_path, files, plugins=plugins)
    for path in ("learn", "learn/week", "leads/training"):
        assert "Ionescu" not in read(site, path)
        assert "Larsen" not in read(site, path)


def test_search_does_not_find_the_buttons(tmp_path: Path) -> None:
    """Nor the words of the boxes."""
    site = make(tmp_path, FILES)
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    assert not [entry for entry in index["docs"] if "I have read it" in entry["text"]]
