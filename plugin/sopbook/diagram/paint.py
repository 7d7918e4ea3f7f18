"""Turn a placed graph into SVG: the arrows first, then the steps as a list of links."""

from collections.abc import Iterator
from itertools import groupby

from sopbook.core.fates import Fate
from sopbook.core.words import Words
from sopbook.diagram.colours import FATE_WIDTH, FATES, INK, LABEL, LINE, PAPER, Colours, colours
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
_LINES: dict[str, Value] = {"fill": "none", "stroke": LINE, "stroke-width": 1.5}
_LABELS: dict[str, Value] = {
    "fill": LABEL,
    "stroke": "#cbd5e1",
    "stroke-width": 1,
    "font-size": PILL,
    "text-anchor": "middle",
}


def arrows(graph: Graph, placement: Placement, chart_id: str) -> tuple[Element, ...]:
    """Paint the lines with their heads, and the words on them.

    They are hidden from readers who listen: the links of the steps say the same.
    """
    loops, tip = backward(graph), f"{chart_id}-tip"
    lines = tuple(_line(graph, placement, legs, loops) for legs in _ways(graph))
    paint = {**_LINES, "marker-end": f"url(#{tip})"}
    return (
        head(tip, LINE),
        _hidden("sop-lines", lines, paint),
        _hidden("sop-labels", tuple(_labels(graph, placement)), _LABELS),
    )


def steps(graph: Graph, placement: Placement, anchor: str, words: Words, own: str = "") -> Element:
    """Paint the boxes: a list, each item one link to the step's place in the page.

    `own` stands before the ids of the items, which have none where it is "".
    """
    count = sum(box.item is not None for box in graph.boxes)
    items = tuple(
        _step(box, middle, anchor, spoken(box.item, count, words), own)
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


def _hidden(name: str, children: tuple[Element, ...], paint: dict[str, Value]) -> Element:
    return Element("g", {"class": name, "aria-hidden": "true", **paint}, children)


def _line(
    graph: Graph, placement: Placement, legs: tuple[int, ...], loops: frozenset[int]
) -> Element:
    """Paint a way as one line, interrupted by its words; `data-way` has its ends' numbers."""
    first, last = graph.edges[legs[0]], graph.edges[legs[-1]]
    drawn = (path(placement.routes[leg], is_arrow=graph.edges[leg].is_arrow) for leg in legs)
    fate = graph.boxes[first.target].fate if len(legs) > 1 else None
    kinds = [*(["sop-loop"] if loops.intersection(legs) else []), *_fate_class(fate)]
    kind: dict[str, Value] = {"class": " ".join(kinds)} if kinds else {}
    ends = f"{first.source + 1} {last.target + 1}"
    return Element("path", {"data-way": ends, "d": "".join(drawn), **kind, **_stroke(fate)})


def _stroke(fate: Fate | None) -> dict[str, Value]:
    """Say how the border or the line of what changed is drawn."""
    if fate is None:
        return {}
    stroke = FATES[fate]
    dashes: dict[str, Value] = {"stroke-dasharray": stroke.dashes} if stroke.dashes else {}
    return {"stroke": stroke.colour, "stroke-width": FATE_WIDTH, **dashes}


def _fate_class(fate: Fate | None) -> tuple[str, ...]:
    return (f"sop-{fate}",) if fate else ()


def _labels(graph: Graph, placement: Placement) -> Iterator[Element]:
    for box, middle in zip(graph.boxes, placement.middles, strict=True):
        if box.item is None:
            border = shape(box, {"fill": PAPER, **_stroke(box.fate)})
            words = _text(box.lines, PILL, 0.0, {"stroke": "none"})
            kind: dict[str, Value] = {"class": f"sop-{box.fate}"} if box.fate else {}
            yield Element("g", {"transform": _to(middle), **kind}, (*border, *words))


def _to(middle: Point) -> str:
    return f"translate({number(middle[0])} {number(middle[1])})"


def _step(box: Box, middle: Point, anchor: str, name: str, own: str) -> Element:
    item, paint = box.item, colours(box)
    if item is None:
        raise ValueError(box)
    role = (f"sop-role-{item.actors[0].colour}",) if item.actors else ()
    kind = " ".join((f"sop-{item.kind}", *role, *_fate_class(item.fate)))
    link = Element(
        "a", {"href": f"{anchor}{item.id}", "aria-label": name}, tuple(_inside(box, paint))
    )
    place: dict[str, Value] = {"id": f"{own}{item.id}"} if own else {}
    place |= {"role": "listitem", "class": kind, "transform": _to(middle)}
    return Element("g", place, (link,))


def _inside(box: Box, paint: Colours) -> Iterator[Element]:
    is_optional = bool(box.item and box.item.when)
    dashes: dict[str, Value] = {"stroke-dasharray": _DASHES} if is_optional else {}
    border = {"fill": paint.fill, "stroke": paint.line, **dashes, **_stroke(box.fate)}
    yield from shape(box, border)
    for part, group in groupby(box.lines, key=lambda line: line.part):
        lines = tuple(group)
        shift = MARK / 2 if box.mark and part is Part.HEAD else 0.0
        if shift and box.mark:
            left = -span(lines[0], box.mark) / 2
            yield mark(box.mark, round(left + MARK / 2), lines[0].middle, paint.line)
        yield from _text(lines, SIZES[part], shift, _print(part, paint))


def _print(part: Part, paint: Colours) -> dict[str, Value]:
    match part:
        case Part.HEAD:
            return {"class": "sop-head", "font-size": SIZES[part], "fill": paint.line}
        case Part.FACT:
            return {"class": "sop-fact", "font-size": SIZES[part]}
        case Part.CAPTION:
            return {"fill": paint.ink} if paint.ink != INK else {}


def _text(
    lines: tuple[Line, ...], size: float, shift: float, paint: dict[str, Value]
) -> Iterator[Element]:
    """Write lines below each other: of one paint as one text, without paint as plain texts."""
    place: dict[str, Value] = {"x": shift} if shift else {}
    below = round(size * _BASELINE)
    if not paint:
        for line in lines:
            yield Element("text", {**place, "y": round(line.middle + below)}, (line.text,))
        return
    spans = (
        Element("tspan", {"x": shift, "dy": HEIGHTS[line.part]}, (line.text,)) for line in lines[1:]
    )
    place["y"] = round(lines[0].middle + below)
    yield Element("text", {**place, **paint}, (lines[0].text, *spans))
