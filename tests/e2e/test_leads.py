"""A department with nearly every finding there is: its leads can read and use the pages."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import expect

from sopbook.checks import findings_of
from sopbook.checks.rule import EXAMPLE, files_of, page_of
from sopbook.checks.rules import RULES
from sopbook.core.diagnostic import Severity
from sopbook.core.reading import read_library
from tests.conftest import PROJECT
from tests.e2e.conftest import Visit, served
from tests.e2e.test_keyboard import walk
from tests.e2e.test_pages import COLOURS, findings
from tests.examples import ORGANISATION, with_card
from tests.site.workshop import Preview, make, write

PAGES = ("leads/findings.html", "leads/improvement.html", "leads/rules.html")
HOSTILE = '<img src=x onerror=alert(1)> <b>"bold"</b>'


def bad_sops() -> Iterator[tuple[str, str]]:
    """What fails, of each rule that a site can be made in spite of."""
    for code, rule in RULES.items():
        example = page_of(rule).fails
        if not rule.is_fixed and list(files_of(example)) == [EXAMPLE]:
            name, text = f"{code.lower()}.workflow.yml", with_card(example)
            files = {"organisation.yml": ORGANISATION.encode(), name: text.encode()}
            if not any(RULES[one.code].is_fixed for one in findings_of(read_library(files))):
                yield name, text


def department() -> Mapping[str, str]:
    waived = with_card(page_of(RULES["SOP210"]).fails).replace(
        "  - do: Write to the customer\n",
        f"  - do: Write to the customer\n    allow: {{SOP210: '{HOSTILE}'}}\n"
        f"    automate: '{HOSTILE}'\n",
    )
    hostile = with_card(page_of(RULES["SOP211"]).fails).replace(
        "title: Example", f"title: '{HOSTILE}'"
    )
    return {
        "organisation.yml": ORGANISATION, "waived.workflow.yml": waived,
        "hostile.workflow.yml": hostile, **dict(bad_sops()),
    }  # fmt: skip


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the department's site."""
    mild = {code: "warning" for code, rule in RULES.items()
            if rule.severity is Severity.ERROR and not rule.is_fixed}  # fmt: skip
    demo = yaml.safe_load((PROJECT / "mkdocs.yml").read_text(encoding="utf-8"))
    site: Path = make(
        tmp_path_factory.mktemp("bad"),
        department(),
        strict=False,
        theme=demo["theme"],
        use_directory_urls=False,
        plugins=["search", {"sopbook": {"checks": mild}}],
        repo_url="https://git.example.com/bad/sops",
        edit_uri="edit/main/sops/",
    )
    with served(site) as address:
        yield address


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("width", [1280, 320])
def test_everybody_can_read_them(visit: Visit, bad: str, page: str, width: int) -> None:
    found = visit(page, width=width, home=bad)
    troubles = [f"{name}: {it}" for name, media in COLOURS.items() for it in findings(found, media)]
    assert not troubles, "\n".join(troubles)


@pytest.mark.parametrize("width", [1280, 360])
def test_the_keyboard_gets_everywhere(visit: Visit, bad: str, width: int) -> None:
    troubles = walk(visit(PAGES[0], width=width, home=bad))
    assert not troubles, "\n".join(troubles)


def test_from_a_finding_to_its_rule_and_to_the_sop(visit: Visit, bad: str) -> None:
    page = visit(PAGES[0], home=bad)
    page.locator("#in-sop210 ~ ol a", has_text="SOP210").click()
    page.wait_for_url("**/leads/rules.html#sop210")
    expect(page.locator("#sop210")).to_be_in_viewport()
    page.go_back()
    page.locator("#in-sop210 a").click()
    page.locator("#step-write-to-the-customer").wait_for()


def test_what_is_hostile_is_text(visit: Visit, bad: str) -> None:
    for path in PAGES[:2]:
        page = visit(path, home=bad)
        assert HOSTILE in page.locator("article").inner_text()
        assert page.locator("article img").count() == 0


def test_paper_has_all_of_it(visit: Visit, bad: str) -> None:
    page = visit(PAGES[0], home=bad)
    seen = page.locator("li.sopbook-finding")
    page.emulate_media(media="print")
    assert seen.count() == seen.locator("visible=true").count() > 10


@pytest.mark.parametrize("width", [1280, 320])
def test_a_preview_says_what_is_wrong_to_everybody(
    visit: Visit, tmp_path: Path, width: int
) -> None:
    write(tmp_path, {"index.md": "# Home\n", **department()})
    Preview(tmp_path).rebuild()
    with served(tmp_path / "site") as address:
        page = visit("hostile/", width=width, home=address)
        page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
        assert page.locator(".sopbook-findings a", has_text="SOP211").is_visible()
        troubles = findings(page, COLOURS["light"])
    assert not troubles, "\n".join(troubles)
