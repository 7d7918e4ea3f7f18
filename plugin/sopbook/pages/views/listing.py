"""The list of SOPs for a home page: by why customers come, by how, and all of them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sopbook.core.fold import fold
from sopbook.core.model import Ref, Sop, Status
from sopbook.pages.newest import NEWEST
from sopbook.pages.own import NEWS
from sopbook.pages.site import Links, Site
from sopbook.pages.views.leads import Neighbour, neighbours

IN_FORCE = frozenset({Status.REVIEW, Status.APPROVED})
"""Drafts are not in force yet, retired SOPs no more."""
FEW = 8
"""So many SOPs are seen at a glance: to sort them would show the same ones three times."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One SOP in the list."""

    id: str
    title: str
    url: str
    summary: str
    status: Status
    channels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """SOPs under one heading; without `id` and `title`: those that belong under no other."""

    id: str
    title: str
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """SOPs in force by reason, by channel, and all by title; then those still being written.

    Where there are few, there are no shelves. Pages for leads come last, out of agents' way; `news`
    is where what is new stands, "" for nowhere; `is_told` where returning readers are reminded.
    """

    reasons: tuple[Shelf, ...]
    channels: tuple[Shelf, ...]
    tiles: tuple[Tile, ...]
    drafts: tuple[Tile, ...]
    neighbours: tuple[Neighbour, ...]
    is_told: bool
    news: str


def listing(site: Site, links: Links) -> Listing:
    """List the SOPs, but not the retired ones; a heading without any is left out."""
    organisation, names = site.library.organisation, site.names
    every = site.listed.values()
    sops = tuple(sop for sop in every if sop.card.status in IN_FORCE)
    drafts = (sop for sop in every if sop.card.status is Status.DRAFT)
    tiles = tuple(_tile(sop, site, links) for sop in sops)
    pairs = tuple(zip(sops, tiles, strict=True)) if len(sops) > FEW else ()
    reasons = tuple((sop.card.reasons, tile) for sop, tile in pairs)
    channels = tuple((sop.card.channels, tile) for sop, tile in pairs)
    return Listing(
        reasons=tuple(_shelves(organisation.reasons, names.reason, reasons)),
        channels=tuple(_shelves(organisation.channels, names.channel, channels)),
        tiles=_by_title(tiles),
        drafts=_by_title(_tile(sop, site, links) for sop in drafts),
        neighbours=neighbours(links),
        is_told=bool(links.page(NEWEST)),
        news=links.own(NEWS.part),
    )


def _by_title(tiles: Iterable[Tile]) -> tuple[Tile, ...]:
    return tuple(sorted(tiles, key=lambda tile: (fold(tile.title), tile.url)))


def _shelves(
    known: Iterable[str],
    title: Callable[[str], str],
    tiles: tuple[tuple[tuple[Ref, ...], Tile], ...],
) -> Iterator[Shelf]:
    for name in known:
        kept = tuple(tile for refs, tile in tiles if name in map(str, refs))
        if kept:
            yield Shelf(name, title(name), kept)
    rest = tuple(tile for refs, tile in tiles if not refs)
    if rest:
        yield Shelf("", "", rest)


def _tile(sop: Sop, site: Site, links: Links) -> Tile:
    channels = tuple(site.names.channel(ref.target) for ref in sop.card.channels)
    return Tile(sop.id, sop.title, links.sop(sop.id), sop.card.summary, sop.card.status, channels)
