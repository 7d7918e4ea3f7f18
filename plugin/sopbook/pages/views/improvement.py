"""The page for leads: where the library, and the work it describes, could be better."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from sopbook.checks.document.proposal_open import is_open
from sopbook.checks.ground import Ground
from sopbook.checks.people.nobody_acts import ownerless
from sopbook.core.days import last_look, review_due
from sopbook.core.fold import fold
from sopbook.core.model import Sop, Step
from sopbook.pages.dates import Day, day
from sopbook.pages.own import IMPROVEMENT
from sopbook.pages.site import Links, Site
from sopbook.pages.views.leads import Neighbour, neighbours
from sopbook.pages.views.listing import IN_FORCE
from sopbook.pages.views.longest import HandedWay, LongWay, Ways, handed, longest
from sopbook.pages.views.reference import SopLink, sop_link

MOST = 20
"""So many of each are shown: nobody mends more at once."""
Thing = TypeVar("Thing")
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Top(Generic[Row]):
    """The first of many; `count` is how many there are in all."""

    rows: tuple[Row, ...]
    count: int

    @property
    def more(self) -> int:
        """Count what is not shown."""
        return self.count - len(self.rows)


@dataclass(frozen=True, slots=True)
class StepLink:
    """A step of an SOP; `idea` is how a machine could do it."""

    sop: SopLink
    caption: str
    url: str
    idea: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """An SOP that would replace another, and the day by which that is decided."""

    sop: SopLink
    improves: SopLink
    decide: Day | None


@dataclass(frozen=True, slots=True)
class Reviewed:
    """When an SOP was last looked at (None: nobody wrote it down), and when it is to be again."""

    sop: SopLink
    last: Day | None
    due: Day | None


@dataclass(frozen=True, slots=True)
class Improvement:
    """What could be better, each with the first of many; without what is retired."""

    neighbours: tuple[Neighbour, ...]
    sops: int
    proposals: Top[Proposal]
    ideas: Top[StepLink]
    longest: Top[LongWay]
    handed: Top[HandedWay]
    unowned: Top[StepLink]
    unanswered: Top[SopLink]
    reviews: Top[Reviewed]


def improvement(ground: Ground, site: Site, links: Links) -> Improvement:
    """Gather what could be better in the library."""
    live = sorted(ground.live(), key=lambda sop: (fold(sop.title), sop.id))
    proposals = (sop for sop in live if is_open(sop.card))
    in_force = (sop for sop in live if sop.card.status in IN_FORCE)
    row, way = _Rows(site, links), Ways(ground, site, links)
    return Improvement(
        neighbours=neighbours(links, IMPROVEMENT.part),
        sops=len(live),
        proposals=_top(sorted(proposals, key=_decide_by), row.proposal),
        ideas=_top(_ideas(live), row.step),
        longest=_top(longest(live, ground), way.long),
        handed=_top(handed(live, ground), way.handed),
        unowned=_top(_unowned(live, ground), row.step),
        unanswered=_top((sop for sop in live if not sop.card.responsible), row.sop),
        reviews=_top(sorted(in_force, key=_age), row.reviewed),
    )


@dataclass(frozen=True, slots=True)
class _Rows:
    """Makes rows of what was found, with links to it."""

    site: Site
    links: Links

    def sop(self, sop: Sop) -> SopLink:
        return sop_link(sop.id, self.site, self.links)

    def step(self, found: tuple[Sop, Step]) -> StepLink:
        sop, step = found
        url = self.links.sop(sop.id)
        caption = self.site.names.caption(step)
        return StepLink(
            self.sop(sop), caption, f"{url}#step-{step.id}" if url else "", step.automate
        )

    def proposal(self, sop: Sop) -> Proposal:
        meant = sop.card.improves.target if sop.card.improves else ""
        decide = day(sop.card.decide_by, self.site.words)
        return Proposal(self.sop(sop), sop_link(meant, self.site, self.links), decide)

    def reviewed(self, sop: Sop) -> Reviewed:
        words = self.site.words
        return Reviewed(
            self.sop(sop), day(last_look(sop.card), words), day(review_due(sop.card), words)
        )


def _top(found: Iterable[Thing], row: Callable[[Thing], Row]) -> Top[Row]:
    """Make rows of the first ones, and count all."""
    every = tuple(found)
    return Top(tuple(row(one) for one in every[:MOST]), len(every))


def _ideas(sops: Iterable[Sop]) -> Iterator[tuple[Sop, Step]]:
    for sop in sops:
        for step in sop.workflow.steps if sop.workflow else ():
            if step.automate:
                yield sop, step


def _unowned(sops: Iterable[Sop], ground: Ground) -> Iterator[tuple[Sop, Step]]:
    for sop in sops:
        way = ground.ways.get(sop.id)
        yield from ((sop, step) for step in (ownerless(way) if way else ()))


def _decide_by(sop: Sop) -> dt.date:
    return sop.card.decide_by or dt.date.max


def _age(sop: Sop) -> dt.date:
    """Order by the last look; what nobody looked at since it was written comes first."""
    return last_look(sop.card) or dt.date.min
