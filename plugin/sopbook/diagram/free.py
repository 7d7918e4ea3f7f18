"""Which boxes an edge comes near to, though it does not join them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from sopbook.diagram.graph import Graph
from sopbook.diagram.placement import Placement, Point, Route

CLEAR = 6.0
"""How near an edge should come to another's box, in px."""
TOUCH = 1.5
"""How near it must not come: the boxes' borders have a width, too."""

Frame = tuple[float, float, float, float]
"""Left, top, right and bottom of a box, in px."""


@dataclass(frozen=True, slots=True)
class Obstacles:
    """The frames of all boxes, by their places."""

    graph: Graph
    frames: tuple[Frame, ...]

    def is_free(self, way: int, route: Route) -> bool:
        """Say whether a route for an edge touches no box but its own."""
        return next(self.met(way, route, TOUCH), None) is None

    def met(self, way: int, route: Route, clear: float = CLEAR) -> Iterator[tuple[int, int]]:
        """Yield each stretch of a route, by its place, with a box nearer to it than `clear` px."""
        edge = self.graph.edges[way]
        across, down = zip(*route, strict=True)
        left, right = min(across) - clear, max(across) + clear
        top, bottom = min(down) - clear, max(down) + clear
        for place, (x1, y1, x2, y2) in enumerate(self.frames):
            if top < y2 and y1 < bottom and left < x2 and x1 < right:
                if place in {edge.source, edge.target}:
                    continue
                frame = (x1 - clear, y1 - clear, x2 + clear, y2 + clear)
                for stretch, (start, end) in enumerate(pairwise(route)):
                    if _meets(start, end, frame):
                        yield stretch, place


def obstacles(graph: Graph, placement: Placement) -> Obstacles:
    """Frame every box where it lies."""
    return Obstacles(
        graph,
        tuple(
            (x - box.width / 2, y - box.height / 2, x + box.width / 2, y + box.height / 2)
            for box, (x, y) in zip(graph.boxes, placement.middles, strict=True)
        ),
    )


def _meets(start: Point, end: Point, frame: Frame) -> bool:
    """Say whether a stretch and a frame have something in common, seen as rectangles."""
    left, top, right, bottom = frame
    return (
        min(start[0], end[0]) < right
        and left < max(start[0], end[0])
        and min(start[1], end[1]) < bottom
        and top < max(start[1], end[1])
    )
