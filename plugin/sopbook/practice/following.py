"""Exercises on the way: what comes next, and at which answer a step comes next."""

from collections.abc import Sequence

from sopbook.analysis.ways import closure
from sopbook.core.model import Exit, Kind, Step
from sopbook.practice.alike import echoes
from sopbook.practice.barred import Barred, is_open
from sopbook.practice.cases import Leg
from sopbook.practice.exercise import Asked, Choice, Exercise
from sopbook.practice.making import exercise
from sopbook.practice.stock import Stock, group_of
from sopbook.practice.told import told
from sopbook.practice.wrong import ENOUGH, MOST_WRONG, WrongSteps


class Following:
    """Makes the exercises about what follows in one SOP."""

    def __init__(self, sop: str, stock: Stock) -> None:
        """Take the SOP, and where wrong answers are found."""
        self._sop, self._way = sop, stock.ways[sop]
        self._captions = stock.captions(sop)
        self._barred = Barred(self._way)
        self._wrong = WrongSteps(sop, stock)

    def next(self, legs: Sequence[Leg]) -> Exercise | None:
        """Ask what comes next; None where that is not one step, or there is nothing to ask."""
        step = self._way.steps[legs[-1].step]
        way = step.exits[legs[-1].exit]
        target = self._way.steps[way.target]
        if step.kind is not Kind.ASK and (step.kind is Kind.TOGETHER or is_open(target)):
            return None
        done = frozenset(leg.step for leg in legs)
        wrong = self._wrong.to(target, self._barred.at(step.id), done)
        return exercise(
            (self._sop, step.id, way.label),
            group_of(target),
            Choice(self._said(target), target.id),
            wrong,
            step=target.id,
            told=told(self._way, legs, self._captions),
            condition=target.when,
            about=self._captions[step.id],
            answer=way.label,
        )

    def _said(self, step: Step) -> str:
        """Say a step; of the end of what is done together, what comes after it."""
        said = self._captions[step.id]
        after = step.exits if step.joins else ()
        return ": ".join((said, *(self._captions[way.target] for way in after)))

    def answer(self, step: Step) -> Exercise | None:
        """Ask at which answer a step comes next; None where other answers lead there as well."""
        for way in reversed(step.exits):
            others = [other for other in step.exits if not self._leads_to(other, way.target, step)]
            wrong = [Choice(other.label, step.id) for other in others if other.label != way.label]
            is_clear = len(wrong) == len(step.exits) - 1 >= ENOUGH
            target = self._captions[way.target]
            if is_clear and not any(echoes(each.label, target) for each in step.exits):
                right = Choice(way.label, step.id)
                return exercise(
                    (self._sop, step.id, way.target), Asked.ANSWER, right, wrong[:MOST_WRONG],
                    step=step.id, about=target, condition=self._captions[step.id],
                )  # fmt: skip
        return None

    def _leads_to(self, way: Exit, target: str, step: Step) -> bool:
        """Say whether an answer leads to a step without the question being asked again."""
        onward = {**self._way.onward, step.id: ()}
        return target in closure((way.target,), onward)

    def together(self, step: Step) -> Exercise | None:
        """Ask what is done at the same time as the first step of a branch."""
        (one, *others) = step.exits
        if not others:
            return None
        first, right = self._way.steps[one.target], self._way.steps[others[0].target]
        inside = self._barred.beside.get(first.id, frozenset()) | self._barred.at(step.id)
        wrong = self._wrong.to(right, inside | {first.id, step.id}, frozenset())
        return exercise(
            (self._sop, step.id), Asked.TOGETHER,
            Choice(self._captions[right.id], right.id), wrong,
            step=right.id, about=self._captions[first.id],
        )  # fmt: skip
