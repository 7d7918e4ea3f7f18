"""What is wrong, shown on the page it is in."""

import re
from collections.abc import Iterable
from dataclasses import replace

import pytest

from sopbook import assets
from sopbook.checks.policy import Policy
from sopbook.core.diagnostic import Diagnostic, Related, Severity
from sopbook.core.library import Library
from sopbook.core.reading import Reading
from sopbook.core.span import Span
from sopbook.pages.inspection import Inspection, Quote
from sopbook.pages.render import Renderer
from sopbook.pages.site import Links
from sopbook.pages.views.findings import MOST, Findings, findings

LINES = "title: Call\nsteps:\n  - decison: Open <b>?  \n\n"
ERROR, WARNING, ADVICE = Severity


def inspection(**texts: str) -> Inspection:
    """Know the text of `a.yml`."""
    return Inspection(Reading(Library()), Policy(), texts={"a.yml": LINES, **texts})


def found_on(
    found: Iterable[Diagnostic], links: Links, *, has_page: bool = True, everywhere: bool = False
) -> Findings:
    """Show findings, on the page they are in or on the first one."""
    return findings(found, inspection(), links, has_page=has_page, is_everything=everywhere)


def test_what_must_be_mended_comes_first(links: Links, renderer: Renderer) -> None:
    found = (
        Diagnostic("SOP230", "Nobody is there", Span("a.yml", 1), "", ADVICE),
        Diagnostic("SOP210", "Nothing leads to `x`", Span("a.yml", 2), "", WARNING),
        Diagnostic("SOP110", "`decison` is no kind", Span("a.yml", 3, 5, 3, 12), "Try `ask`."),
    )
    view = found_on(found, links)
    assert [group.severity for group in view.groups] == [ERROR, WARNING, ADVICE]
    html = renderer.findings(view)
    assert "This page has a mistake" in html
    assert "last good version" in html
    assert "<code>decison</code> is no kind" in html
    assert "- <mark>decison</mark>: Open &lt;b&gt;?</code>" in html
    assert "Try <code>ask</code>." in html
    assert html.index("1 mistake<") < html.index("1 warning<") < html.index("1 piece of advice")


def test_what_is_no_mistake_is_not_called_one(links: Links, renderer: Renderer) -> None:
    found = [Diagnostic("SOP210", "Nothing leads here", Span("a.yml", line), severity=WARNING)
             for line in (1, 2)]  # fmt: skip
    html = renderer.findings(found_on(found, links))
    assert "mistake" not in html
    assert "The checks say something about this page" in html
    assert "2 warnings" in html
    assert "last good version" not in html
    everywhere = renderer.findings(found_on(found, links, everywhere=True))
    assert "The checks say something about the SOPs" in everywhere


def test_a_finding_leads_to_its_rule_and_to_where_it_is_mended(
    links: Links, renderer: Renderer
) -> None:
    also = (Related("the first", Span("b.yml", 2, 3)),)
    found = (Diagnostic("SOP201", "Two steps", Span("a.yml", 3), related=also),)
    own = replace(links, own=lambda part: f"../leads/{part}/")
    html = renderer.findings(found_on(found, own))
    assert 'href="../leads/rules/#sop201"' in html
    assert 'href="https://git.example.com/edit/a.yml"' in html
    assert "the first: <code>b.yml:2:3</code>" in html
    bare = renderer.findings(found_on(found, Links(sop=lambda _: "")))
    assert "SOP201" in bare
    assert "href" not in bare


def test_thousands_are_not_shown(links: Links, renderer: Renderer) -> None:
    found = [Diagnostic("SOP105", "Wrong", Span("a.yml", line)) for line in range(MOST + 3)]
    html = renderer.findings(found_on(found, links, everywhere=True))
    assert f"The SOPs have {MOST + 3} mistakes" in html
    assert html.count("<li>") == MOST
    assert "3 more are not shown." in html


def test_no_good_page_is_promised_where_there_is_none(links: Links, renderer: Renderer) -> None:
    found = (Diagnostic("SOP105", "Wrong", Span("a.yml")),)
    html = renderer.findings(found_on(found, links, has_page=False))
    assert "This page has a mistake" in html
    assert "last good version" not in html


@pytest.mark.parametrize(
    "language, count, heading",
    [
        ("en", 1, "The SOPs have a mistake"),
        ("en", 2, "The SOPs have 2 mistakes"),
        ("ro", 1, "În proceduri este o greșeală"),
        ("ro", 2, "În proceduri sunt 2 greșeli"),
        ("ro", 20, "În proceduri sunt 20 de greșeli"),
    ],
)
def test_the_first_page_speaks_of_all_sops(
    language: str, count: int, heading: str, links: Links
) -> None:
    found = [Diagnostic("SOP105", "Wrong", Span("a.yml", line)) for line in range(count)]
    view = found_on(found, links, everywhere=True)
    assert heading in Renderer(assets.words(language), str).findings(view)


@pytest.mark.parametrize(
    "span, quote",
    [
        (Span("a.yml", 3, 5, 3, 12), Quote("- ", "decison", ": Open <b>?")),
        (Span("a.yml", 3, 3, 4, 1), Quote("", "- decison: Open <b>?", "")),
        (Span("a.yml"), None),
        (Span("a.yml", 4, 1, 4, 2), None),
        (Span("a.yml", 9, 1, 9, 2), None),
        (Span("b.yml", 1, 1, 1, 2), None),
    ],
)
def test_the_line_is_quoted_and_marked(span: Span, quote: Quote | None) -> None:
    assert inspection().quote(span) == quote


def test_a_long_line_is_cut() -> None:
    quote = inspection(**{"a.yml": "do: " + "x" * 500}).quote(Span("a.yml", 1, 5, 1, 505))
    assert quote
    assert re.fullmatch(r"x{196}…", quote.marked)
