"""The list of SOPs, and mistakes shown on a page."""

from sopbook.core.diagnostic import Diagnostic, Severity
from sopbook.core.span import Span
from sopbook.pages.render import Renderer
from sopbook.pages.site import Links, Site
from sopbook.pages.views.findings import findings
from sopbook.pages.views.listing import listing


def test_drafts_and_retired_ones_are_out_of_the_way(here: Site, links: Links) -> None:
    view = listing(here, links)
    assert [tile.title for tile in view.tiles] == ["Complaint call", "Greeting", "Refund"]
    assert [(shelf.title, len(shelf.tiles)) for shelf in view.reasons] == [
        ("Order", 1), ("Complaint", 1), ("", 1),
    ]  # fmt: skip
    assert [shelf.title for shelf in view.channels] == ["Phone", "E-mail", ""]


def test_a_heading_counts_in_words(here: Site, links: Links, renderer: Renderer) -> None:
    html = renderer.listing(listing(here, links))
    assert "1 SOP<" in html
    assert "2 SOPs<" in html
    assert ">Other " in html
    assert "In review" in html


def test_mistakes_stand_in_order_with_their_line(renderer: Renderer) -> None:
    found = (
        Diagnostic("SOP201", "Nothing leads to `x`", Span("a.yml", 9), "", Severity.WARNING),
        Diagnostic("SOP105", "`decison` is no kind", Span("a.yml", 6, 11), "Try `ask`."),
    )
    view = findings(found, lambda span: f"line {span.line} <b>", has_page=True)
    assert [mistake.place for mistake in view.mistakes] == ["a.yml:6:11", "a.yml:9:1"]
    html = renderer.findings(view)
    assert "This page has 2 mistakes" in html
    assert "<code>decison</code> is no kind" in html
    assert "line 6 &lt;b&gt;" in html
    assert "Try <code>ask</code>." in html
    assert "Warning:" in html


def test_one_mistake_and_no_good_page(renderer: Renderer) -> None:
    found = (Diagnostic("SOP105", "Wrong", Span("a.yml")),)
    html = renderer.findings(findings(found, lambda _: "", has_page=False))
    assert "This page has a mistake" in html
    assert "last good version" not in html
