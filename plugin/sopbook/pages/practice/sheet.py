"""Exercises in the interface's words, ready to be asked."""

from collections.abc import Mapping
from dataclasses import dataclass

from sopbook.core.model import Step
from sopbook.core.words import Words
from sopbook.practice.exercise import Asked, Choice, Exercise, Told
from sopbook.practice.stock import Stock

_ON_THE_WAY = frozenset({Asked.NEXT, Asked.FIND_OUT, Asked.END, Asked.SOP})
_OF_OTHERS = frozenset({Asked.WHEN, Asked.BY, Asked.WITHIN, Asked.AFTER})


@dataclass(frozen=True, slots=True)
class Option:
    """An answer to choose, and what is said of it when it was chosen."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A question: what happened so far, what is asked, and which answer is right.

    `why` says why it is right; `step` is the id of the step that says so, `link` its words.
    """

    id: str
    told: tuple[str, ...]
    ask: str
    options: tuple[Option, ...]
    right: int
    why: str
    step: str
    link: str


class Speaker:
    """Says the exercises of one SOP."""

    def __init__(self, sop: str, stock: Stock) -> None:
        """Take the SOP, and how steps are named."""
        self._stock = stock
        self._words: Words = stock.names.words
        self._steps = stock.ways[sop].steps
        self._captions = stock.captions(sop)

    def sheet(self, exercise: Exercise) -> Sheet:
        """Say an exercise."""
        step = self._steps.get(exercise.step)
        said = {
            "about": exercise.about,
            "answer": exercise.answer,
            "question": exercise.condition,
            "number": step.number if step else "",
        }
        return Sheet(
            id=exercise.id,
            told=tuple(self._told(exercise)),
            ask=self._words(f"practice.ask.{exercise.asked}", **said),
            options=tuple(
                Option(each.text, self._why(each, exercise)) for each in exercise.choices
            ),
            right=exercise.right,
            why=exercise.why or self._because(exercise, said),
            step=exercise.step,
            link=self._link(step) if step else "",
        )

    def _because(self, exercise: Exercise, said: Mapping[str, object]) -> str:
        """Say why the right answer is right, where a step of the SOP says so."""
        if not said["number"] or exercise.asked is Asked.OWN:
            return ""
        follows = "answer" if exercise.answer else "next"
        key = follows if exercise.asked in _ON_THE_WAY else "says"
        return self._words(f"practice.because.{key}", **said)

    def _told(self, exercise: Exercise) -> list[str]:
        """Tell what happened so far; of an author's question, the situation."""
        if exercise.asked is Asked.OWN:
            return [exercise.about]
        found = [self._happened(told, place) for place, told in enumerate(exercise.told)]
        if exercise.condition and exercise.asked is not Asked.ANSWER:
            found.append(self._words("practice.told.condition", condition=exercise.condition))
        return found

    def _happened(self, told: Told, place: int) -> str:
        key = "answer" if told.is_answer else "branch"
        if told.answer:
            return self._words(f"practice.told.{key}", text=told.text, answer=told.answer)
        return self._words("practice.told.done", text=told.text) if place else told.text

    def _why(self, choice: Choice, exercise: Exercise) -> str:
        """Say what a wrong answer is instead."""
        if choice is exercise.solution or choice.why:
            return choice.why
        if choice.sop:
            kind = "step" if choice.step else "sop"
            return self._words(f"practice.instead.{kind}", title=self._stock.names.sop(choice.sop))
        step = self._steps.get(choice.step)
        if step is None:
            return ""
        if exercise.asked is Asked.ANSWER:
            return self._words("practice.instead.answer")
        key = "fact" if exercise.asked in _OF_OTHERS else "here"
        return self._words(f"practice.instead.{key}", number=step.number)

    def _link(self, step: Step) -> str:
        return self._words("practice.link", number=step.number, caption=self._captions[step.id])
