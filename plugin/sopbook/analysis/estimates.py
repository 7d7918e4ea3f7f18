"""What SOPs amount to: how long they take, who works on them how long, and what is not known."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from sopbook.analysis.cast import Cast
from sopbook.analysis.courses import Courses
from sopbook.analysis.handing import Handing
from sopbook.analysis.handovers import Handovers
from sopbook.analysis.times import NO_TIME, Answer, Time, reckon
from sopbook.analysis.until import Until, until
from sopbook.analysis.visits import visits
from sopbook.analysis.ways import Ways
from sopbook.core.model import Kind, Step
from sopbook.core.organisation import Organisation

_TIMED = frozenset({Kind.DO, Kind.WAIT, Kind.SOP})


@dataclass(frozen=True, slots=True)
class Ending:
    """An end: its step, how often it is come to (None: cannot be told), and the time until then."""

    step: str
    share: float | None
    time: Time


@dataclass(frozen=True, slots=True)
class Estimate:
    """What an SOP takes, as far as its steps and those of the SOPs it runs say so.

    `work` is what people of ours do. `elapsed` is what passes for the customer: with waits, with
    machines, and with branches of a `together` at the same time. `longest` has the answers on the
    longest way, `roles` how long each actor works on it on average. `timed` lists the steps that
    should say what they take, `untimed` those that do not.
    """

    work: Time
    elapsed: Time
    ends: tuple[Ending, ...]
    longest: tuple[Answer, ...]
    roles: Mapping[str, float]
    timed: tuple[Step, ...]
    untimed: tuple[Step, ...]


class Estimates:
    """Estimates by the id of the SOP, each worked out when it is first asked for."""

    def __init__(self, ways: Mapping[str, Ways], organisation: Organisation) -> None:
        """Take the ways of every workflow that can be read, and who works here."""
        self.courses = Courses(ways)
        self.cast = Cast(organisation)
        self._found: dict[str, Estimate | None] = {}
        self._untils: dict[tuple[str, Callable[[Step], bool]], Until | None] = {}

    @cached_property
    def hand_offs(self) -> Handing:
        """How often cases are handed over."""
        return Handing(self.courses, self.cast)

    @cached_property
    def handovers(self) -> Handovers:
        """Between whom cases are handed over."""
        return Handovers(self.courses, self.cast)

    def of(self, name: str) -> Estimate | None:
        """Estimate an SOP; None where it has no workflow, or one that leads to no end."""
        if name not in self._found:
            self._found[name] = self._estimate(name)
        return self._found[name]

    def until(self, name: str, is_meant: Callable[[Step], bool]) -> Until | None:
        """Say how long it usually takes until the first of some steps is done, here or within.

        An SOP that is run and has such a step is taken to come to it.
        """
        key = name, is_meant
        if key not in self._untils:
            course, hit = self.courses.of(name), partial(self._hit, name, is_meant)
            cost = partial(self._elapsed, name)
            self._untils[key] = until(course, cost, hit) if course else None
        return self._untils[key]

    def _hit(self, name: str, is_meant: Callable[[Step], bool], step: Step) -> Until | None:
        if is_meant(step):
            usual = self._elapsed(name, step).usual
            return None if usual is None else Until(usual, step)
        target = self.courses.within(name, step)
        return self.until(target, is_meant) if target else None

    def _estimate(self, name: str) -> Estimate | None:
        course, way = self.courses.of(name), self.courses.way(name)
        if course is None or way is None:
            return None
        elapsed = reckon(course, partial(self._elapsed, name), max)
        work = reckon(course, partial(self._work, name), sum)
        often = visits(course) or {}
        timed = tuple(step for step in way.walked if step.kind in _TIMED)
        return Estimate(
            work=work.whole,
            elapsed=elapsed.whole,
            ends=tuple(
                Ending(end, often.get(end), time) for end, time in _in_order(elapsed.ends, way)
            ),
            longest=elapsed.longest,
            roles=self._roles(name, way, often),
            timed=timed,
            untimed=tuple(step for step in timed if not self._is_timed(name, step)),
        )

    def _elapsed(self, name: str, step: Step) -> Time:
        within = self._within(name, step)
        return within.elapsed if within else _taken(step)

    def _work(self, name: str, step: Step) -> Time:
        within = self._within(name, step)
        if within:
            return within.work
        hands = [self.cast.is_hand(str(actor)) for actor in step.by]
        is_ours = step.kind is not Kind.WAIT and (any(hands) or not hands)
        return _taken(step) if is_ours else NO_TIME

    def _within(self, name: str, step: Step) -> Estimate | None:
        """Give what a step that runs an SOP takes, unless it says so itself."""
        target = None if step.takes else self.courses.within(name, step)
        return self.of(target) if target else None

    def _roles(self, name: str, way: Ways, often: Mapping[str, float]) -> Mapping[str, float]:
        found: dict[str, float] = {}
        for step in way.walked:
            for actor, time in self._shared(name, step):
                found[actor] = found.get(actor, 0.0) + time * often.get(step.id, 0.0)
        return {actor: time for actor, time in found.items() if time}

    def _shared(self, name: str, step: Step) -> Iterator[tuple[str, float]]:
        """Yield who works how long in a step; two who do it together both work all the time."""
        within = self._within(name, step)
        if within:
            yield from within.roles.items()
        elif step.kind is not Kind.WAIT:
            yield from ((str(actor), _taken(step).usual or 0.0) for actor in step.by)

    def _is_timed(self, name: str, step: Step) -> bool:
        within = self._within(name, step)
        return not within.untimed if within else step.takes is not None


def _in_order(ends: Mapping[str, Time], way: Ways) -> Iterator[tuple[str, Time]]:
    return ((name, ends[name]) for name in way.steps if name in ends)


def _taken(step: Step) -> Time:
    takes = step.takes
    return Time(takes.least, (takes.least + takes.most) / 2, takes.most) if takes else NO_TIME
