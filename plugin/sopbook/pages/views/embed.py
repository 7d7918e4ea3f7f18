"""An SOP's chart and steps in another page."""

from dataclasses import dataclass

from sopbook.core.model import Sop
from sopbook.diagram.outline import Outline
from sopbook.pages.site import Links, Site
from sopbook.pages.views.reference import SopLink, sop_link
from sopbook.pages.views.steps import Steps, steps


@dataclass(frozen=True, slots=True)
class Embed:
    """The link to the SOP's own page, and its steps."""

    sop: SopLink
    steps: Steps


def prefix(sop_id: str) -> str:
    """Begin the anchors of an embedded chart, so that several on a page do not clash."""
    return f"{sop_id}--"


def embed(sop: Sop, outline: Outline, site: Site, links: Links) -> Embed:
    """Gather what a `flowchart` block of another page shows beside the chart itself."""
    return Embed(
        sop=sop_link(sop.id, site, links),
        steps=steps(sop, outline, site, links, prefix(sop.id)),
    )
