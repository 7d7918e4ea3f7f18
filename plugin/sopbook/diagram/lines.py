"""Edges as SVG paths: right angles with rounded corners, and a crisp head."""

from collections.abc import Iterator
from math import hypot

from sopbook.diagram.placement import Point, Route
from sopbook.diagram.svg import Element, number

_RADIUS = 8.0
_HEAD = 8.0
"""How long the head of an arrow is, in px."""


def path(route: Route, *, is_arrow: bool) -> str:
    """Write the line of an edge; before a head it ends early, so that the tip stays sharp."""
    points = (*route[:-1], _before(route[-2], route[-1], _HEAD - 1)) if is_arrow else route
    here, written = points[0], "M" + _at(points[0])
    for arrived, turned in _bends(points):
        written += _line(here, arrived[0]) + turned
        here = arrived[1]
    return written + _line(here, points[-1])


def head(name: str, colour: str) -> Element:
    """Draw the head that lines end in, in the line's colour where browsers can."""
    size = {"markerWidth": _HEAD, "markerHeight": _HEAD, "refX": 1, "refY": _HEAD / 2}
    triangle = Element("path", {"d": "M0 0L8 4L0 8z", "fill": "context-stroke", "stroke": "none"})
    kind = {"markerUnits": "userSpaceOnUse", "orient": "auto", "fill": colour}
    return Element("marker", {"id": name, **size, **kind}, (triangle,))


def _bends(points: Route) -> Iterator[tuple[tuple[Point, Point], str]]:
    """Yield where each corner's curve begins and ends, and the curve."""
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        radius = min(_RADIUS, _half(before, here), _half(here, after))
        start, stop = _before(before, here, radius), _before(after, here, radius)
        yield (start, stop), f"Q{_at(here)} {_at(stop)}"


def _line(start: Point, end: Point) -> str:
    """Write a straight line: the shorter forms where it is level or upright."""
    if start == end:
        return ""
    if start[1] == end[1]:
        return "H" + number(end[0])
    return "V" + number(end[1]) if start[0] == end[0] else "L" + _at(end)


def _before(start: Point, end: Point, distance: float) -> Point:
    """Give the point that lies `distance` px before the end, at most back at the start."""
    length = hypot(end[0] - start[0], end[1] - start[1])
    part = min(distance / length, 1.0) if length else 0.0
    return end[0] + (start[0] - end[0]) * part, end[1] + (start[1] - end[1]) * part


def _half(start: Point, end: Point) -> float:
    return hypot(end[0] - start[0], end[1] - start[1]) / 2


def _at(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"
