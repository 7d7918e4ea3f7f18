"""The list of SOPs."""

from dataclasses import replace

from sopbook.core.library import Library
from sopbook.core.model import Status
from sopbook.pages.render import Renderer
from sopbook.pages.site import Links, Site, site
from sopbook.pages.views.home import home
from sopbook.pages.views.listing import FEW, MANY, listing
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


def shown(renderer: Renderer, here: Site, links: Links) -> str:
    return renderer.page("home.html", home(here, links, 0))


def test_what_is_not_in_force_is_out_of_the_way(here: Site, links: Links) -> None:
    view = listing(here, links)
    assert [tile.title for tile in view.tiles] == ["Complaint call", "Greeting", "Refund"]
    assert [tile.title for tile in view.drafts] == ["Better call"]


def test_where_there_are_many_they_stand_by_reason_and_by_channel(here: Site, links: Links) -> None:
    view = listing(grown(here, FEW + 1), links)
    assert [(shelf.title, len(shelf.tiles)) for shelf in view.reasons] == [
        ("Order", 7), ("Complaint", 1), ("", 2),
    ]  # fmt: skip
    assert [shelf.title for shelf in view.channels] == ["Phone", "E-mail", ""]


def test_few_are_shown_once(here: Site, links: Links, renderer: Renderer) -> None:
    view = listing(grown(here, FEW), links)
    assert len(view.tiles) == FEW
    assert (view.reasons, view.channels) == ((), ())
    html = shown(renderer, grown(here, FEW), links)
    assert html.count('href="../refund/"') == 1


def test_a_department_that_begins_sees_its_drafts(
    here: Site, links: Links, renderer: Renderer
) -> None:
    html = shown(renderer, only(here, Status.DRAFT), links)
    assert ">Being written, not in force yet<" in html
    assert html.index('href="../answer/"') < html.index('href="../welcome/"')
    assert html.count("sopbook-badge--draft") == 2
    assert "All SOPs" not in html


def test_what_is_retired_is_not_listed(here: Site, links: Links, renderer: Renderer) -> None:
    html = shown(renderer, only(here, Status.RETIRED), links)
    assert "<h2" not in html
    assert "href" not in html


def test_a_heading_counts_in_words(here: Site, links: Links, renderer: Renderer) -> None:
    html = shown(renderer, grown(here, FEW + 1), links)
    assert "1 SOP<" in html
    assert "7 SOPs<" in html
    assert ">No reason named " in html
    assert "In review" in html


def test_many_are_counted_and_a_page_with_all_of_them_is_asked(
    here: Site, links: Links, renderer: Renderer
) -> None:
    large, own = grown(here, MANY + 1), replace(links, own=lambda key: f"../{key}/")
    view = listing(large, own)
    assert view.is_large
    assert (view.tiles, view.drafts) == ((), ())
    assert [(each.title, each.count, each.url) for each in view.reasons] == [
        ("Order", 59, "../all/?reason=order"),
        ("Complaint", 1, "../all/?reason=complaint"),
        ("", 2, "../all/?reason=-"),
    ]
    html = shown(renderer, large, own)
    assert 'href="../all/?channel=phone"' in html
    assert 'href="../all/?status=draft"' in html
    assert 'href="../refund/"' not in html


def test_without_a_page_with_all_of_them_they_are_counted_still(
    here: Site, links: Links, renderer: Renderer
) -> None:
    html = shown(renderer, grown(here, MANY + 1), links)
    assert "59 SOPs" in html
    assert "?reason=" not in html


def test_an_sop_says_whom_it_concerns(here: Site, links: Links) -> None:
    view = listing(here, links)
    assert view.tiles[0].roles == ("agent", "team-lead")
