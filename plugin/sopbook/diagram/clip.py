"""Pass 9: end every edge on the borders of its boxes, and drop the corners that are none."""

from collections.abc import Iterator
from itertools import pairwise

from sopbook.diagram.border import depth, inset
from sopbook.diagram.graph import Box, Graph
from sopbook.diagram.placement import Placement, Point, Route


def clip(graph: Graph, placement: Placement) -> Placement:
    """Lead the ends of edges on to slanted and round borders."""
    routes = tuple(
        _straightened(_clipped(graph, placement, edge.source, edge.target, route))
        for edge, route in zip(graph.edges, placement.routes, strict=True)
    )
    return Placement(placement.middles, routes)


def _clipped(graph: Graph, placement: Placement, source: int, target: int, route: Route) -> Route:
    first = _end(graph.boxes[source], placement.middles[source], route[0], route[1])
    last = _end(graph.boxes[target], placement.middles[target], route[-1], route[-2])
    return first, *route[1:-1], last


def _end(box: Box, middle: Point, end: Point, before: Point) -> Point:
    """Move the end of the stretch `before`-`end` along it, on to the border."""
    (x, y), (middle_x, middle_y) = end, middle
    if x == before[0]:
        reach = box.height / 2 - depth(box, x - middle_x)
        return x, middle_y + (reach if before[1] > middle_y else -reach)
    if y != before[1]:
        return end
    left, right = inset(box, y - middle_y)
    if before[0] > middle_x:
        return middle_x + box.width / 2 - right, y
    return middle_x - box.width / 2 + left, y


def _straightened(route: Route) -> Route:
    return (route[0], *_turns(route), route[-1])


def _turns(route: Route) -> Iterator[Point]:
    """Yield the corners at which the direction changes."""
    last = route[0]
    for here, following in pairwise(route[1:]):
        if not (last[0] == here[0] == following[0] or last[1] == here[1] == following[1]):
            yield here
            last = here
