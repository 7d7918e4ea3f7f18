"""Pass 6: bring the words on an arrow up to the step it leaves, where they lie far from it."""

from collections.abc import Iterator
from itertools import pairwise

from sopbook.diagram.free import CLEAR
from sopbook.diagram.graph import Graph
from sopbook.diagram.placement import Placement, Point

_FAR = 70.0
"""From where words are far from their step, in px."""
_STEM = 14.0
"""How much of the arrow shows before its words, in px."""
_STRIDE = 12.0


def near(graph: Graph, placement: Placement) -> Placement:
    """Move each far label up along its arrow, as far as nothing else is there."""
    for way, edge in enumerate(graph.edges):
        if not edge.is_arrow and _gap(graph, placement, way) > _FAR:
            placement = _moved(graph, placement, way)
    return placement


def _gap(graph: Graph, placement: Placement, way: int) -> float:
    """Measure from the bottom of an edge's source to the top of its label; below 0 for loops."""
    edge = graph.edges[way]
    bottom = placement.middles[edge.source][1] + graph.boxes[edge.source].height / 2
    return placement.middles[edge.target][1] - graph.boxes[edge.target].height / 2 - bottom


def _moved(graph: Graph, placement: Placement, way: int) -> Placement:
    """Move the label at the end of an edge, if the arrow goes straight through it."""
    pill = graph.edges[way].target
    into, onward = placement.routes[way], placement.routes[way + 1]
    (x, top), (end_x, end) = into[-2:]
    if not x == end_x == placement.middles[pill][0] == onward[0][0] or top >= end:
        return placement
    half = graph.boxes[pill].height / 2
    taken = tuple(_taken(graph, placement, way))
    y = top + _STEM + half
    while y + half < end and not _is_free((x, y), graph.boxes[pill].width / 2, half, taken):
        y += _STRIDE
    if y + half >= end:
        return placement
    middles, routes = list(placement.middles), list(placement.routes)
    middles[pill] = (x, y)
    routes[way] = (*into[:-1], (x, y - half))
    routes[way + 1] = ((x, y + half), *onward[1:])
    return Placement(tuple(middles), tuple(routes))


def _is_free(
    middle: Point, half: float, tall: float, taken: tuple[tuple[Point, Point], ...]
) -> bool:
    (x, y), wide, high = middle, half + CLEAR, tall + CLEAR
    return not any(
        left < x + wide and x - wide < right and top < y + high and y - high < bottom
        for (left, top), (right, bottom) in taken
    )


def _taken(graph: Graph, placement: Placement, way: int) -> Iterator[tuple[Point, Point]]:
    """Yield the corners of everything but a label and its own two edges."""
    pill = graph.edges[way].target
    for place, (x, y) in enumerate(placement.middles):
        if place != pill:
            half, tall = graph.boxes[place].width / 2, graph.boxes[place].height / 2
            yield (x - half, y - tall), (x + half, y + tall)
    for other, route in enumerate(placement.routes):
        if other not in {way, way + 1}:
            for (x, y), (next_x, next_y) in pairwise(route):
                yield (min(x, next_x), min(y, next_y)), (max(x, next_x), max(y, next_y))
