"""The ways that take longest, and those on which a case is handed over most often."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from babel.numbers import format_decimal

from sopbook.analysis.estimates import Estimate
from sopbook.analysis.handing import HandOffs
from sopbook.analysis.hands import Change, Hands
from sopbook.analysis.times import Answer
from sopbook.checks.ground import Ground
from sopbook.checks.sentences import stations
from sopbook.core.model import Sop
from sopbook.core.names import Names
from sopbook.core.words import Words
from sopbook.pages.lasting import lasting
from sopbook.pages.site import Links, Site
from sopbook.pages.views.reference import SopLink, sop_link

_GAP = "…"
_MOST_TURNS = 8


@dataclass(frozen=True, slots=True)
class Turn:
    """An answer on a way, and the step at which it is given."""

    question: str
    url: str
    answer: str


@dataclass(frozen=True, slots=True)
class LongWay:
    """The longest way through an SOP: how long at most, the first answers on it, the usual time.

    `usual` is "" where it cannot be told; `untimed` counts the steps that do not say how long.
    """

    sop: SopLink
    most: str
    usual: str
    turns: tuple[Turn, ...]
    untimed: int


@dataclass(frozen=True, slots=True)
class HandedWay:
    """The way through an SOP with the most hand-overs: how many, by whom, and how many usually."""

    sop: SopLink
    most: int
    usual: str
    stations: str


def longest(sops: Iterable[Sop], ground: Ground) -> list[tuple[Sop, Estimate]]:
    """Put SOPs in order, those that can take longest first; without those that take no time."""
    found = ((sop, ground.estimates.of(sop.id)) for sop in sops)
    timed = [(sop, estimate) for sop, estimate in found if estimate and estimate.elapsed.most]
    return sorted(timed, key=lambda one: -one[1].elapsed.most)


def handed(sops: Iterable[Sop], ground: Ground) -> list[tuple[Sop, HandOffs]]:
    """Put SOPs in order, those that hand over most often first; without those that never do."""
    found = ((sop, ground.estimates.hand_offs.of(sop.id)) for sop in sops)
    handing = [(sop, hands) for sop, hands in found if hands and hands.most]
    return sorted(handing, key=lambda one: -one[1].most)


@dataclass(frozen=True, slots=True)
class Ways:
    """Makes rows of SOPs."""

    ground: Ground
    site: Site
    links: Links

    def long(self, one: tuple[Sop, Estimate]) -> LongWay:
        """Tell how long an SOP can take, and on which way."""
        sop, found = one
        usual, words = found.elapsed.usual, self.site.words
        return LongWay(
            sop=sop_link(sop.id, self.site, self.links),
            most=lasting(found.elapsed.most, words),
            usual="" if usual is None else lasting(usual, words),
            turns=tuple(islice(self._turns(sop, found.longest), _MOST_TURNS)),
            untimed=len(found.untimed),
        )

    def handed(self, one: tuple[Sop, HandOffs]) -> HandedWay:
        """Tell how often an SOP can hand over, and through whose hands."""
        sop, found = one
        return HandedWay(
            sop=sop_link(sop.id, self.site, self.links),
            most=found.most,
            usual="" if found.usual is None else counted(found.usual, self.site.words),
            stations=stations(in_hands(found.changes, self.site.names)),
        )

    def _turns(self, sop: Sop, answers: Iterable[Answer]) -> Iterator[Turn]:
        """Link the answers of a way to the steps at which they are given."""
        steps, page = self.ground.ways[sop.id].steps, self.links.sop(sop.id)
        for step, label in answers:
            url = f"{page}#step-{step}" if page else ""
            yield Turn(self.site.names.caption(steps[step]), url, label)


def counted(average: float, words: Words) -> str:
    """Write how often something happens on average."""
    return format_decimal(round(average, 1), locale=words.locale)


def in_hands(changes: Iterable[Change], names: Names) -> Iterator[str]:
    """Name those who have the case, one after the other, with a gap where others come in."""
    last: Hands = frozenset()
    for change in changes:
        if change.giving != last:
            yield from ((_GAP,) if last else ())
            yield _name(change.giving, names)
        yield _name(change.taking, names)
        last = change.taking


def _name(hands: Hands, names: Names) -> str:
    return " + ".join(sorted(map(names.actor, hands)))
