"""The ways that take longest, and those on which a case is handed over most often."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from babel.numbers import format_decimal

from sopbook.analysis.hands import Change, Hands
from sopbook.analysis.times import Answer
from sopbook.checks.ground import Ground
from sopbook.checks.sentences import stations
from sopbook.core.model import Sop
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


def longest(sops: Iterable[Sop], ground: Ground) -> list[Sop]:
    """Put SOPs in order, those that can take longest first; without those that take no time."""
    found = ((ground.estimates.of(sop.id), sop) for sop in sops)
    timed = [(estimate.elapsed.most, sop) for estimate, sop in found if estimate]
    return [sop for most, sop in sorted(timed, key=lambda one: -one[0]) if most]


def handed(sops: Iterable[Sop], ground: Ground) -> list[Sop]:
    """Put SOPs in order, those that hand over most often first; without those that never do."""
    found = ((ground.estimates.hand_offs.of(sop.id), sop) for sop in sops)
    counted = [(hands.most, sop) for hands, sop in found if hands]
    return [sop for most, sop in sorted(counted, key=lambda one: -one[0]) if most]


@dataclass(frozen=True, slots=True)
class Ways:
    """Makes rows of SOPs."""

    ground: Ground
    site: Site
    links: Links

    def long(self, sop: Sop) -> LongWay:
        """Tell how long an SOP can take, and on which way."""
        found = self.ground.estimates.of(sop.id)
        if found is None:
            raise LookupError(sop.id)
        usual, words = found.elapsed.usual, self.site.words
        return LongWay(
            sop=sop_link(sop.id, self.site, self.links),
            most=lasting(found.elapsed.most, words),
            usual="" if usual is None else lasting(usual, words),
            turns=tuple(islice(self._turns(sop, found.longest), _MOST_TURNS)),
            untimed=len(found.untimed),
        )

    def handed(self, sop: Sop) -> HandedWay:
        """Tell how often an SOP can hand over, and through whose hands."""
        offs = self.ground.estimates.hand_offs
        found, usual = offs.of(sop.id), offs.usual(sop.id)
        if found is None:
            raise LookupError(sop.id)
        average = "" if usual is None else format_decimal(
            round(usual, 1), locale=self.site.words.locale
        )  # fmt: skip
        return HandedWay(
            sop=sop_link(sop.id, self.site, self.links),
            most=found.most,
            usual=average,
            stations=stations(self._stations(found.changes)),
        )

    def _turns(self, sop: Sop, answers: Iterable[Answer]) -> Iterator[Turn]:
        """Link the answers of a way, each once, though one may go round."""
        steps, page = self.ground.ways[sop.id].steps, self.links.sop(sop.id)
        for step, label in dict.fromkeys(answers):
            if label:
                url = f"{page}#step-{step}" if page else ""
                yield Turn(self.site.names.caption(steps[step]), url, label)

    def _stations(self, changes: Iterable[Change]) -> Iterator[str]:
        """Name those who have the case, one after the other, with a gap where others come in."""
        last: Hands = frozenset()
        for change in changes:
            if change.giving != last:
                yield from ((_GAP,) if last else ())
                yield self._name(change.giving)
            yield self._name(change.taking)
            last = change.taking

    def _name(self, hands: Hands) -> str:
        return " + ".join(sorted(map(self.site.names.actor, hands)))
