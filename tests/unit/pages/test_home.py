"""The home: search first, who the reader is, and what those who lead look after."""

import datetime as dt
from dataclasses import replace

import pytest

from sopbook.core.model import Review, Status
from sopbook.pages.render import Renderer
from sopbook.pages.site import Links, Site, site
from sopbook.pages.views.home import REVIEWS, finding, home
from tests.unit.pages.department import bare


@pytest.fixture
def own(links: Links) -> Links:
    """Give a site with all of our pages."""
    return replace(links, own=lambda key: f"../{key.replace(':', '-')}/")


def due(here: Site, count: int) -> Site:
    """Give the department SOPs of which each is to be reviewed, the last one first."""
    sops = (
        bare(f"sop-{n}", status=Status.APPROVED, review=Review(by=dt.date(2027, 1, 30 - n)))
        for n in range(count)
    )
    library = replace(here.library, sops={sop.id: sop for sop in sops})
    return site(replace(here.names, library=library))


def test_search_leads_to_all_names_without_scripts(
    here: Site, own: Links, renderer: Renderer
) -> None:
    html = renderer.page("finding_home.html", finding(here, own))
    assert 'href="../a_z/" data-sopbook-search' in html


def test_where_nothing_can_be_looked_up_there_is_no_search(here: Site, links: Links) -> None:
    assert finding(here, links).search == ""


def test_the_reader_chooses_among_those_who_work_by_an_sop(here: Site, own: Links) -> None:
    choices = {choice.id: choice for choice in finding(here, own).choices}
    assert "chatbot" not in choices
    assert "customer" not in choices
    assert choices["agent"].url == "../role-agent/"
    assert choices["agent"].sops == "../all/?role=agent"


def test_those_to_whom_others_escalate_lead(here: Site, own: Links) -> None:
    leads = {choice.id: choice.leads for choice in finding(here, own).choices}
    assert leads["team-lead"]
    assert not leads["agent"]


def test_the_reviews_due_first_are_shown(here: Site, own: Links, renderer: Renderer) -> None:
    view = home(due(here, REVIEWS + 3), own, 2)
    assert view.duties
    assert [row.sop.title for row in view.duties.reviews] == [
        f"Sop {n}" for n in range(REVIEWS + 2, 2, -1)
    ]
    html = renderer.page("home.html", view)
    assert 'data-sopbook-after="2027-01-23"' in html
    assert 'href="../all/?review=overdue"' in html
    assert 'href="../all/?sort=review"' in html


def test_leads_see_what_they_look_after(here: Site, own: Links, renderer: Renderer) -> None:
    html = renderer.page("home.html", home(here, own, 2))
    assert html.index("All SOPs") < html.index("For those who lead")
    assert ">2 findings of the checks</a>" in html
    assert ">1 draft</a>" in html
    assert 'href="../improvement/"' in html


def test_a_site_without_pages_for_leads_has_no_such_part(here: Site, links: Links) -> None:
    assert home(here, links, 2).duties is None


def test_the_pages_that_list_things_are_linked(here: Site, own: Links, renderer: Renderer) -> None:
    html = renderer.page("home.html", home(here, own, 0))
    for key in ("all", "matrix", "a_z", "people", "escalation_map", "measures", "learning"):
        assert f'href="../{key}/"' in html
