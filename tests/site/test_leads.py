"""The pages for those who lead, in a site as the host builds it."""

import re
from pathlib import Path
from typing import Any

import pytest

from sopbook.checks.rules import RULES
from tests.site.workshop import FILES, WORKFLOW, Preview, found, make, said, write

PAGES = ("improvement", "findings", "rules")
GREET = "  - do: Greet\n    by: agent\n"
LOOSE = WORKFLOW.replace(GREET, f"{GREET}    then: solved\n  - do: Wave\n    by: agent\n")
WAIVED = LOOSE.replace("do: Wave", "do: Wave\n    allow: {SOP210: we miss it}")


def read(site: Path, path: str) -> str:
    """Read a page."""
    return (site / path / "index.html").read_text(encoding="utf-8")


def with_settings(**settings: Any) -> dict[str, Any]:
    """Set the plugin up."""
    return {"plugins": ["search", {"sopbook": settings}]}


def test_leads_find_them_and_agents_do_not(tmp_path: Path) -> None:
    """They are linked below the list of SOPs, and neither in the navigation nor in the search."""
    site = make(tmp_path, {})
    home = read(site, "")
    for name in PAGES:
        assert home.count(f'href="leads/{name}/"') == 1
        assert f"leads/{name}/" not in read(site, "call")
        assert '<h1 id="sopbook-top">' in read(site, f"leads/{name}")
    assert not [row for row in found(site) if row[3].startswith("leads")]


def test_a_navigation_of_one_s_own_may_leave_them_out_or_list_them(tmp_path: Path) -> None:
    """Neither is a warning."""
    nav = [{"Home": "index.md"}, {"Call": "call.md"}]
    with said() as lines:
        make(tmp_path / "out", {}, nav=nav, validation={"omitted_files": "warn"})
    assert not [line for line in lines if "not included" in line]
    site = make(tmp_path / "in", {}, nav=[*nav, {"The rules": "leads/rules.md"}])
    assert 'href="../leads/rules/"' in read(site, "call")


def test_sections_are_in_the_table_of_contents(tmp_path: Path) -> None:
    """Those that are on the page, and no other."""
    off = {code: "off" for code, rule in RULES.items() if not rule.is_fixed}
    site = make(tmp_path, {}, **with_settings(checks=off))
    rules = read(site, "leads/rules")
    assert re.search(r'<a href="#sopbook-flow" class="md-nav__link"', rules)
    findings = read(site, "leads/findings")
    assert 'href="#sopbook-waived"' in findings
    assert 'href="#sopbook-places"' not in findings


def test_authors_may_link_to_a_rule(tmp_path: Path) -> None:
    """To the page, to one of its sections, to a rule: none of them is called a broken link."""
    links = (
        "[a](leads/rules.md#sop210) [b](leads/findings.md) [c](leads/improvement.md#sopbook-ideas)"
    )
    with said() as lines:
        site = make(tmp_path, {"index.md": f"# Home\n\n{links}\n"})
    assert 'href="leads/rules/#sop210"' in read(site, "")
    assert not [line for line in lines if "leads/" in line]


def test_a_department_may_leave_them_out(tmp_path: Path) -> None:
    """`leads: false` makes a site without them, and without links to them."""
    site = make(tmp_path, {}, **with_settings(leads=False))
    assert not (site / "leads").exists()
    assert "leads/" not in read(site, "")


@pytest.mark.parametrize("path", ["leads/rules.md", "leads/rules/index.md"])
def test_an_author_s_page_stays(tmp_path: Path, path: str) -> None:
    """Who writes a page at such an address keeps it; nothing links there as if it were ours."""
    files = {path: "# Our own rules\n", "call.workflow.yml": LOOSE}
    site = make(tmp_path, files, **with_settings(checks={"SOP210": "advice"}))
    assert "Our own rules" in read(site, "leads/rules")
    findings = read(site, "leads/findings")
    assert "SOP210" in findings
    assert ">What the checks look for<" not in read(site, "")
    assert "#sop210" not in findings


def test_an_sop_at_such_an_address_stays(tmp_path: Path) -> None:
    """Not even a workflow without a text has to give way."""
    site = make(tmp_path, {"leads/rules.workflow.yml": WORKFLOW.replace("Complaint", "Odd")})
    assert "Odd call" in read(site, "leads/rules")


def test_what_was_found_is_shown_with_its_line(tmp_path: Path) -> None:
    """The line, the remedy, the rule, the SOP, and where to edit it."""
    settings = with_settings(checks={"SOP210": "advice"})
    settings |= {"repo_url": "https://git.example.com/a/b", "edit_uri": "edit/main/sops/"}
    site = make(tmp_path, {"call.workflow.yml": LOOSE}, **settings)
    html = read(site, "leads/findings")
    assert "<mark>do: Wave</mark>" in html
    assert 'href="../rules/#sop210"' in html
    assert 'href="../../call/"' in html
    assert 'href="https://git.example.com/a/b/edit/main/sops/call.workflow.yml"' in html


def test_what_is_let_stand_is_shown_with_its_reason(tmp_path: Path) -> None:
    """A lead sees what somebody decided to leave as it is."""
    site = make(tmp_path, {"call.workflow.yml": WAIVED})
    html = read(site, "leads/findings")
    assert "we miss it" in html
    assert "<mark>do: Wave</mark>" in html


def test_a_preview_links_findings_to_their_rules(tmp_path: Path) -> None:
    """Warnings are told apart from mistakes, on the page and on the first one."""
    write(tmp_path, FILES | {"call.workflow.yml": LOOSE})
    preview = Preview(tmp_path)
    preview.rebuild()
    page = preview.page("call/index.html")
    assert "The checks say something about this page" in page
    assert 'href="../leads/rules/#sop210"' in page
    assert 'href="leads/rules/#sop210"' in preview.page("index.html")
    assert "<mark>do: Wave</mark>" in preview.page("leads/findings/index.html")


def test_they_speak_the_language_of_the_site(tmp_path: Path) -> None:
    """But the manual, which is English, says so."""
    theme = {"name": "material", "font": False, "language": "ro"}
    html = read(make(tmp_path, {}, theme=theme), "leads/rules")
    assert "Ce caută verificările" in html
    assert '<p lang="en">' in html
