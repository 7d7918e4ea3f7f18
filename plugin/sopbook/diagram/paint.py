"""Turn a placed graph into SVG: the arrows first, then the steps as a list of links."""

from collections.abc import Iterator
from itertools import groupby

from sopbook.core.words import Words
from sopbook.diagram.colours import INK, LABEL, LINE, PAPER, Colours, colours
from sopbook.diagram.cycles import backward
from sopbook.diagram.graph import Box, Graph, Line, Part
from sopbook.diagram.lines import head, path
from sopbook.diagram.measure import HEIGHTS, MARK, PILL, SIZES, span
from sopbook.diagram.placement import Placement, Point
from sopbook.diagram.shapes import mark, shape
from sopbook.diagram.spoken import spoken
from sopbook.diagram.svg import Element, Value, number

# How far below the middle of a line its baseline lies, as a part of the font size.
_BASELINE = 0.35
_DASHES = "5 4"


def arrows(graph: Graph, placement: Placement) -> Element:
    """Paint the edges and the words on them; readers who listen have them in the links."""
    loops = backward(graph)
    paint: dict[str, Value] = {"fill": "none", "stroke": LINE, "stroke-width": 1.5}
    ways = tuple(_way(graph, placement, legs, loops) for legs in _ways(graph))
    return Element("g", {"class": "sop-ways", "aria-hidden": "true", **paint}, ways)


def steps(graph: Graph, placement: Placement, anchor: str, words: Words) -> Element:
    """Paint the boxes: a list, each item one link to the step's place in the page."""
    count = sum(box.item is not None for box in graph.boxes)
    items = tuple(
        _step(box, middle, anchor, spoken(box.item, count, words))
        for box, middle in zip(graph.boxes, placement.middles, strict=True)
        if box.item
    )
    paint: dict[str, Value] = {"fill": INK, "stroke-width": 1.5, "text-anchor": "middle"}
    return Element("g", {"class": "sop-steps", "role": "list", **paint}, items)


def _ways(graph: Graph) -> Iterator[tuple[int, ...]]:
    """Yield the edges of each way: two where it has words, one otherwise."""
    for place, edge in enumerate(graph.edges):
        if not edge.is_arrow:
            yield place, place + 1
        elif graph.boxes[edge.source].item:
            yield (place,)


def _way(
    graph: Graph, placement: Placement, legs: tuple[int, ...], loops: frozenset[int]
) -> Element:
    first, last = graph.edges[legs[0]], graph.edges[legs[-1]]
    line = "".join(path(placement.routes[leg], is_arrow=graph.edges[leg].is_arrow) for leg in legs)
    children = [Element("path", {"d": line}), _tip(head(placement.routes[legs[-1]]))]
    if len(legs) > 1:
        children += _pill(graph.boxes[first.target], placement.middles[first.target])
    kind = {"class": "sop-loop"} if loops.intersection(legs) else {}
    return Element(
        "g", {"data-way": f"{first.source + 1} {last.target + 1}", **kind}, tuple(children)
    )


def _tip(outline: str) -> Element:
    return Element("path", {"class": "sop-tip", "d": outline, "fill": LINE, "stroke": "none"})


def _pill(box: Box, middle: Point) -> Iterator[Element]:
    place = f"translate({number(middle[0])} {number(middle[1])})"
    text: dict[str, Value] = {
        "class": "sop-label", "font-size": PILL, "fill": LABEL, "stroke": "none",
        "text-anchor": "middle",
    }  # fmt: skip
    border = tuple(shape(box, {"fill": PAPER, "stroke": "#cbd5e1", "stroke-width": 1}))
    words = _text(box.lines, PILL, 0.0, text)
    yield Element("g", {"transform": place}, (*border, words))


def _step(box: Box, middle: Point, anchor: str, name: str) -> Element:
    item, paint = box.item, colours(box)
    if item is None:
        raise ValueError(box)
    kind = f"sop-{item.kind}" + (f" sop-role-{item.actors[0].colour}" if item.actors else "")
    link = Element(
        "a", {"href": f"#{anchor}{item.id}", "aria-label": name}, tuple(_inside(box, paint))
    )
    place = f"translate({number(middle[0])} {number(middle[1])})"
    return Element(
        "g", {"role": "listitem", "class": kind, "data-step": item.id, "transform": place}, (link,)
    )


def _inside(box: Box, paint: Colours) -> Iterator[Element]:
    is_optional = bool(box.item and box.item.when)
    dashes: dict[str, Value] = {"stroke-dasharray": _DASHES} if is_optional else {}
    yield from shape(box, {"fill": paint.fill, "stroke": paint.line, **dashes})
    for part, group in groupby(box.lines, key=lambda line: line.part):
        lines = tuple(group)
        shift = MARK / 2 if box.mark and part is Part.HEAD else 0.0
        if shift and box.mark:
            left = -max(span(line, box.mark) for line in lines) / 2
            yield mark(box.mark, round(left + MARK / 2), lines[0].middle, paint.line)
        yield _text(lines, SIZES[part], shift, _print(part, paint))


def _print(part: Part, paint: Colours) -> dict[str, Value]:
    match part:
        case Part.HEAD:
            return {"class": "sop-head", "font-size": SIZES[part], "fill": paint.line}
        case Part.FACT:
            return {"class": "sop-fact", "font-size": SIZES[part], "fill": LABEL}
        case Part.CAPTION:
            return {"fill": paint.ink} if paint.ink != INK else {}


def _text(lines: tuple[Line, ...], size: float, shift: float, paint: dict[str, Value]) -> Element:
    """Write lines one below the other, the first one's middle where it says."""
    place: dict[str, Value] = {"y": round(lines[0].middle + size * _BASELINE, 1)}
    if shift:
        place["x"] = shift
    below = (
        Element("tspan", {"x": shift, "dy": HEIGHTS[line.part]}, (line.text,)) for line in lines[1:]
    )
    return Element("text", {**place, **paint}, (lines[0].text, *below))
