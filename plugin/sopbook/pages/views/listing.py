"""The list of SOPs for a home page: by why customers come, by how, and all of them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sopbook.core.fold import fold
from sopbook.core.model import Ref, Sop, Status
from sopbook.pages.lookup import EVERY, NONE
from sopbook.pages.news.circles import Group, circles_of
from sopbook.pages.site import Links, Site

IN_FORCE = frozenset({Status.REVIEW, Status.APPROVED})
"""Drafts are not in force yet, retired SOPs no more."""
FEW = 8
"""So many SOPs are seen at a glance: to sort them would show the same ones three times."""
MANY = 60
"""Of more nobody reads a list: they are counted, and a page with all of them is asked."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One SOP in the list; `roles` are the ids of those it concerns."""

    id: str
    title: str
    url: str
    summary: str
    status: Status
    channels: tuple[str, ...]
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """SOPs under one heading; without `id` and `title`: those that belong under no other.

    `tiles` is empty where there are too many; all `count` of them are at `url`, "" for nowhere.
    """

    id: str
    title: str
    tiles: tuple[Tile, ...]
    count: int
    url: str


@dataclass(frozen=True, slots=True)
class Listing:
    """SOPs by reason, by channel; those in force by title; then those still being written.

    Where there are few, there are no shelves; where there are too many, no tiles. All are at `all`,
    those being written at `written`; "" for nowhere.
    """

    count: int
    reasons: tuple[Shelf, ...]
    channels: tuple[Shelf, ...]
    tiles: tuple[Tile, ...]
    drafts: tuple[Tile, ...]
    draft_count: int
    all: str
    written: str

    @property
    def is_large(self) -> bool:
        """Say whether there are too many SOPs for a list."""
        return self.count > MANY


def listing(site: Site, links: Links) -> Listing:
    """List the SOPs, but not the retired ones; a heading without any is left out."""
    organisation, names = site.library.organisation, site.names
    every = site.listed.values()
    sops = tuple(sop for sop in every if sop.card.status in IN_FORCE)
    drafts = tuple(sop for sop in every if sop.card.status is Status.DRAFT)
    row = _Rows(site, links, is_large=len(sops) > MANY)
    # Those being written are counted as on the other pages, and bear their mark.
    sorted_ones = tuple(every) if len(sops) > FEW else ()
    reasons = tuple((sop.card.reasons, sop) for sop in sorted_ones)
    channels = tuple((sop.card.channels, sop) for sop in sorted_ones)
    return Listing(
        count=len(sops),
        reasons=tuple(row.shelves("reason", organisation.reasons, names.reason, reasons)),
        channels=tuple(row.shelves("channel", organisation.channels, names.channel, channels)),
        tiles=row.tiles(sops),
        drafts=row.tiles(drafts) if len(drafts) <= MANY else (),
        draft_count=len(drafts),
        all=links.own(EVERY),
        written=filtered(links, "status", Status.DRAFT),
    )


def filtered(links: Links, key: str, value: str) -> str:
    """Lead to all SOPs of one kind; "" where there is no such page."""
    page = links.own(EVERY)
    return f"{page}?{key}={value}" if page else ""


@dataclass(frozen=True, slots=True)
class _Rows:
    """Makes what is listed, with links to it; of too many there are no tiles."""

    site: Site
    links: Links
    is_large: bool

    def shelves(
        self,
        key: str,
        known: Iterable[str],
        title: Callable[[str], str],
        sops: tuple[tuple[tuple[Ref, ...], Sop], ...],
    ) -> Iterator[Shelf]:
        for name in known:
            kept = tuple(sop for refs, sop in sops if name in map(str, refs))
            if kept:
                url = filtered(self.links, key, name)
                yield Shelf(name, title(name), self._kept(kept), len(kept), url)
        rest = tuple(sop for refs, sop in sops if not refs)
        if rest:
            yield Shelf("", "", self._kept(rest), len(rest), filtered(self.links, key, NONE))

    def tiles(self, sops: Iterable[Sop]) -> tuple[Tile, ...]:
        found = self._kept(tuple(sops))
        return tuple(sorted(found, key=lambda tile: (fold(tile.title), tile.url)))

    def _kept(self, sops: tuple[Sop, ...]) -> tuple[Tile, ...]:
        return () if self.is_large else tuple(map(self._tile, sops))

    def _tile(self, sop: Sop) -> Tile:
        names, organisation = self.site.names, self.site.library.organisation
        circles = circles_of(sop, organisation)
        return Tile(
            sop.id,
            sop.title,
            self.links.sop(sop.id),
            sop.card.summary,
            sop.card.status,
            channels=tuple(names.channel(ref.target) for ref in sop.card.channels),
            roles=tuple(sorted(each.id for each in circles if each.group is Group.ROLE)),
        )
