"""Pass 3: move stretches of edges that the engine led too near to boxes they do not join."""

from collections.abc import Iterator

from sopbook.diagram.free import CLEAR, TOUCH, Obstacles
from sopbook.diagram.placement import Point, Route

_CLEARANCES = (CLEAR, CLEAR / 2, TOUCH)
"""How far from boxes an edge is moved, in px: far, or at least so that it touches none."""
_CORNER = 10.0
"""How far from its box's corners an edge keeps, in px."""


def ease(boxes: Obstacles, routes: tuple[Route, ...]) -> tuple[Route, ...]:
    """Give every edge room beside the boxes it passes, where there is room."""
    return tuple(_eased(boxes, way, route) for way, route in enumerate(routes))


def _eased(boxes: Obstacles, way: int, route: Route) -> Route:
    for clear in _CLEARANCES:
        near = tuple(boxes.met(way, route, clear))
        if not near:
            break
        tries = (
            tried
            for stretch, box in near
            for tried in _moved(boxes, way, route, stretch, (box, clear))
        )
        free = (tried for tried in tries if next(boxes.met(way, tried, clear), None) is None)
        route = next(free, route)
    return route


def _moved(
    boxes: Obstacles, way: int, route: Route, stretch: int, near: tuple[int, float]
) -> Iterator[Route]:
    """Yield the route with the stretch near a box moved to one side of it, then to the other."""
    box, clear = near
    axis = 0 if route[stretch][0] == route[stretch + 1][0] else 1
    here = route[stretch][axis]
    sides = boxes.frames[box][axis] - clear, boxes.frames[box][axis + 2] + clear
    for there in sorted(sides, key=lambda there: abs(there - here)):
        if _holds(boxes, way, len(route), (stretch, axis, there)):
            yield tuple(
                _at(point, axis, there) if place in {stretch, stretch + 1} else point
                for place, point in enumerate(route)
            )


def _holds(boxes: Obstacles, way: int, count: int, move: tuple[int, int, float]) -> bool:
    """Say whether the ends of a route of so many points stay on their boxes in a move."""
    stretch, axis, there = move
    edge = boxes.graph.edges[way]
    return all(
        boxes.frames[box][axis] + _CORNER <= there <= boxes.frames[box][axis + 2] - _CORNER
        for end, box in ((0, edge.source), (count - 2, edge.target))
        if end == stretch
    )


def _at(point: Point, axis: int, there: float) -> Point:
    return (there, point[1]) if axis == 0 else (point[0], there)
