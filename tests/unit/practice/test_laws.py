"""What holds for the questions of every workflow: right is right, and wrong is wrong."""

import dataclasses
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from sopbook import assets
from sopbook.analysis.ways import Ways, ways
from sopbook.core.model import Kind, Workflow
from sopbook.practice.alike import alike
from sopbook.practice.drill import drill
from sopbook.practice.exercise import Asked, Drill, Exercise
from sopbook.practice.stock import Stock
from tests import generated
from tests.unit.history import mutations

NEXT = {Asked.NEXT, Asked.FIND_OUT, Asked.END, Asked.SOP}
seeds = st.integers(0, 10**6)


def made(seed: int, size: int) -> tuple[Ways, Stock, Drill]:
    """A workflow among two others of its department."""
    sops = {}
    for number, name in enumerate(("main", "other", "third")):
        workflow = told_apart(generated.workflow(seed + number, size))
        made = mutations.sop(seed + number, 1)
        card = dataclasses.replace(made.card, id=name, replaces=None, improves=None)
        sops[name] = dataclasses.replace(made, id=name, card=card, workflow=workflow)
    found = {name: ways(sop, sop.workflow) for name, sop in sops.items() if sop.workflow}
    stock = Stock(generated.names(assets.words("en")), found)
    return found["main"], stock, drill("main", stock)


def told_apart(workflow: Workflow) -> Workflow:
    """Give every step words of its own: made-up workflows say the same again and again."""
    numbers = ((step, step.number) for step in workflow.steps)
    pairs = ((step, f"{word(number)} {word(number + 500)}") for step, number in numbers)
    return Workflow(tuple(dataclasses.replace(step, text=text) for step, text in pairs))


def word(number: int) -> str:
    """Make a word that no other number has."""
    return "".join("abcdefghij"[int(digit)] * 2 for digit in f"{number:03}")


cases = given(seeds, st.integers(1, 40))
many = settings(max_examples=40, deadline=None)


@many
@cases
def test_every_answer_is_asked_about(seed: int, size: int) -> None:
    way, _, found = made(seed, size)
    answers = {(s.id, e.label) for s in way.walked if s.kind is Kind.ASK for e in s.exits}
    asked = {(exercise.answer, exercise.step) for exercise in found.exercises if exercise.answer}
    targets = {(e.label, e.target) for s in way.walked if s.kind is Kind.ASK for e in s.exits}
    assert found.asked <= found.answers
    assert len(answers) == found.answers
    # In shorter ones there may be too few steps that are wrong beyond doubt.
    if len(way.walked) > 12:
        assert targets <= asked


@many
@cases
def test_the_right_answer_is_the_models(seed: int, size: int) -> None:
    way, stock, found = made(seed, size)
    captions = stock.captions("main")
    for exercise in found.exercises:
        step = way.steps[exercise.step]
        if exercise.asked in NEXT:
            assert exercise.solution.step == exercise.step
            assert exercise.solution.text.startswith(captions[step.id])
        elif exercise.asked is Asked.TO:
            assert step.to
            assert exercise.solution.text == stock.names.actor(step.to.target)
        elif exercise.asked is Asked.ANSWER:
            (label,) = [e.label for e in step.exits if captions[e.target] == exercise.about]
            assert exercise.solution.text == label


@many
@cases
def test_a_wrong_answer_is_right_in_no_branch(seed: int, size: int) -> None:
    """At the point where it is asked, by whatever answer one goes on."""
    way, stock, found = made(seed, size)
    captions = stock.captions("main")
    for exercise in found.exercises:
        if exercise.asked in NEXT:
            for name in points(exercise, way, captions):
                there = {captions[e.target] for e in way.steps[name].exits}
                wrong = [c.text for c in exercise.choices if c is not exercise.solution]
                assert not any(alike(one, other) for one in wrong for other in there)


def points(exercise: Exercise, way: Ways, captions: dict[str, str]) -> list[str]:
    """The steps at which the question may be asked: those of its words that lead to its answer."""
    leading = way.back[exercise.step]
    return [name for name in leading if captions[name] == exercise.about]


@many
@cases
def test_answers_can_be_told_apart(seed: int, size: int) -> None:
    for exercise in made(seed, size)[2].exercises:
        texts = [choice.text for choice in exercise.choices]
        assert len(set(texts)) == len(texts) >= 2
        assert 0 <= exercise.right < len(texts)


@many
@cases
def test_no_question_is_asked_twice(seed: int, size: int) -> None:
    ids = Counter(exercise.id for exercise in made(seed, size)[2].exercises)
    assert set(ids.values()) <= {1}


def test_the_right_answer_stands_anywhere() -> None:
    """Who always takes the same place is right about as often as by chance."""
    places: Counter[int] = Counter()
    for seed in range(40):
        places.update(e.right for e in made(seed, 30)[2].exercises if len(e.choices) == 4)
    most = max(places.values())
    assert set(places) == {0, 1, 2, 3}
    assert most < 0.35 * places.total()


def test_the_same_workflow_makes_the_same_questions() -> None:
    assert made(7, 30)[2] == made(7, 30)[2]
