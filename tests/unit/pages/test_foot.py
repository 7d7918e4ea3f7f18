"""The foot of a page, and what belongs together."""

from sopbook.core.library import Library
from sopbook.core.model import Status
from sopbook.pages.render import Renderer
from sopbook.pages.site import Links, Site, site
from sopbook.pages.views.foot import foot
from sopbook.pages.views.reference import SopLink, sop_link


def groups(name: str, library: Library, here: Site, links: Links) -> dict[str, list[str]]:
    """List the related SOPs' titles by relation."""
    view = foot(library.sops[name], here, links)
    return {group.key: [link.title for link in group.sops] for group in view.groups}


def test_both_ends_of_every_relation(library: Library, here: Site, links: Links) -> None:
    assert groups("complaint-call", library, here, links) == {
        "replaces": ["Old complaint"],
        "improved_by": ["Better call"],
        "runs": ["Refund"],
        "related": ["Refund"],
    }
    assert groups("refund", library, here, links) == {
        "run_by": ["Complaint call"],
        "related": ["Complaint call"],
    }
    assert groups("better-call", library, here, links) == {"improves": ["Complaint call"]}
    assert groups("old-complaint", library, here, links) == {"replaced_by": ["Complaint call"]}


def test_a_name_without_an_sop_is_shown_as_typed(here: Site, links: Links) -> None:
    assert sop_link("gone", here, links) == SopLink("gone", "")
    assert sop_link("better-call", here, links).status is Status.DRAFT


def test_each_source_can_be_edited(
    library: Library, here: Site, links: Links, renderer: Renderer
) -> None:
    view = foot(library.sops["complaint-call"], here, links)
    assert [source.url for source in view.sources] == [
        "https://git.example.com/edit/complaints/complaint-call.workflow.yml",
        "https://git.example.com/edit/complaints/complaint-call.md",
    ]
    html = renderer.foot(view)
    assert "Edit the workflow" in html
    assert "Edit the text" in html
    assert "Report a problem" in html


def test_nothing_is_linked_where_nothing_is_configured(
    library: Library, here: Site, renderer: Renderer
) -> None:
    view = foot(library.sops["complaint-call"], site(here.names), Links(sop=lambda _: "x"))
    assert (view.sources, view.report) == ((), "")
    assert "Report" not in renderer.foot(view)
