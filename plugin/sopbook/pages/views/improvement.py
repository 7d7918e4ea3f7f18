"""The page for leads: where the library, and the work it describes, could be better."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from sopbook.core.days import last_look, review_due
from sopbook.core.fold import fold
from sopbook.core.model import Kind, Sop, Status, Step
from sopbook.pages.dates import Day, day
from sopbook.pages.own import IMPROVEMENT
from sopbook.pages.site import Links, Site
from sopbook.pages.views.leads import Neighbour, neighbours
from sopbook.pages.views.listing import IN_FORCE
from sopbook.pages.views.reference import SopLink, sop_link

MOST = 20
"""So many of each are shown: nobody mends more at once."""
_ACTED = frozenset({Kind.DO, Kind.ASK, Kind.ESCALATE})
_WAITING = frozenset({Status.DRAFT, Status.REVIEW})
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
    unowned: Top[StepLink]
    unanswered: Top[SopLink]
    reviews: Top[Reviewed]


def improvement(site: Site, links: Links) -> Improvement:
    """Gather what could be better in the library."""
    every = (sop for sop in site.library.sops.values() if sop.card.status is not Status.RETIRED)
    live = sorted(every, key=lambda sop: (fold(sop.title), sop.id))
    in_force = (sop for sop in live if sop.card.status in IN_FORCE)
    ways_to = _Ways(site, links)
    return Improvement(
        neighbours=neighbours(links, IMPROVEMENT.part),
        sops=len(live),
        proposals=_top(sorted(_proposals(live), key=_decide_by), ways_to.proposal),
        ideas=_top(_steps(live, _has_idea), ways_to.step),
        unowned=_top(_steps(live, _is_unowned), ways_to.step),
        unanswered=_top((sop for sop in live if not sop.card.responsible), ways_to.sop),
        reviews=_top(sorted(in_force, key=_age), ways_to.reviewed),
    )


@dataclass(frozen=True, slots=True)
class _Ways:
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


def _steps(sops: Iterable[Sop], is_meant: Callable[[Step], bool]) -> Iterator[tuple[Sop, Step]]:
    for sop in sops:
        for step in sop.workflow.steps if sop.workflow else ():
            if is_meant(step):
                yield sop, step


def _has_idea(step: Step) -> bool:
    return bool(step.automate)


def _is_unowned(step: Step) -> bool:
    return step.kind in _ACTED and not step.by


def _proposals(sops: Iterable[Sop]) -> Iterator[Sop]:
    """Yield what waits for a decision: what is approved was decided."""
    return (sop for sop in sops if sop.card.improves and sop.card.status in _WAITING)


def _decide_by(sop: Sop) -> dt.date:
    return sop.card.decide_by or dt.date.max


def _age(sop: Sop) -> dt.date:
    """Order by the last look; what nobody looked at since it was written comes first."""
    return last_look(sop.card) or dt.date.min
