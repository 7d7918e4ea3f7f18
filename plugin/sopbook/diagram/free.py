"""Whether an edge keeps away from the boxes that it does not join."""

from itertools import pairwise

from sopbook.diagram.graph import Graph
from sopbook.diagram.placement import Placement, Point, Route

CLEAR = 3.0
"""How near an edge may come to another's box, in px."""


def is_free(graph: Graph, placement: Placement, way: int, route: Route) -> bool:
    """Say whether a route for an edge comes to no box but its own."""
    edge = graph.edges[way]
    left, top = (min(axis) - CLEAR for axis in zip(*route, strict=True))
    right, bottom = (max(axis) + CLEAR for axis in zip(*route, strict=True))
    for place, (x, y) in enumerate(placement.middles):
        box = graph.boxes[place]
        half, tall = box.width / 2, box.height / 2
        is_near = left < x + half and x - half < right and top < y + tall and y - tall < bottom
        if is_near and place not in {edge.source, edge.target}:
            size = half + CLEAR, tall + CLEAR
            if any(_meets(start, end, (x, y), size) for start, end in pairwise(route)):
                return False
    return True


def _meets(start: Point, end: Point, middle: Point, size: Point) -> bool:
    """Say whether a stretch comes within `size` of a box's middle, seen as rectangles."""
    return all(
        min(a, b) < centre + reach and centre - reach < max(a, b)
        for a, b, centre, reach in zip(start, end, middle, size, strict=True)
    )
