"""Pass 3: move stretches of edges that the engine led too near to boxes they do not join."""

from collections.abc import Iterator

from sopbook.diagram.free import CLEAR, met
from sopbook.diagram.graph import Graph
from sopbook.diagram.placement import Placement, Point, Route

_ROUNDS = 3
_CORNER = 10.0
"""How far from its box's corners an edge keeps, in px."""


def ease(graph: Graph, placement: Placement) -> Placement:
    """Give every edge room beside the boxes it passes, where there is room."""
    routes = tuple(
        _eased(graph, placement, way, route) for way, route in enumerate(placement.routes)
    )
    return Placement(placement.middles, routes)


def _eased(graph: Graph, placement: Placement, way: int, route: Route) -> Route:
    for _ in range(_ROUNDS):
        near = next(met(graph, placement, way, route), None)
        if near is None:
            break
        free = (
            tried
            for tried in _moved(graph, placement, way, route, near)
            if next(met(graph, placement, way, tried), None) is None
        )
        route = next(free, route)
    return route


def _moved(
    graph: Graph, placement: Placement, way: int, route: Route, near: tuple[int, int]
) -> Iterator[Route]:
    """Yield the route with the stretch near a box moved to one side of it, then to the other."""
    stretch, box = near
    axis = 0 if route[stretch][0] == route[stretch + 1][0] else 1
    size = (graph.boxes[box].width, graph.boxes[box].height)[axis] / 2 + CLEAR
    middle = placement.middles[box][axis]
    here = route[stretch][axis]
    for there in sorted((middle - size, middle + size), key=lambda there: abs(there - here)):
        if _holds(graph, placement, way, route, stretch, there):
            yield tuple(
                _at(point, axis, there) if place in {stretch, stretch + 1} else point
                for place, point in enumerate(route)
            )


def _holds(
    graph: Graph, placement: Placement, way: int, route: Route, stretch: int, there: float
) -> bool:
    """Say whether an end that moves along stays on its box."""
    edge = graph.edges[way]
    axis = 0 if route[stretch][0] == route[stretch + 1][0] else 1
    ends = ((0, edge.source), (len(route) - 2, edge.target))
    return all(
        abs(there - placement.middles[box][axis])
        <= (graph.boxes[box].width, graph.boxes[box].height)[axis] / 2 - _CORNER
        for place, box in ends
        if place == stretch
    )


def _at(point: Point, axis: int, there: float) -> Point:
    return (there, point[1]) if axis == 0 else (point[0], there)
