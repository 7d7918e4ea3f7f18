"""The list of SOPs for a home page: by why customers come, and by how."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sopbook.core.fold import fold
from sopbook.core.model import Ref, Sop, Status
from sopbook.pages.site import Links, Site

SHOWN = frozenset({Status.REVIEW, Status.APPROVED})
"""Drafts are not in force yet, retired SOPs no more."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One SOP in the list."""

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
    """The same SOPs three times: by reason, by channel, and all of them by title."""

    reasons: tuple[Shelf, ...]
    channels: tuple[Shelf, ...]
    tiles: tuple[Tile, ...]


def listing(site: Site, links: Links) -> Listing:
    """List the SOPs that are in force; a heading without any is left out."""
    organisation, names = site.library.organisation, site.names
    sops = tuple(sop for sop in site.library.sops.values() if sop.card.status in SHOWN)
    tiles = tuple(_tile(sop, site, links) for sop in sops)
    reasons = tuple(zip((sop.card.reasons for sop in sops), tiles, strict=True))
    channels = tuple(zip((sop.card.channels for sop in sops), tiles, strict=True))
    return Listing(
        reasons=tuple(_shelves(organisation.reasons, names.reason, reasons)),
        channels=tuple(_shelves(organisation.channels, names.channel, channels)),
        tiles=tuple(sorted(tiles, key=lambda tile: (fold(tile.title), tile.url))),
    )


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
    return Tile(sop.title, links.sop(sop.id), sop.card.summary, sop.card.status, channels)
