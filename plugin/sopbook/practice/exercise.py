"""What is asked: a situation, and answers of which one is right."""

from dataclasses import dataclass
from enum import StrEnum


class Asked(StrEnum):
    """What is asked for."""

    NEXT = "next"
    """What comes next?"""
    FIND_OUT = "find_out"
    """What is to be found out or decided next?"""
    END = "end"
    """How does it end?"""
    SOP = "sop"
    """Which SOP is followed now?"""
    ANSWER = "answer"
    """At which answer does this step come next?"""
    TO = "to"
    """Who takes over?"""
    BY = "by"
    """Who does this?"""
    TOGETHER = "together"
    """What is done at the same time?"""
    OWN = "own"
    """What the author asks."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer to choose, and where it comes from.

    `step` is the id of the step that says so, in this SOP or, with `sop`, in another one; `why` is
    what the author says of it.
    """

    text: str
    step: str = ""
    sop: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What happened so far: a step, and the answer or branch that was taken there."""

    text: str
    answer: str = ""
    is_answer: bool = True


@dataclass(frozen=True, slots=True)
class Exercise:
    """A question with its answers, of which `right` is the place of the right one.

    `id` stays while step and right answer stay. `about` is what is asked about: a step's words.
    `step` is where the answer stands ("" nowhere). `condition` is what holds beside what was told;
    where an answer is asked for, the question it answers.
    """

    id: str
    asked: Asked
    choices: tuple[Choice, ...]
    right: int
    step: str = ""
    told: tuple[Told, ...] = ()
    about: str = ""
    condition: str = ""
    answer: str = ""
    """For what comes next, the answer that leads there."""
    why: str = ""
    by: tuple[str, ...] = ()
    """The ids of those who act in the step; none where it is nobody's or everybody's."""
    is_machines: bool = False

    @property
    def solution(self) -> Choice:
        """The right answer."""
        return self.choices[self.right]


@dataclass(frozen=True, slots=True)
class Drill:
    """All exercises of an SOP, by case.

    `cases` are so many that every answer of every decision is given in one of them; `answers` says
    how many answers there are, `asked` for how many of them it is asked what follows.
    """

    cases: tuple[tuple[Exercise, ...], ...]
    own: tuple[Exercise, ...]
    answers: int
    asked: int

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """All: those that the author wrote first, those about steps of machines last."""
        made = (exercise for case in self.cases for exercise in case)
        return (*self.own, *sorted(made, key=lambda exercise: exercise.is_machines))
