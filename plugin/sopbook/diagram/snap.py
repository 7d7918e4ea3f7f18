"""Pass 8: move the drawing to the top left corner, on whole pixels, so that lines are crisp."""

from collections.abc import Iterator

from sopbook.diagram.graph import Graph
from sopbook.diagram.placement import Placement, Point, Route

MARGIN = 8
"""Free px around the drawing: room for a focus ring."""


def snap(graph: Graph, placement: Placement) -> Placement:
    """Give the same placement in whole numbers, nothing of it left of or above `MARGIN`."""
    corners = tuple(_corners(graph, placement))
    left = min((x for x, _ in corners), default=0.0) - MARGIN
    top = min((y for _, y in corners), default=0.0) - MARGIN

    def moved(points: Route) -> Route:
        return tuple((round(x - left), round(y - top)) for x, y in points)

    return Placement(moved(placement.middles), tuple(moved(route) for route in placement.routes))


def extent(graph: Graph, placement: Placement) -> tuple[int, int]:
    """Measure a snapped drawing: its width and height in px, the margin included."""
    corners = tuple(_corners(graph, placement))
    wide = max((x for x, _ in corners), default=0)
    high = max((y for _, y in corners), default=0)
    return round(wide) + MARGIN, round(high) + MARGIN


def _corners(graph: Graph, placement: Placement) -> Iterator[Point]:
    for box, (x, y) in zip(graph.boxes, placement.middles, strict=True):
        yield x - box.width / 2, y - box.height / 2
        yield x + box.width / 2, y + box.height / 2
    for route in placement.routes:
        yield from route
