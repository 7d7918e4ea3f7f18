"""Exercises in the interface's words, ready to be asked."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sopbook.core.model import Kind, Step
from sopbook.core.words import Words
from sopbook.pages.finding.sections import plain
from sopbook.practice.exercise import Asked, Choice, Exercise, Told
from sopbook.practice.stock import Stock

_ON_THE_WAY = frozenset({Asked.NEXT, Asked.FIND_OUT, Asked.END, Asked.SOP})
_SENTENCE = re.compile(r".+?[.!?](?=\s|$)(?!\s+[a-z0-9])|.+")


@dataclass(frozen=True, slots=True)
class Option:
    """An answer to choose, and what is said of it when it was chosen."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A question: what happened so far, what is asked, and which answer is right.

    `why` says why it is right; `step` is the id of the step that says so, `link` its words, and
    `note` what the SOP adds to it. `by` are the ids of those whose step it is.
    """

    id: str
    told: tuple[str, ...]
    ask: str
    options: tuple[Option, ...]
    right: int
    why: str
    step: str
    link: str
    note: str
    by: tuple[str, ...]


class Speaker:
    """Says the exercises of one SOP."""

    def __init__(self, sop: str, stock: Stock) -> None:
        """Take the SOP, and how steps are named."""
        self._stock = stock
        self._words: Words = stock.names.words
        self._way = stock.ways[sop]
        self._steps = self._way.steps
        self._captions = stock.captions(sop)

    def sheet(self, exercise: Exercise) -> Sheet:
        """Say an exercise."""
        step = self._steps.get(exercise.step)
        is_own = exercise.asked is Asked.OWN
        said = {
            "about": exercise.about,
            "answer": exercise.answer,
            "question": exercise.condition,
            "right": exercise.solution.text,
        }
        return Sheet(
            id=exercise.id,
            told=tuple(self._told(exercise)),
            ask=self._words(f"practice.ask.{self._asked(exercise)}", **said),
            options=tuple(
                Option(each.text, self._why(each, exercise)) for each in exercise.choices
            ),
            right=exercise.right,
            why=exercise.why if is_own else self._because(exercise, said),
            step=exercise.step,
            link=self._link(step) if step else "",
            note=_first_sentence(step) if step else "",
            by=exercise.by,
        )

    def _asked(self, exercise: Exercise) -> str:
        """Ask for an end too, where one is among the answers."""
        own = [self._steps.get(each.step) for each in exercise.choices if not each.sop]
        has_end = any(step and step.kind is Kind.END for step in own)
        return "next_or_end" if exercise.asked is Asked.NEXT and has_end else exercise.asked

    def _because(self, exercise: Exercise, said: Mapping[str, object]) -> str:
        """Say why the right answer is right."""
        led = "led" if exercise.answer else "after"
        key = led if exercise.asked in _ON_THE_WAY else exercise.asked
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
        return self._place(step)

    def _place(self, step: Step) -> str:
        """Say where a step belongs: behind which one, at which answer."""
        if not self._way.back[step.id]:
            return self._words("practice.instead.start", number=step.number)
        before = self._steps[self._way.back[step.id][0]]
        said = self._captions[before.id]
        label = next(way.label for way in before.exits if way.target == step.id)
        if before.kind is Kind.ASK:
            said = self._words("practice.told.answer", text=said, answer=label)
        return self._words("practice.instead.here", number=step.number, before=said)

    def _link(self, step: Step) -> str:
        return self._words("practice.link", number=step.number, caption=self._captions[step.id])


def _first_sentence(step: Step) -> str:
    """Give the first sentence that the SOP adds to a step; "" where it adds none."""
    found = _SENTENCE.match(plain(step.note))
    return found[0] if found else ""
