"""From a workflow to its chart: the one way in."""

from dataclasses import dataclass

from sopbook.core.fates import Fates
from sopbook.core.model import Workflow
from sopbook.core.names import Names
from sopbook.core.words import Words
from sopbook.diagram.colours import PAPER
from sopbook.diagram.fit import fit
from sopbook.diagram.layered import layered
from sopbook.diagram.outline import UNCHANGED, Outline, outline
from sopbook.diagram.paint import arrows, steps
from sopbook.diagram.placement import Engine
from sopbook.diagram.sheets import Sheet, sheets
from sopbook.diagram.snap import extent
from sopbook.diagram.svg import Element, Value, serialise

# Arial's widths almost everywhere; the boxes have room for wider fonts, too.
_FONTS = "Arial, Helvetica, 'Liberation Sans', Roboto, 'DejaVu Sans', sans-serif"
_FONT_SIZE = 14


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart: its id and SVG, its size in px, the same steps as an outline, sheets for paper."""

    id: str
    svg: str
    width: int
    height: int
    outline: Outline
    sheets: tuple[Sheet, ...]


def draw(  # noqa: PLR0913 - options, each with a name of its own
    workflow: Workflow,
    names: Names,
    *,
    title: str = "",
    engine: Engine = layered,
    page: str = "",
    anchor: str = "step-",
    chart_id: str = "chart",
    standalone: bool = False,
    named: bool = False,
    fates: Fates = UNCHANGED,
) -> Drawing:
    """Draw a workflow.

    The links lead to a `page` ("": to the one that the chart is on), where `anchor` stands before
    each step's id. `chart_id` is the id of the `<svg>`;
    `named` gives each step in the picture the id that links lead to, where no list has it;
    `standalone` makes a file of its own, on white paper; `fates` mark what became of its parts
    since another version.
    """
    listed = outline(workflow, names, fates)
    graph, placement = fit(listed, names.words, engine)
    width, height = extent(graph, placement)
    root = {"id": chart_id, **_root(title, width, height, names.words)}
    inside = [
        *arrows(graph, placement, chart_id),
        steps(graph, placement, f"{page}#{anchor}", names.words, anchor if named else ""),
    ]
    if standalone:
        root |= {"xmlns": "http://www.w3.org/2000/svg"}
        inside.insert(0, _paper(width, height))
    svg = serialise(Element("svg", root, tuple(inside)))
    return Drawing(chart_id, svg, width, height, listed, sheets(graph, placement, (width, height)))


def _root(title: str, width: int, height: int, words: Words) -> dict[str, Value]:
    return {
        "role": "graphics-document",
        "aria-roledescription": words("chart.flowchart"),
        "aria-label": words("chart.named", title=title) if title else words("chart.flowchart"),
        "class": "sop-svg",
        "viewBox": f"0 0 {width} {height}",
        "width": width,
        "height": height,
        "font-family": _FONTS,
        "font-size": _FONT_SIZE,
    }


def _paper(width: int, height: int) -> Element:
    return Element("rect", {"width": width, "height": height, "fill": PAPER})
