"""An SOP -> its exercises, case by case, and how many answers they cover."""

from collections.abc import Iterator
from dataclasses import replace

from sopbook.analysis.ways import Ways
from sopbook.core.model import Kind, Question, Step
from sopbook.practice.cases import Case, Leg, cases
from sopbook.practice.exercise import Asked, Choice, Drill, Exercise
from sopbook.practice.facts import Facts
from sopbook.practice.following import Following
from sopbook.practice.making import exercise
from sopbook.practice.stock import Stock

_FEWEST_STEPS = 3
_NO_WORK = frozenset({Kind.START, Kind.END, Kind.JOIN})


def is_worth_practising(way: Ways) -> bool:
    """Say whether there is something to learn: a decision, three steps, or what its author asks."""
    kinds = [step.kind for step in way.walked]
    steps = sum(kind not in _NO_WORK for kind in kinds)
    practice = way.sop.workflow.practice if way.sop.workflow else ()
    return Kind.ASK in kinds or steps >= _FEWEST_STEPS or bool(practice)


def drill(sop: str, stock: Stock) -> Drill:
    """Make the exercises of an SOP: each question once, in the first case that comes to it."""
    way = stock.ways[sop]
    found = _Making(sop, stock)
    made = tuple(tuple(found.along(case)) for case in cases(way))
    answers = sum(len(step.exits) for step in way.walked if step.kind is Kind.ASK)
    return Drill(
        tuple(case for case in made if case), tuple(_own(way)), answers, len(found.answered)
    )


class _Making:
    """Makes exercises along cases, none twice. `answered` are the answers that are asked about."""

    def __init__(self, sop: str, stock: Stock) -> None:
        self._way, self._names = stock.ways[sop], stock.names
        self._following = Following(sop, stock)
        self._facts = Facts(sop, stock)
        self._legs: set[Leg] = set()
        self._steps: set[str] = set()
        self._ids: set[str] = set()
        self.answered: set[Leg] = set()

    def along(self, case: Case) -> Iterator[Exercise]:
        """Yield what is asked for the first time on the way of a case."""
        for place, leg in enumerate(case):
            step = self._way.steps[leg.step]
            made = [*self._about(step), *self._next(case[: place + 1], step)]
            for each in made:
                if each and each.id not in self._ids:
                    self._ids.add(each.id)
                    yield self._with_those_who_act(each)

    def _with_those_who_act(self, exercise: Exercise) -> Exercise:
        by = tuple(ref.target for ref in self._way.steps[exercise.step].by)
        is_machines = bool(by) and all(map(self._names.is_system, by))
        return replace(exercise, by=by, is_machines=is_machines)

    def _about(self, step: Step) -> Iterator[Exercise | None]:
        if step.id in self._steps:
            return
        self._steps.add(step.id)
        yield from self._facts.of(step)
        if step.kind is Kind.ASK:
            yield self._following.answer(step)
        elif step.kind is Kind.TOGETHER:
            yield self._following.together(step)

    def _next(self, legs: Case, step: Step) -> Iterator[Exercise | None]:
        leg = legs[-1]
        if leg.exit < 0 or leg in self._legs:
            return
        self._legs.add(leg)
        made = self._following.next(legs)
        if made and step.kind is Kind.ASK:
            self.answered.add(leg)
        yield made


def _own(way: Ways) -> Iterator[Exercise]:
    """Yield what the author asks."""
    practice = way.sop.workflow.practice if way.sop.workflow else ()
    return filter(None, (_written(way.sop.id, question) for question in practice))


def _written(sop: str, question: Question) -> Exercise | None:
    step = question.step.target if question.step else ""
    return exercise(
        (sop, question.situation), Asked.OWN, Choice(question.right, step),
        [Choice(wrong.text, why=wrong.why) for wrong in question.wrong],
        step=step, about=question.situation, why=question.why,
    )  # fmt: skip
