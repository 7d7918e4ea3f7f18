"""A workflow as the code of a Mermaid flowchart, which many hosts of repositories draw.

Two versions laid over each other are told apart by a word in the box and on the arrow, by line and
by colour. Ids are ours, and of what an author wrote all but letters and digits is written by its
number: no text can be taken for code, for Markdown or for HTML.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sopbook.core.fates import Fate, Fates
from sopbook.core.model import Exit, Kind, Step, Workflow
from sopbook.core.names import Names

_HEAD = "flowchart TD"
_SHAPES = {
    Kind.START: ("([", "])"),
    Kind.DO: ("[", "]"),
    Kind.ASK: ("{", "}"),
    Kind.WAIT: ("{{", "}}"),
    Kind.ESCALATE: (">", "]"),
    Kind.SOP: ("[[", "]]"),
    Kind.TOGETHER: ("[", "]"),
    Kind.JOIN: ("[", "]"),
    Kind.END: ("([", "])"),
}
# Both the ground and the ink are set: the host's page may be light or dark.
_AMBER = "fill:#fef3c7,stroke:#b45309,color:#451a03,stroke-width:3px"
_BOXES = {
    Fate.ADDED: "fill:#dcfce7,stroke:#15803d,color:#052e16,stroke-width:3px",
    Fate.REMOVED: "fill:#fee2e2,stroke:#b91c1c,color:#450a0a,stroke-width:3px,stroke-dasharray:4 4",
    Fate.CHANGED: _AMBER,
    Fate.MOVED: _AMBER,
    Fate.REROUTED: _AMBER,
}
_LINES = {
    Fate.ADDED: "stroke:#15803d,stroke-width:3px",
    Fate.REMOVED: "stroke:#b91c1c,stroke-width:3px,stroke-dasharray:4 4",
    Fate.CHANGED: "stroke:#b45309,stroke-width:3px",
    Fate.MOVED: "stroke:#b45309,stroke-width:3px",
    Fate.REROUTED: "stroke:#b45309,stroke-width:3px",
}
# Mermaid writes an entity with these until it has drawn all; the rest of ASCII may mean something.
_ITS_OWN = "\N{LATIN SMALL LIGATURE FL}\N{PILCROW SIGN}"
_PLAIN = frozenset(" ,")
_ESCAPES = {
    ord(sign): f"#{ord(sign)};"
    for sign in (*map(chr, range(32, 127)), *_ITS_OWN)
    if not (sign.isalnum() and sign.isascii()) and sign not in _PLAIN
} | dict.fromkeys(
    (*range(32), *range(127, 160), *range(0xD800, 0xE000)), "\N{REPLACEMENT CHARACTER}"
)


@dataclass(frozen=True, slots=True)
class Chart:
    """A workflow with the title of its SOP, and what became of its parts since another version."""

    title: str
    workflow: Workflow
    fates: Fates = field(default_factory=Fates)


def mermaid(charts: Sequence[Chart], names: Names) -> str:
    """Write charts as one flowchart; several stand in frames, each under its title."""
    sheet = _Sheet(names)
    for place, chart in enumerate(charts, start=1):
        framed = len(charts) > 1
        title = f'subgraph c{place}["{_text(chart.title)}"]'
        sheet.lines += [title, "direction TB"] if framed else []
        sheet.add(chart)
        sheet.lines += ["end"] if framed else []
    return "\n".join((_HEAD, *(f"  {line}" for line in (*sheet.lines, *sheet.styles()))))


@dataclass(slots=True)
class _Sheet:
    """What has been written so far, and what is marked how."""

    names: Names
    lines: list[str] = field(default_factory=list)
    boxes: dict[Fate, list[str]] = field(default_factory=dict)
    arrows: dict[Fate, list[str]] = field(default_factory=dict)
    count: int = 0
    ways: int = 0

    def add(self, chart: Chart) -> None:
        """Write the steps of a chart, then its ways; one to no step is left out."""
        steps, fates = chart.workflow.steps, chart.fates
        ids = {step.id: f"n{number}" for number, step in enumerate(steps, start=self.count + 1)}
        self.count += len(steps)
        for step in steps:
            self._box(ids[step.id], step, fates.steps.get(step.id))
        for step in steps:
            for place, way in enumerate(step.exits):
                if way.target in ids:
                    ends = ids[step.id], ids[way.target]
                    self._arrow(ends, way, fates.ways.get((step.id, place)))

    def styles(self) -> Iterator[str]:
        """Yield how what is marked is drawn."""
        for fate, found in self.boxes.items():
            yield f"classDef {fate} {_BOXES[fate]}"
            yield f"class {','.join(found)} {fate}"
        for fate, found in self.arrows.items():
            yield f"linkStyle {','.join(found)} {_LINES[fate]}"

    def _box(self, name: str, step: Step, fate: Fate | None) -> None:
        start, end = _SHAPES[step.kind]
        said = "<br/>".join(_text(line) for line in _said(step, fate, self.names))
        self.lines.append(f'{name}{start}"{said}"{end}')
        if fate:
            self.boxes.setdefault(fate, []).append(name)

    def _arrow(self, ends: tuple[str, str], way: Exit, fate: Fate | None) -> None:
        words = self.names.words
        parts = [words(f"chart.fate.{fate}")] if fate else []
        label = words("chart.dot").join((*parts, *([way.label] if way.label else [])))
        arrow = "-.->" if fate is Fate.REMOVED else "-->"
        said = f'|"{_text(label)}"|' if label else ""
        self.lines.append(f"{ends[0]} {arrow}{said} {ends[1]}")
        if fate:
            self.arrows.setdefault(fate, []).append(str(self.ways))
        self.ways += 1


def _said(step: Step, fate: Fate | None, names: Names) -> Iterator[str]:
    """Yield the lines in a box: what became of it, the step, who does it, and by when."""
    words = names.words
    if fate:
        yield words(f"chart.fate.{fate}")
    yield words("chart.dot").join((str(step.number), names.caption(step)))
    if step.by:
        yield ", ".join(names.actor(actor.target) for actor in step.by)
    if step.when:
        yield words("chart.box.when", text=step.when)
    if step.to:
        yield words("chart.box.to", text=names.actor(step.to.target))
    for key, time in (("after", step.after), ("within", step.within), ("takes", step.takes)):
        if time:
            yield words(f"chart.box.{key}", text=time.text)


def _text(text: str) -> str:
    """Write a text in one line, so that it is nothing else; a space that holds together stays."""
    return " ".join(text.split()).translate(_ESCAPES)
