"""Which boxes an edge comes near to, though it does not join them."""

from collections.abc import Iterator
from itertools import pairwise

from sopbook.diagram.graph import Graph
from sopbook.diagram.placement import Placement, Point, Route

CLEAR = 6.0
"""How near an edge should come to another's box, in px."""
TOUCH = 1.5
"""How near it must not come: the boxes' borders have a width, too."""


def is_free(graph: Graph, placement: Placement, way: int, route: Route) -> bool:
    """Say whether a route for an edge touches no box but its own."""
    return next(met(graph, placement, way, route, TOUCH), None) is None


def met(
    graph: Graph, placement: Placement, way: int, route: Route, clear: float = CLEAR
) -> Iterator[tuple[int, int]]:
    """Yield each stretch of a route, by its place, with a box nearer to it than `clear` px."""
    edge = graph.edges[way]
    (left, right), (top, bottom) = ((min(axis), max(axis)) for axis in zip(*route, strict=True))
    for place, (x, y) in enumerate(placement.middles):
        box = graph.boxes[place]
        wide, high = box.width / 2 + clear, box.height / 2 + clear
        is_near = left < x + wide and x - wide < right and top < y + high and y - high < bottom
        if is_near and place not in {edge.source, edge.target}:
            for stretch, (start, end) in enumerate(pairwise(route)):
                if _meets(start, end, (x, y), (wide, high)):
                    yield stretch, place


def _meets(start: Point, end: Point, middle: Point, size: Point) -> bool:
    """Say whether a stretch comes within `size` of a box's middle, seen as rectangles."""
    return all(
        min(a, b) < centre + reach and centre - reach < max(a, b)
        for a, b, centre, reach in zip(start, end, middle, size, strict=True)
    )
