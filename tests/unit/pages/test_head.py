"""The head of a page."""

import datetime as dt
from dataclasses import replace

from sopbook.core.library import Library
from sopbook.core.model import Review
from sopbook.pages.render import Renderer
from sopbook.pages.site import Links, Site
from sopbook.pages.views.head import Aim, Pledge, head
from tests.unit.pages.department import time


def test_says_everything_on_the_card(library: Library, here: Site, links: Links) -> None:
    view = head(library.sops["complaint-call"], here, links)
    assert view.channels == ("Phone", "E-mail")
    assert view.audience == ("Agents", "Managers")
    assert view.promise[0] == Pledge("First response", "30 s")
    assert view.aims[0] == Aim(
        "Customer satisfaction (CSAT)",
        "at least 90 %",
        "How many of the customers we ask say that they are satisfied.",
    )
    assert view.approved
    assert view.approved.by == "Head of support"
    assert view.effective
    assert (view.effective.iso, view.effective.text) == ("2026-09-15", "15 September 2026")


def test_the_browser_can_judge_the_dates(
    library: Library, here: Site, links: Links, renderer: Renderer
) -> None:
    html = renderer.head(head(library.sops["complaint-call"], here, links))
    assert 'hidden data-sopbook-after="2027-03-01"' in html
    assert 'hidden data-sopbook-before="2026-09-15"' in html
    assert '<time datetime="2027-03-01">1 March 2027</time>' in html


def test_a_review_by_a_day_is_due_then(library: Library, here: Site, links: Links) -> None:
    sop = library.sops["complaint-call"]
    card = replace(sop.card, review=Review(time("6 months"), by=dt.date(2027, 1, 2)))
    view = head(replace(sop, card=card), here, links)
    assert view.review
    assert view.review.iso == "2027-01-02"


def test_a_promise_is_read_in_one_go(
    library: Library, here: Site, links: Links, renderer: Renderer
) -> None:
    html = renderer.head(head(library.sops["complaint-call"], here, links))
    assert "<div><dt>First response:</dt><dd>30 s</dd></div>" in html


def test_a_draft_says_so_in_words(
    library: Library, here: Site, links: Links, renderer: Renderer
) -> None:
    html = renderer.head(head(library.sops["better-call"], here, links))
    assert "This is a draft" in html
    assert "This is a proposal to improve:" in html
    assert 'href="../complaint-call/"' in html
    assert "To be decided by 31 January 2027." in html


def test_a_retired_one_leads_to_what_replaced_it(
    library: Library, here: Site, links: Links, renderer: Renderer
) -> None:
    html = renderer.head(head(library.sops["old-complaint"], here, links))
    assert "Use instead:" in html
    assert '<a href="../complaint-call/">Complaint call</a>' in html


def test_an_approved_one_has_no_banner_but_the_dates(
    library: Library, here: Site, links: Links, renderer: Renderer
) -> None:
    html = renderer.head(head(library.sops["refund"], here, links))
    assert "sopbook-banner" not in html
    assert "sopbook-badge--approved" in html
    assert not head(library.sops["better-call"], here, links).has_facts
