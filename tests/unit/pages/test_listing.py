"""The list of SOPs, and mistakes shown on a page."""

from dataclasses import replace

import pytest

from sopbook import assets
from sopbook.core.diagnostic import Diagnostic, Severity
from sopbook.core.library import Library
from sopbook.core.model import Status
from sopbook.core.span import Span
from sopbook.pages.render import Renderer
from sopbook.pages.site import Links, Site, site
from sopbook.pages.views.findings import findings
from sopbook.pages.views.listing import FEW, listing
from tests.unit.pages.department import bare, ref


def grown(here: Site, count: int) -> Site:
    """Give the department so many SOPs in force; it has three."""
    more = {
        name: bare(name, status=Status.APPROVED, reasons=(ref("order"),))
        for name in (f"order-{number}" for number in range(3, count))
    }
    library = here.library
    return site(replace(here.names, library=replace(library, sops={**library.sops, **more})))


def only(here: Site, status: Status) -> Site:
    """Leave the department two SOPs, both in this state."""
    sops = {name: bare(name, status=status) for name in ("welcome", "answer")}
    return site(replace(here.names, library=Library(sops, here.library.organisation)))


def test_what_is_not_in_force_is_out_of_the_way(here: Site, links: Links) -> None:
    view = listing(here, links)
    assert [tile.title for tile in view.tiles] == ["Complaint call", "Greeting", "Refund"]
    assert [tile.title for tile in view.drafts] == ["Better call"]


def test_where_there_are_many_they_stand_by_reason_and_by_channel(here: Site, links: Links) -> None:
    view = listing(grown(here, FEW + 1), links)
    assert [(shelf.title, len(shelf.tiles)) for shelf in view.reasons] == [
        ("Order", 7), ("Complaint", 1), ("", 1),
    ]  # fmt: skip
    assert [shelf.title for shelf in view.channels] == ["Phone", "E-mail", ""]


def test_few_are_shown_once(here: Site, links: Links, renderer: Renderer) -> None:
    view = listing(grown(here, FEW), links)
    assert len(view.tiles) == FEW
    assert (view.reasons, view.channels) == ((), ())
    assert renderer.listing(view).count('href="../refund/"') == 1


def test_a_department_that_begins_sees_its_drafts(
    here: Site, links: Links, renderer: Renderer
) -> None:
    html = renderer.listing(listing(only(here, Status.DRAFT), links))
    assert ">Being written, not in force yet<" in html
    assert html.index('href="../answer/"') < html.index('href="../welcome/"')
    assert html.count("sopbook-badge--draft") == 2
    assert "All SOPs" not in html


def test_what_is_retired_is_not_listed(here: Site, links: Links, renderer: Renderer) -> None:
    html = renderer.listing(listing(only(here, Status.RETIRED), links))
    assert "<h2" not in html
    assert "href" not in html


def test_a_heading_counts_in_words(here: Site, links: Links, renderer: Renderer) -> None:
    html = renderer.listing(listing(grown(here, FEW + 1), links))
    assert "1 SOP<" in html
    assert "7 SOPs<" in html
    assert ">Other " in html
    assert "In review" in html


def test_mistakes_stand_in_order_with_their_line(renderer: Renderer) -> None:
    found = (
        Diagnostic("SOP201", "Nothing leads to `x`", Span("a.yml", 9), "", Severity.WARNING),
        Diagnostic("SOP105", "`decison` is no kind", Span("a.yml", 6, 11), "Try `ask`."),
    )
    view = findings(found, lambda span: f"line {span.line} <b>", has_page=True, is_everything=False)
    assert [mistake.place for mistake in view.mistakes] == ["a.yml:6:11", "a.yml:9:1"]
    html = renderer.findings(view)
    assert "This page has 2 mistakes" in html
    assert "<code>decison</code> is no kind" in html
    assert "line 6 &lt;b&gt;" in html
    assert "Try <code>ask</code>." in html
    assert "Warning:" in html


def test_one_mistake_and_no_good_page(renderer: Renderer) -> None:
    found = (Diagnostic("SOP105", "Wrong", Span("a.yml")),)
    view = findings(found, lambda _: "", has_page=False, is_everything=False)
    html = renderer.findings(view)
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
def test_the_first_page_speaks_of_all_sops(language: str, count: int, heading: str) -> None:
    found = tuple(Diagnostic("SOP105", "Wrong", Span("a.yml", line)) for line in range(count))
    view = findings(found, lambda _: "", has_page=True, is_everything=True)
    assert heading in Renderer(assets.words(language), str).findings(view)
