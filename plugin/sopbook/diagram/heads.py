"""Pass 7: give the head of every arrow a straight stretch to stand on."""

from itertools import starmap

from sopbook.diagram.free import Obstacles, obstacles
from sopbook.diagram.graph import Graph
from sopbook.diagram.placement import Placement, Point, Route

_STAND = 14.0
"""How long the last stretch of an arrow should be, in px."""
_TURN = 6.0
"""How long the stretch before the last bend must remain, in px."""
_BENT = 4
"""Points of a route that bends twice."""


def heads(graph: Graph, placement: Placement) -> Placement:
    """Move the last bend of an arrow away from its end, where there is room."""
    boxes = obstacles(graph, placement)

    def headed(way: int, route: Route) -> Route:
        return _headed(boxes, way, route) if graph.edges[way].is_arrow else route

    return Placement(placement.middles, tuple(starmap(headed, enumerate(placement.routes))))


def _headed(boxes: Obstacles, way: int, route: Route) -> Route:
    if len(route) < _BENT:
        return route
    before, turn, corner, end = route[-_BENT:]
    axis = 1 if corner[0] == end[0] else 0
    length, room = end[axis] - corner[axis], turn[axis] - before[axis]
    missing = _STAND - abs(length)
    if missing <= 0 or length * room <= 0 or abs(room) - missing < _TURN:
        return route
    shift = -missing if length > 0 else missing
    moved = (*route[:-3], _shifted(turn, axis, shift), _shifted(corner, axis, shift), end)
    return moved if boxes.is_free(way, moved) else route


def _shifted(point: Point, axis: int, by: float) -> Point:
    return (point[0] + by, point[1]) if axis == 0 else (point[0], point[1] + by)
