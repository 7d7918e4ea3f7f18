"""Pass 5: let the ways down from a decision leave together by its lowest corner."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import starmap

from sopbook.diagram.free import obstacles
from sopbook.diagram.graph import Form, Graph
from sopbook.diagram.placement import Gaps, Placement, Point, Route

_CORNER = 3
"""Points of a route that turns once."""


def stems(graph: Graph, placement: Placement, gaps: Gaps) -> Placement:
    """Start each edge that leaves a diamond downwards at its corner, where boxes leave room."""
    routes, boxes = list(placement.routes), obstacles(graph, placement)
    for box, ways in _downwards(graph, placement).items():
        gathered = dict(_gathered(graph, placement, box, ways, gaps.row / 2))
        if all(starmap(boxes.is_free, gathered.items())):
            for way, route in gathered.items():
                routes[way] = route
    return Placement(placement.middles, tuple(routes))


def _downwards(graph: Graph, placement: Placement) -> dict[int, list[int]]:
    """Collect the edges that leave each diamond downwards."""
    found = defaultdict(list)
    for way, edge in enumerate(graph.edges):
        is_diamond = graph.boxes[edge.source].form is Form.DIAMOND
        if is_diamond and _leaves_downwards(placement.routes[way]):
            found[edge.source].append(way)
    return found


def _leaves_downwards(route: Route) -> bool:
    (x, y), (next_x, next_y) = route[:2]
    return x == next_x and next_y > y


def _gathered(
    graph: Graph, placement: Placement, box: int, ways: list[int], stem: float
) -> Iterator[tuple[int, Route]]:
    """Yield each edge with its new route: all turn to their sides at the same height."""
    x, y = placement.middles[box]
    corner = x, y + graph.boxes[box].height / 2
    turn = max(_turn(placement.routes[way], corner, stem) for way in ways)
    for way in ways:
        yield way, _from_corner(placement.routes[way], corner, turn)


def _turn(route: Route, corner: Point, stem: float) -> float:
    """Give the height at which an edge turns to its side."""
    if len(route) >= _CORNER and route[1][1] > corner[1]:
        return route[1][1]
    return corner[1] + min(stem, max(0.0, route[-1][1] - corner[1]) / 2)


def _from_corner(route: Route, corner: Point, turn: float) -> Route:
    """Lead an edge from the corner to its turn, and from there the way it went."""
    x, _ = corner
    if len(route) == _CORNER:
        return corner, (x, route[1][1]), route[2]
    rest = route[_CORNER:] or route[-1:]
    return corner, (x, turn), (rest[0][0], turn), *rest
