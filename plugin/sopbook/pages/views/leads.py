"""The way from one page for leads to the others."""

from dataclasses import dataclass

from sopbook.pages.own import LEADS
from sopbook.pages.site import Links


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A page for leads; `part` names its words."""

    part: str
    url: str
    is_here: bool


def neighbours(links: Links, here: str = "") -> tuple[Neighbour, ...]:
    """List the pages for leads that the site has; `here` is the part of the page one is on."""
    found = ((page.part, links.own(page.part)) for page in LEADS)
    return tuple(Neighbour(part, url, part == here) for part, url in found if url)
