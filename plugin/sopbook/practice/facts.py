"""Exercises about single steps: who does it, who takes over."""

from collections.abc import Iterator
from functools import cached_property

from sopbook.core.model import Kind, Step
from sopbook.practice.alike import stems
from sopbook.practice.exercise import Asked, Choice, Exercise
from sopbook.practice.making import exercise
from sopbook.practice.stock import Stock
from sopbook.practice.wrong import ENOUGH, told_apart


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
        if step.to:
            yield self._who(step, Asked.TO, step.to.target)
        elif len(step.by) == 1 and self._is_worth_asking(step):
            yield self._who(step, Asked.BY, step.by[0].target)

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
        fit = [name for name in others if asked is Asked.BY or name != self._usual]
        title = self._stock.names.actor(right)
        found: list[Choice] = []
        told_apart(found, (Choice(self._stock.names.actor(name)) for name in fit), (title,))
        is_told = not stems(said).isdisjoint(stems(title)) or not self._is_shown(right)
        if is_told or len(found) < ENOUGH:
            return None
        return exercise(
            (self._sop, step.id), asked, Choice(title, step.id), found,
            step=step.id, about=said,
        )  # fmt: skip

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
        """Say whether it is a colleague: what customers and machines do, they could do as well."""
        organisation = self._stock.names.library.organisation
        is_named = self._stock.names_people or name not in organisation.people
        return is_named and organisation.is_colleague(name)
