"""An SOP that would replace another: what would change, in figures and in steps."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sopbook.analysis.delta import Delta, Figures, delta
from sopbook.analysis.estimates import Estimates
from sopbook.core.model import Sop
from sopbook.core.words import Words
from sopbook.pages.lasting import lasting
from sopbook.pages.site import Links, Site
from sopbook.pages.views.longest import counted
from sopbook.pages.views.reference import SopLink, sop_link

_LESS, _MORE = "\N{MINUS SIGN}", "+"


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of both; `key` names it in the locales. `change` is "" where nothing changes."""

    key: str
    before: str
    after: str
    change: str


@dataclass(frozen=True, slots=True)
class Side:
    """Steps that only one of the two has, by their words."""

    key: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The SOP as it is, the figures, and what is left out and new; names of those who take part."""

    improves: str
    before: SopLink
    rows: tuple[Row, ...]
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """Where the steps of a chart are listed: on a `page`, "" for this one.

    `key` says which of the two it is, `prefix` begins the chart's ids.
    """

    key: str
    prefix: str
    title: str
    page: str

    @property
    def id(self) -> str:
        """Where the chart says that one gets past it."""
        return f"{self.prefix}sopbook-steps"

    @property
    def url(self) -> str:
        """The list."""
        return f"{self.page}#sopbook-steps"


def comparison(sop: Sop, estimates: Estimates, site: Site, links: Links) -> Comparison | None:
    """Hold a proposal against what it would replace; None where there is nothing to compare."""
    meant = sop.card.improves.target if sop.card.improves else ""
    found = delta(meant, sop.id, estimates)
    if found is None:
        return None
    sides = (
        Side("removed", tuple(map(site.names.caption, found.removed))),
        Side("added", tuple(map(site.names.caption, found.added))),
        Side("roles_before", tuple(map(site.names.actor, found.before.roles))),
        Side("roles_after", tuple(map(site.names.actor, found.after.roles))),
    )
    return Comparison(
        meant,
        sop_link(meant, site, links),
        tuple(_rows(found, site.words)),
        tuple(side for side in sides if side.steps),
    )


def _rows(found: Delta, words: Words) -> Iterator[Row]:
    sides = found.before, found.after
    for key, count in _COUNTS.items():
        yield from _row(key, [count(side) for side in sides], lambda it: counted(it, words))
    for key, time in _TIMES.items():
        yield from _row(key, [time(side) for side in sides], lambda it: lasting(it, words))


def _row(key: str, values: list[float | None], written: Callable[[float], str]) -> Iterator[Row]:
    """Write a figure of both and the difference, where both have one."""
    before, after = values
    if before is None or after is None:
        return
    texts = written(before), written(after)
    sign = _LESS if after < before else _MORE
    change = f"{sign}{written(abs(after - before))}" if texts[0] != texts[1] else ""
    yield Row(key, *texts, change)


_COUNTS: dict[str, Callable[[Figures], float | None]] = {
    "steps": lambda side: len(side.steps),
    "decisions": lambda side: side.decisions,
    "automated": lambda side: side.automated,
    "roles": lambda side: len(side.roles),
    "handed": lambda side: side.hand_offs.usual if side.hand_offs else None,
    "handed_most": lambda side: side.hand_offs.most if side.hand_offs else None,
}
_TIMES: dict[str, Callable[[Figures], float | None]] = {
    "work": lambda side: side.estimate.work.usual if side.estimate else None,
    "shortest": lambda side: side.estimate.elapsed.least if side.estimate else None,
    "usual": lambda side: side.estimate.elapsed.usual if side.estimate else None,
    "longest": lambda side: side.estimate.elapsed.most if side.estimate else None,
}
