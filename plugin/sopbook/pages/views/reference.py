"""Links from one SOP to another."""

from collections.abc import Iterable
from dataclasses import dataclass

from sopbook.core.model import Status
from sopbook.pages.site import Links, Site


@dataclass(frozen=True, slots=True)
class SopLink:
    """Another SOP: its title, its page, its state (None: there is no such SOP)."""

    title: str
    url: str
    status: Status | None = None


def sop_link(name: str, site: Site, links: Links) -> SopLink:
    """Link an SOP; a name that means none is shown as typed, without a link."""
    sop = site.library.sops.get(name)
    return SopLink(sop.title, links.sop(name), sop.card.status) if sop else SopLink(name, "")


def sop_links(names: Iterable[str], site: Site, links: Links) -> tuple[SopLink, ...]:
    """Link several SOPs."""
    return tuple(sop_link(name, site, links) for name in names)
