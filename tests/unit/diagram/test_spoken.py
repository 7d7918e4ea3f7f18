"""The names of steps, read back: the whole graph is in them, whatever people write."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopbook.core.model import Exit, Kind, Ref, Workflow
from sopbook.diagram.draw import draw
from sopbook.diagram.outline import Outline, line, outline
from sopbook.diagram.spoken import spoken
from tests.unit.diagram.workflows import COMPLAINT, HERE, NAMES, WORDS, chain, step

Way = tuple[int, str, int]
"""From which step, the words on the arrow, to which step."""

KINDS = {
    "start": Kind.START, "": Kind.DO, "decision": Kind.ASK, "wait": Kind.WAIT,
    "escalation": Kind.ESCALATE, "another SOP": Kind.SOP, "fork": Kind.TOGETHER,
    "join": Kind.JOIN, "end": Kind.END,
}  # fmt: skip
HEAD = re.compile(r"Step (\d+) of \d+(?:, ([A-Za-z ]+))?: ")
PLAIN = re.compile(r"(.*?)([.?!])(?:\s|$)")
WAY = re.compile(r"(?:Then|(?:If|Branch) (.*):) go to (\d+)(?: \(.*\))?\.")


@dataclass(frozen=True)
class Graph:
    """What can be drawn: each step's kind and text by its number, and the ways."""

    steps: dict[int, tuple[Kind, str]]
    ways: list[Way]


def of_workflow(workflow: Workflow) -> Graph:
    numbers = {step.id: step.number for step in workflow.steps}
    return Graph(
        {step.number: (step.kind, line(NAMES.caption(step))) for step in workflow.steps},
        [
            (step.number, line(way.label), numbers[way.target])
            for step in workflow.steps
            for way in step.exits
        ],
    )


def of_outline(listed: Outline) -> Graph:
    return Graph(
        {item.number: (item.kind, item.caption) for item in listed.items},
        [(item.number, way.label, way.number) for item in listed.items for way in item.ways],
    )


def of_names(names: list[str]) -> Graph:
    steps, ways = {}, []
    for name in names:
        head = HEAD.match(name)
        assert head
        number = int(head[1])
        text, *sentences = split(name[head.end() :])
        steps[number] = (KINDS[head[2] or ""], unquoted(text.removesuffix(".")))
        ways += [
            (number, unquoted(found[1] or ""), int(found[2]))
            for found in map(WAY.fullmatch, sentences)
            if found
        ]
    return Graph(steps, ways)


def split(text: str) -> Iterator[str]:
    """Cut into sentences; none ends within quotation marks, which are doubled inside."""
    start, place, is_quoted = 0, 0, False
    while place < len(text):
        if is_quoted and text[place : place + 2] in {"„„", "““", "””"}:
            place += 1
        elif text[place] == ("”" if is_quoted else "“"):
            is_quoted = not is_quoted
        elif not is_quoted and text[place] in ".?!" and text[place + 1 : place + 2] in {"", " "}:
            yield text[start : place + 1]
            start = place + 2
        place += 1


def unquoted(text: str) -> str:
    if not text.startswith("“"):
        return text
    return re.sub("([„“”])\\1", r"\1", text[1:-1])


awkward = st.one_of(
    st.text(st.characters(exclude_categories=["C"]), max_size=30),
    st.text(st.sampled_from("„“”\"'.:;?!() \n\u00a0aIf"), max_size=20),
    st.sampled_from(("Done. Then go to 3.", "yes: go to 4", "If no: go to 5.", "22:30", "Sure?!")),
)


@st.composite
def workflows(draw_: st.DrawFn) -> Workflow:
    names = [f"s{number}" for number in range(draw_(st.integers(1, 7)))]
    kinds = st.sampled_from([kind for kind in Kind if kind not in {Kind.TOGETHER, Kind.JOIN}])
    exits = st.builds(Exit, st.sampled_from(names), awkward, st.sampled_from((None, 0.3, 1 / 3)))

    def made(name: str) -> object:
        kind = draw_(kinds)
        ways = draw_(st.lists(exits, max_size=3)) if kind is Kind.ASK else []
        sop = Ref(draw_(awkward), HERE) if kind is Kind.SOP else None
        text = "" if sop else draw_(awkward)
        when = draw_(st.sampled_from(("", "asked")) | awkward)
        by = tuple(Ref(who, HERE) for who in draw_(st.lists(awkward, max_size=2)))
        return step(kind, name, text, *ways, when=when, by=by, sop=sop)

    return chain(*map(made, names))  # type: ignore[arg-type]


def names_of(workflow: Workflow) -> list[str]:
    listed = outline(workflow, NAMES)
    return [spoken(item, listed.count, WORDS) for item in listed.items]


@settings(max_examples=300)
@given(workflows())
def test_the_outline_holds_the_whole_graph(workflow: Workflow) -> None:
    assert of_outline(outline(workflow, NAMES)) == of_workflow(workflow)


@settings(max_examples=500)
@given(workflows())
def test_the_names_hold_the_whole_graph(workflow: Workflow) -> None:
    assert of_names(names_of(workflow)) == of_workflow(workflow)


@settings(max_examples=50, deadline=None)
@given(workflows())
def test_so_does_the_chart(workflow: Workflow) -> None:
    root = ET.fromstring(draw(workflow, NAMES, standalone=True).svg)  # noqa: S314 - our own
    links = root.iter("{http://www.w3.org/2000/svg}a")
    assert of_names([link.get("aria-label", "") for link in links]) == of_workflow(workflow)


@pytest.mark.parametrize(
    "number,name",
    [
        (1, "Step 1 of 15, start: Customer calls with a complaint. Then go to 2."),
        (2, (
            "Step 2 of 15: Pick up and greet the customer. By Support agent. Within 30 s. "
            "Then go to 3."
        )),
        (3, (
            "Step 3 of 15: Look up the order history. Done automatically by Chatbot. "
            "Then go to 4."
        )),
        (6, (
            "Step 6 of 15, decision: Does the customer accept? By Customer. "
            "If yes: go to 10 (70 % of cases). If no: go to 8. "
            "If wants to think about it: go to 7."
        )),
        (8, (
            "Step 8 of 15, escalation: Hand the case over to a team lead. By Support agent. "
            "Handed to Team lead. After 10 min. Then go to 9."
        )),
        (10, (
            "Step 10 of 15, fork: At the same time. Branch customer is told: go to 11. "
            "Branch finance is told: go to 12."
        )),
        (15, "Step 15 of 15, end: Problem solved."),
    ],
)  # fmt: skip
def test_names_are_sentences(number: int, name: str) -> None:
    assert names_of(COMPLAINT)[number - 1] == name


def test_nobody_listens_to_a_novel() -> None:
    workflow = chain(step(Kind.ASK, "a", "x" * 100_000, Exit("a", "y" * 100_000)))
    assert len(names_of(workflow)[0]) < 5_000


def test_colours_are_by_appearance_and_begin_again() -> None:
    who = [f"r{number}" for number in range(10)]
    workflow = chain(*(step(Kind.DO, name, "x", by=(Ref(name, HERE),)) for name in who))
    actors = outline(workflow, NAMES).actors
    assert [actor.id for actor in actors] == who
    assert [actor.colour for actor in actors] == [1, 2, 3, 4, 5, 6, 7, 8, 1, 2]
