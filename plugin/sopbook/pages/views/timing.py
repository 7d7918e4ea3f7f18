"""How long an SOP takes, as far as its steps say so, against what was promised."""

from collections.abc import Iterator
from dataclasses import dataclass

from babel.numbers import format_decimal

from sopbook.analysis.course import Course
from sopbook.analysis.estimates import Estimate, Estimates
from sopbook.analysis.times import Time
from sopbook.checks.promises import judged
from sopbook.checks.sentences import stations
from sopbook.core.measures import DAY, SECOND, Duration
from sopbook.core.model import CUSTOMER, Kind, Sop, Step
from sopbook.core.words import Words
from sopbook.pages.lasting import lasting
from sopbook.pages.site import Site
from sopbook.pages.views.longest import counted, in_hands

_WEEK_OF_WORK = 7 / 5
_WEEKEND = 2 * DAY
_RARE = 0.01


@dataclass(frozen=True, slots=True)
class Range:
    """A time as people read it: at least, usually ("" where it cannot be told), at most."""

    least: str
    usual: str
    most: str


@dataclass(frozen=True, slots=True)
class Ended:
    """An end: its words and its place in the steps list, how often it is come to, and when."""

    caption: str
    anchor: str
    share: str
    time: Range


@dataclass(frozen=True, slots=True)
class Worker:
    """Somebody who works on it, and how long on average."""

    name: str
    time: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A step; `answer` is what is answered there. Without `anchor` it is not in this list."""

    number: int
    caption: str
    anchor: str
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Handed:
    """How often a case is handed over; `stations` tells the way with the most hand-overs."""

    fewest: int
    usual: str
    most: int
    stations: str


@dataclass(frozen=True, slots=True)
class Held:
    """A promise, and when it is usually kept; `verdict` is a word of the locales.

    `step` keeps it; None: the end does.
    """

    what: str
    time: str
    step: Spot | None
    usual: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Timing:
    """What the part about times shows; `assumed` names what the figures rest on."""

    elapsed: Range
    work: Range
    promises: tuple[Held, ...]
    ends: tuple[Ended, ...]
    workers: tuple[Worker, ...]
    handed: Handed | None
    longest: tuple[Spot, ...]
    timed: int
    untimed: tuple[Spot, ...]
    assumed: tuple[str, ...]


def is_timed(sop: Sop, estimates: Estimates) -> bool:
    """Say whether anything is known of an SOP's times."""
    found = estimates.of(sop.id)
    return found is not None and found.elapsed.most > 0


def timing(sop: Sop, estimates: Estimates, site: Site) -> Timing | None:
    """Gather what is known of an SOP's times; None where no step says anything."""
    found, course = estimates.of(sop.id), estimates.courses.of(sop.id)
    way = estimates.courses.way(sop.id)
    if not (found and course and way and is_timed(sop, estimates)):
        return None
    spots = _Spots(sop, site)
    return Timing(
        elapsed=as_range(found.elapsed, site.words),
        work=as_range(found.work, site.words),
        promises=tuple(_promises(sop, found, estimates, spots)),
        ends=tuple(_ends(found, spots)) if len(found.ends) > 1 else (),
        workers=tuple(_workers(found, estimates, site)),
        handed=_handed(sop, estimates, site),
        longest=tuple(spots.of(step, label) for step, label in found.longest),
        timed=len(found.timed) - len(found.untimed),
        untimed=tuple(spots.of(step.id) for step in found.untimed),
        assumed=tuple(_assumed(way.walked, course)),
    )


def as_range(time: Time, words: Words) -> Range:
    """Write a time for people."""
    usual = "" if time.usual is None else lasting(time.usual, words)
    return Range(lasting(time.least, words), usual, lasting(time.most, words))


@dataclass(frozen=True, slots=True)
class _Spots:
    """Finds steps by their ids."""

    sop: Sop
    site: Site

    def of(self, name: str, answer: str = "") -> Spot:
        """Give a step as a link into the steps list."""
        steps = self.sop.workflow.steps if self.sop.workflow else ()
        step = next(step for step in steps if step.id == name)
        return Spot(step.number, self.site.names.caption(step), f"step-{step.id}", answer)

    def wherever(self, step: Step) -> Spot:
        """Give a step, which may be one of an SOP that is run here: then without a link."""
        steps = self.sop.workflow.steps if self.sop.workflow else ()
        if any(step is one for one in steps):
            return self.of(step.id)
        return Spot(0, self.site.names.caption(step), "")


def _ends(found: Estimate, spots: _Spots) -> Iterator[Ended]:
    """List the ends, the usual ones first."""
    words = spots.site.words
    for end in sorted(found.ends, key=lambda end: -(end.share or 0.0)):
        spot = spots.of(end.step)
        share = "" if end.share is None else _percent(end.share, words)
        yield Ended(spot.caption, spot.anchor, share, as_range(end.time, words))


def _percent(share: float, words: Words) -> str:
    percent = round(share * 100, 0 if share >= _RARE else 1)
    return words("step.share", percent=format_decimal(percent, locale=words.locale))


def _workers(found: Estimate, estimates: Estimates, site: Site) -> Iterator[Worker]:
    """List people and the customer, whoever works longest first; what machines do is no work."""
    for name, time in sorted(found.roles.items(), key=lambda one: -one[1]):
        if time >= SECOND and (name == CUSTOMER or estimates.cast.is_hand(name)):
            yield Worker(site.names.actor(name), lasting(time, site.words))


def _handed(sop: Sop, estimates: Estimates, site: Site) -> Handed | None:
    found = estimates.hand_offs.of(sop.id)
    if found is None or not found.most:
        return None
    usual = "" if found.usual is None else counted(found.usual, site.words)
    names = tuple(in_hands(found.changes, site.names))
    return Handed(found.fewest, usual, found.most, stations(names))


def _promises(sop: Sop, found: Estimate, estimates: Estimates, spots: _Spots) -> Iterator[Held]:
    """Hold each promise against the usual time until the step that keeps it, or until the end."""
    for promise, keeps in judged(sop):
        until = estimates.until(sop.id, keeps) if keeps else None
        usual = until.usual if until else None if keeps else found.elapsed.usual
        if usual is not None:
            yield Held(
                what=promise.what,
                time=promise.time.text,
                step=spots.wherever(until.step) if until else None,
                usual=lasting(usual, spots.site.words),
                verdict=_verdict(usual, promise.time),
            )


def _verdict(usual: float, promised: Duration) -> str:
    """Say whether a usual time keeps a promise: surely not only if no weekend can be to blame."""
    if usual <= promised.most:
        return "kept"
    most = promised.most * _WEEK_OF_WORK + _WEEKEND if promised.working else promised.most
    return "broken" if usual > most else "close"


def _assumed(steps: tuple[Step, ...], course: Course) -> Iterator[str]:
    """Name what the figures rest on, as far as it plays a part here."""
    takes = [step.takes for step in steps if step.takes]
    plays = {
        "queues": True,
        "work": True,
        "middle": any(time.least < time.most for time in takes),
        "workdays": any(time.working for time in takes),
        "optional": any(step.when for step in steps),
        "shares": any(
            step.kind is Kind.ASK and any(way.share is None for way in step.exits[1:])
            for step in steps
        ),
        "back": course.goes_back,
        "together": any(step.kind is Kind.TOGETHER for step in steps),
        "within": any(step.sop for step in steps),
    }
    return (name for name, is_so in plays.items() if is_so)
