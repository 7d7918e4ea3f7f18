"""Exercises on the way: what comes next, and at which answer a step comes next."""

from collections.abc import Sequence

from sopbook.analysis.ways import closure
from sopbook.core.model import Exit, Kind, Step
from sopbook.practice.alike import alike, echoes, holds, is_vague, stems
from sopbook.practice.barred import Barred, is_open
from sopbook.practice.cases import Leg
from sopbook.practice.exercise import Asked, Choice, Exercise
from sopbook.practice.making import exercise
from sopbook.practice.stock import Stock, group_of
from sopbook.practice.told import told
from sopbook.practice.wrong import ENOUGH, MOST_WRONG, Point, WrongSteps

_SOON = 3
"""Which of the next steps comes first is the chart's order, and no knowledge of the work."""


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
        point = self._point(legs, target)
        wrong = self._wrong.to(target, point)
        # Each answer of a decision is asked about, be it ever so easy.
        if step.kind is not Kind.ASK and (
            not self._is_clear(step, target) or is_given_away(point, wrong)
        ):
            return None
        return exercise(
            (self._sop, step.id, way.label),
            self._asked(target, wrong),
            Choice(self._said(target), target.id),
            wrong,
            step=target.id,
            told=told(self._way, legs, self._captions),
            condition=target.when,
            about=self._captions[step.id],
            answer=way.label,
        )

    def _is_clear(self, step: Step, target: Step) -> bool:
        """Say whether one step surely comes next, and its words tell what it is about."""
        is_known = target.kind is not Kind.ASK or not is_vague(self._captions[target.id])
        return step.kind not in {Kind.TOGETHER, Kind.JOIN} and not is_open(target) and is_known

    def _point(self, legs: Sequence[Leg], target: Step) -> Point:
        """Say what is no wrong answer at the end of a way that leads to a step."""
        step = self._way.steps[legs[-1].step]
        said = f"{self._captions[step.id]} {step.exits[legs[-1].exit].label}"
        stretch = self._barred.stretch(target.id)
        return Point(
            self._barred.at(step.id).union(stretch[:_SOON]),
            frozenset(stretch[_SOON:]),
            frozenset(leg.step for leg in legs),
            stems(said) & stems(self._captions[target.id]),
        )

    def _asked(self, target: Step, wrong: Sequence[Choice]) -> Asked:
        """Ask for what all choices are, such as an end; else for what comes next."""
        group = group_of(target)
        groups = {group_of(self._way.steps[each.step]) for each in wrong if not each.sop}
        return group if groups <= {group} else Asked.NEXT

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
            if (
                is_clear
                and self._is_apart(way, others)
                and not any(echoes(each.label, target) for each in step.exits)
            ):
                right = Choice(way.label, step.id)
                return exercise(
                    (self._sop, step.id, way.target), Asked.ANSWER, right, wrong[:MOST_WRONG],
                    step=step.id, about=target, condition=self._captions[step.id],
                )  # fmt: skip
        return None

    def _is_apart(self, way: Exit, others: Sequence[Exit]) -> bool:
        """Say whether no other answer, and no step that one leads to, says nearly the same."""
        target = self._captions[way.target]
        return not any(
            holds(way.label, other.label)
            or holds(other.label, way.label)
            or alike(target, self._captions[other.target])
            for other in others
        )

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
        wrong = self._wrong.to(right, Point(inside | {first.id, step.id}))
        return exercise(
            (self._sop, step.id), Asked.TOGETHER,
            Choice(self._captions[right.id], right.id), wrong,
            step=right.id, about=self._captions[first.id],
        )  # fmt: skip


def is_given_away(point: Point, wrong: Sequence[Choice]) -> bool:
    """Say whether the right answer alone takes up a word of what was just told."""
    shares = (not point.hint.isdisjoint(stems(each.text)) for each in wrong)
    return bool(point.hint) and not any(shares)
