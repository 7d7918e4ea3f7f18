"""By which channel customers come, and why: what is written for each, and where nothing is."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from sopbook.core.fold import fold
from sopbook.core.model import Ref, Sop
from sopbook.pages.browse.places import MATRIX, Way, filtered, ways
from sopbook.pages.lookup import NONE
from sopbook.pages.own import OwnPage
from sopbook.pages.site import Links, Site
from sopbook.pages.views.reference import SopLink, sop_link

MOST = 5
"""So many SOPs are named in a cell; the table of all of them has the rest."""
MOST_PRINTED = 30
"""On paper nothing can be clicked: so many are named there."""


@dataclass(frozen=True, slots=True)
class Term:
    """A channel or a reason; `title` is "" for SOPs that name none. `count` is of its SOPs."""

    id: str
    title: str
    count: int


@dataclass(frozen=True, slots=True)
class Cell:
    """What is written for a channel and a reason; `all` is where all of it is listed.

    `more` counts what is not in `sops`; on paper `rest` is named too, and `more_printed` is left.
    """

    anchor: str
    reason: Term
    count: int
    sops: tuple[SopLink, ...]
    rest: tuple[SopLink, ...]
    more: int
    more_printed: int
    all: str


@dataclass(frozen=True, slots=True)
class Line:
    """A channel, with a cell for each reason."""

    channel: Term
    cells: tuple[Cell, ...]

    @property
    def anchor(self) -> str:
        """Name its place on the page."""
        return channel_anchor(self.channel.id)

    @property
    def missing(self) -> tuple[str, ...]:
        """The reasons that nothing is written for."""
        return tuple(one.reason.title for one in self.cells if not one.count and one.reason.id)


@dataclass(frozen=True, slots=True)
class Matrix:
    """Channels that some SOP serves against reasons that some SOP is for.

    `unserved` and `unmet` are channels and reasons without any SOP; `gaps` counts empty cells.
    """

    ways: tuple[Way, ...]
    sops: int
    gaps: int
    reasons: tuple[Term, ...]
    lines: tuple[Line, ...]
    unserved: tuple[str, ...]
    unmet: tuple[str, ...]


def page(site: Site) -> OwnPage:
    """Give the page, with the places that links may lead to."""
    found = {ref.target for sop in site.listed.values() for ref in sop.card.channels}
    return OwnPage(MATRIX.part, MATRIX.path, (), tuple(map(channel_anchor, sorted(found))))


def channel_anchor(name: str) -> str:
    """Name the place of a channel."""
    return f"channel-{name}" if name else "no-channel"


def matrix(site: Site, links: Links) -> Matrix:
    """Gather the page."""
    organisation, names = site.library.organisation, site.names
    sops = sorted(site.listed.values(), key=lambda sop: (fold(sop.title), sop.id))
    channels = _terms(sops, organisation.channels, lambda sop: sop.card.channels, names.channel)
    reasons = _terms(sops, organisation.reasons, lambda sop: sop.card.reasons, names.reason)
    served = [term for term in channels if term.count]
    met = tuple(term for term in reasons if term.count)
    found = _by_cell(sops)
    row = _Row(found, site, links)
    lines = tuple(Line(channel, row.cells(channel, met)) for channel in served)
    return Matrix(
        ways=ways(links, MATRIX.part),
        sops=len(sops),
        gaps=sum(len(each.missing) for each in lines if each.channel.id),
        reasons=met,
        lines=lines,
        unserved=tuple(term.title for term in channels if not term.count),
        unmet=tuple(term.title for term in reasons if not term.count),
    )


def _terms(
    sops: Iterable[Sop],
    known: Iterable[str],
    refs: Callable[[Sop], tuple[Ref, ...]],
    title: Callable[[str], str],
) -> tuple[Term, ...]:
    """List the terms, counted; at the end SOPs that name none, where there are any."""
    counts = dict.fromkeys(known, 0)
    for sop in sops:
        for name in _ids(refs(sop)):
            counts[name] = counts.get(name, 0) + 1
    nameless = counts.pop("", 0)
    found = (Term(name, title(name), count) for name, count in counts.items())
    return (*found, *([Term("", "", nameless)] if nameless else []))


def _ids(refs: tuple[Ref, ...]) -> tuple[str, ...]:
    """Give each term once; "" where none is named."""
    return tuple(dict.fromkeys(ref.target for ref in refs)) or ("",)


def _by_cell(sops: Iterable[Sop]) -> Mapping[tuple[str, str], list[Sop]]:
    found: dict[tuple[str, str], list[Sop]] = {}
    for sop in sops:
        for channel in _ids(sop.card.channels):
            for reason in _ids(sop.card.reasons):
                found.setdefault((channel, reason), []).append(sop)
    return found


@dataclass(frozen=True, slots=True)
class _Row:
    found: Mapping[tuple[str, str], list[Sop]]
    site: Site
    links: Links

    def cells(self, channel: Term, reasons: Iterable[Term]) -> tuple[Cell, ...]:
        return tuple(self._cell(channel, reason) for reason in reasons)

    def _cell(self, channel: Term, reason: Term) -> Cell:
        sops = self.found.get((channel.id, reason.id), [])
        linked = [sop_link(sop.id, self.site, self.links) for sop in sops[:MOST_PRINTED]]
        return Cell(
            anchor=f"cell-{channel.id}.{reason.id}",
            reason=reason,
            count=len(sops),
            sops=tuple(linked[:MOST]),
            rest=tuple(linked[MOST:]),
            more=max(0, len(sops) - MOST),
            more_printed=max(0, len(sops) - MOST_PRINTED),
            all=filtered(self.links, channel=channel.id or NONE, reason=reason.id or NONE),
        )
