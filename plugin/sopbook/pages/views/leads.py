"""The way from one page for leads to the others."""

from dataclasses import dataclass

from sopbook.pages.own import LEADS, NEWS
from sopbook.pages.site import Links


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A page for leads; `part` names its words."""

    part: str
    url: str
    is_here: bool


def neighbours(links: Links, here: str = "") -> tuple[Neighbour, ...]:
    """List the pages for leads that the site has; `here` is the part of the page one is on.

    From one of them it is a step to what is new; where all SOPs are listed, that has its own place.
    """
    pages = (*LEADS, NEWS) if here else LEADS
    found = ((page.part, links.own(page.part)) for page in pages)
    return tuple(Neighbour(part, url, part == here) for part, url in found if url)
