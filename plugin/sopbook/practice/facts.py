"""Exercises about single steps: in which case, who, to whom, by when."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from sopbook.core.measures import Duration, parse_duration
from sopbook.core.model import Kind, Step
from sopbook.practice.alike import stems
from sopbook.practice.exercise import Asked, Choice, Exercise
from sopbook.practice.making import exercise, in_order, sides
from sopbook.practice.stock import Stock
from sopbook.practice.wrong import ENOUGH, told_apart

_LADDER = tuple(
    time
    for text in (
        "10 s", "30 s", "2 min", "10 min", "30 min", "1 h", "4 h", "24 h", "2 working days",
        "5 working days", "2 weeks",
    )
    if (time := parse_duration(text))
)  # fmt: skip
"""Times in the words of the format, where SOPs have too few others."""
_APART = 1.5
"""A wrong time is by so much longer or shorter: nobody should have to know it to the second."""
_FAR = 40.0


class Facts:
    """Makes the exercises about single steps of one SOP."""

    def __init__(self, sop: str, stock: Stock) -> None:
        """Take the SOP, and where wrong answers are found."""
        self._sop, self._stock = sop, stock
        self._captions = stock.captions(sop)
        self._walked = stock.ways[sop].walked
        self._like = [step for name in stock.like(sop) for step in stock.ways[name].walked]
        self._usual = self._most_active()
        self._asked_of: set[str] = set()

    def of(self, step: Step) -> Iterator[Exercise | None]:
        """Yield what can be asked about a step."""
        if step.when:
            yield self._when(step)
        if step.to:
            yield self._who(step, Asked.TO, step.to.target)
        elif len(step.by) == 1 and self._is_worth_asking(step):
            yield self._who(step, Asked.BY, step.by[0].target)
        for asked, time in ((Asked.WITHIN, step.within), (Asked.AFTER, step.after)):
            if time:
                yield self._time(step, asked, time)

    def _make(
        self, step: Step, asked: Asked, right: str, wrong: Iterable[Choice]
    ) -> Exercise | None:
        return exercise(
            (self._sop, step.id), asked, Choice(right, step.id), tuple(wrong),
            step=step.id, about=self._captions[step.id],
        )  # fmt: skip

    def _when(self, step: Step) -> Exercise | None:
        others = (Choice(each.when, each.id) for each in self._walked if each.when)
        more = (Choice(each.when) for each in self._like if each.when)
        found: list[Choice] = []
        told_apart(found, others, (step.when,))
        told_apart(found, more, (step.when,))
        enough = len(found) >= ENOUGH
        return self._make(step, Asked.WHEN, step.when, found) if enough else None

    def _most_active(self) -> str:
        """Say who does most here: about their steps it is not worth asking who."""
        counts: dict[str, int] = {}
        for step in self._walked:
            for by in step.by:
                counts[by.target] = counts.get(by.target, 0) + 1
        return max(counts, key=lambda name: counts[name], default="")

    def _is_worth_asking(self, step: Step) -> bool:
        """Say whether it is somebody else's step than most, and the first of theirs."""
        name = step.by[0].target
        is_new = name != self._usual and name not in self._asked_of
        self._asked_of.add(name)
        return is_new and step.kind is Kind.DO

    def _who(self, step: Step, asked: Asked, right: str) -> Exercise | None:
        """Ask who does it, or who takes over; None where its words tell, or it may be several."""
        said = self._captions[step.id]
        others = [name for name in self._actors if self._is_another(name, step)]
        fit = [name for name in others if asked is Asked.BY or self._may_take_over(name)]
        title = self._stock.names.actor(right)
        found: list[Choice] = []
        told_apart(found, (Choice(self._stock.names.actor(name)) for name in fit), (title,))
        is_told = not stems(said).isdisjoint(stems(title)) or not self._is_shown(right)
        return None if is_told or len(found) < ENOUGH else self._make(step, asked, title, found)

    def _may_take_over(self, name: str) -> bool:
        """Say whether a hand-over may go there: to a colleague, and not to those who hand over."""
        is_colleague = self._stock.names.library.organisation.is_colleague(name)
        return is_colleague and name != self._usual

    @cached_property
    def _actors(self) -> tuple[str, ...]:
        """Who acts here, then in SOPs like this one."""
        steps = (*self._walked, *self._like)
        found = (ref for step in steps for ref in (step.to, *step.by) if ref)
        return tuple(dict.fromkeys(ref.target for ref in found))

    def _is_another(self, name: str, step: Step) -> bool:
        """Say whether a name is surely somebody else than those who act in a step."""
        acting = [by.target for by in (*step.by, *((step.to,) if step.to else ()))]
        behind = self._stock.behind(name)
        is_apart = all(behind.isdisjoint(self._stock.behind(each)) for each in acting)
        return name not in acting and is_apart and self._is_shown(name)

    def _is_shown(self, name: str) -> bool:
        is_person = name in self._stock.names.library.organisation.people
        return self._stock.names_people or not is_person

    def _time(self, step: Step, asked: Asked, right: Duration) -> Exercise | None:
        """Ask for a time, among others that are clearly shorter or longer, in their order."""
        if right.text in self._captions[step.id]:
            return None
        key = (self._sop, step.id)
        found = [right]
        for is_shorter in sides(key, asked, right.text):
            sided = [time for time in self._times if (time.most < right.least) is is_shorter]
            time = self._clear(sided, found) or self._clear(self._times, found)
            found += [time] if time else []
        if len(found) <= ENOUGH:
            return None
        ordered = sorted(found, key=lambda time: (time.least, time.most))
        choices = [Choice(time.text, step.id if time is right else "") for time in ordered]
        return in_order(
            key, asked, choices, ordered.index(right),
            step=step.id, about=self._captions[step.id],
        )  # fmt: skip

    def _clear(self, times: Iterable[Duration], found: list[Duration]) -> Duration | None:
        return next((time for time in times if all(_is_clear(time, each) for each in found)), None)

    @cached_property
    def _times(self) -> tuple[Duration, ...]:
        """The deadlines here, then in SOPs like this one, then others."""
        steps = (*self._walked, *self._like)
        found = (time for step in steps for time in (step.within, step.after) if time)
        return tuple(dict.fromkeys((*found, *_LADDER)))


def _is_clear(one: Duration, other: Duration) -> bool:
    """Say whether one time is plainly longer than the other, but not beyond belief."""
    short, long = sorted((one, other), key=lambda time: time.most)
    return short.most * _APART < long.least and long.most <= _FAR * max(short.least, 1)
