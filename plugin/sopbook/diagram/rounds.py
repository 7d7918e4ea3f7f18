"""Pass 4: lead an answer that comes back to its own question round the outside."""

from collections.abc import Iterator
from itertools import pairwise

from sopbook.diagram.free import obstacles
from sopbook.diagram.graph import Graph
from sopbook.diagram.placement import Placement, Route

_OUT = 15.0
"""How far outside it goes up, in px."""


def rounds(graph: Graph, placement: Placement) -> Placement:
    """Go from the outer side of the words up to the question's corner on that side."""
    boxes, routes = obstacles(graph, placement), list(placement.routes)
    for way in _back(graph):
        free = (route for route in _outside(graph, placement, way) if boxes.is_free(way, route))
        routes[way] = next(free, routes[way])
    return Placement(placement.middles, tuple(routes))


def _back(graph: Graph) -> Iterator[int]:
    """Yield the edges from words to the step that they came from; they follow the edge there."""
    for way, (there, back) in enumerate(pairwise(graph.edges)):
        if not there.is_arrow and there.source == back.target:
            yield way + 1


def _outside(graph: Graph, placement: Placement, way: int) -> Iterator[Route]:
    """Yield the way round on the side where the words lie, then on the other."""
    edge = graph.edges[way]
    (x, y), (to_x, to_y) = placement.middles[edge.source], placement.middles[edge.target]
    half, wide = graph.boxes[edge.source].width / 2, graph.boxes[edge.target].width / 2
    for side in (1, -1) if x > to_x else (-1, 1):
        start, end = x + side * half, to_x + side * wide
        out = side * (max(side * start, side * end) + _OUT)
        yield (start, y), (out, y), (out, to_y), (end, to_y)
