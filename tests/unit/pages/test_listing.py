"""The list of SOPs."""

from dataclasses import replace

from sopbook.core.library import Library
from sopbook.core.model import Status
from sopbook.pages.render import Renderer
from sopbook.pages.site import Links, Site, site
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


def test_leads_find_their_pages_below_all_sops(
    here: Site, links: Links, renderer: Renderer
) -> None:
    own = replace(links, own=lambda part: f"../leads/{part}/")
    html = renderer.listing(listing(here, own))
    assert html.index("All SOPs") < html.index("For those who lead")
    assert 'href="../leads/checked/"' in html
    assert "For those who lead" not in renderer.listing(listing(here, links))
