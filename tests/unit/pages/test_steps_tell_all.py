"""The steps list alone holds the whole workflow: who cannot see the chart loses nothing."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from sopbook.assets import words
from sopbook.core.model import Card, Kind, Sop, Workflow
from sopbook.core.span import Span
from sopbook.diagram.outline import outline
from sopbook.pages.render import Renderer
from sopbook.pages.site import Links, site
from sopbook.pages.views.steps import steps
from tests.generated import names, workflow

Told = tuple[int, str, str, tuple[tuple[str, int], ...]]
"""A step as read from the list: its number, its kind's class, its caption, its ways on."""


class _Reader(HTMLParser):
    """Reads the list as text, and each step's kind from its class."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[dict[str, str]] = []
        self._into = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        classes = (given.get("class") or "").split()
        if tag == "li" and "data-step" in given:
            kind = next(c for c in classes if re.fullmatch("sopbook-step--(?!optional).*", c))
            self.told.append({"kind": kind.removeprefix("sopbook-step--")})
        for name in ("number", "caption", "kind"):
            if f"sopbook-step__{name}" in classes:
                self._into = name
        if "sopbook-jumps" in classes:
            self._into = "ways"
        if tag == "li" and self._into == "ways":
            self.told[-1]["ways"] = self.told[-1].get("ways", "") + "\n"

    def handle_endtag(self, tag: str) -> None:
        if tag == "span" and self._into == "kind":
            self._into = "caption"
        elif tag in {"p", "ul"} or (tag == "a" and self._into == "number"):
            self._into = ""

    def handle_data(self, data: str) -> None:
        if self._into and self.told:
            key = "word" if self._into == "kind" else self._into
            self.told[-1][key] = self.told[-1].get(key, "") + data
        if "Nothing follows" in data:
            self.told[-1]["nothing"] = data


def _heard(html: str) -> list[Told]:
    reader = _Reader()
    reader.feed(html)
    return [_one(step) for step in reader.told]


def _one(step: dict[str, str]) -> Told:
    number = int(step["number"])
    ways = tuple(_ways(step.get("ways", "")))
    if not ways and step["kind"] != "end" and "nothing" not in step:
        ways = (("", number + 1),)
    return number, step["kind"], " ".join(step["caption"].split()), ways


def _ways(text: str) -> list[tuple[str, int]]:
    said = [" ".join(line.split()) for line in text.split("\n") if line.strip()]
    found = [re.match(r"(?:If |)(.*?):? go to (\d+)", line) for line in said]
    return [(way[1] if way[1] != "Then" else "", int(way[2])) for way in found if way]


def _meant(flow: Workflow) -> list[Told]:
    numbers = {step.id: step.number for step in flow.steps}
    captions = names(words("en"))
    return [
        (
            step.number,
            step.kind,
            " ".join(captions.caption(step).split()),
            tuple((way.label, numbers[way.target]) for way in step.exits),
        )
        for step in flow.steps
    ]


def _printed(flow: Workflow) -> str:
    known = names(words("en"))
    sop = Sop("t", Card(title="T"), flow, "", "", "t.workflow.yml", Span("t.workflow.yml"))
    view = steps(sop, outline(flow, known), site(known), Links(sop=lambda _: ""))
    return Renderer(words("en"), lambda text: text).steps(view)


@pytest.mark.parametrize("seed", range(60))
def test_the_workflow_can_be_read_back(seed: int) -> None:
    flow = workflow(seed)
    assert _heard(_printed(flow)) == _meant(flow)


def test_a_dead_end_is_said() -> None:
    flow = workflow(3)
    cut = replace(next(s for s in flow.steps if s.kind is Kind.DO), exits=())
    broken = Workflow(tuple(cut if step.id == cut.id else step for step in flow.steps))
    assert _heard(_printed(broken)) == _meant(broken)
