"""Edges as SVG paths: right angles with rounded corners, and a crisp head."""

from collections.abc import Iterator
from math import hypot

from sopbook.diagram.placement import Point, Route
from sopbook.diagram.svg import number

_RADIUS = 8.0
HEAD = 8.0
"""How long the head of an arrow is, in px."""
_HALF = 4.0


def path(route: Route, *, is_arrow: bool) -> str:
    """Write the line of an edge; under a head it ends early, so that the tip stays sharp."""
    points = (*route[:-1], _before(route[-2], route[-1], HEAD - 1)) if is_arrow else route
    return "M" + _at(points[0]) + "".join(_bends(points)) + "L" + _at(points[-1])


def head(route: Route) -> str:
    """Write the head of an arrow, a triangle whose tip is the route's end."""
    tip, back = route[-1], _before(route[-2], route[-1], HEAD)
    length = hypot(tip[0] - back[0], tip[1] - back[1]) or 1.0
    across = ((tip[1] - back[1]) / length * _HALF, (back[0] - tip[0]) / length * _HALF)
    left = back[0] + across[0], back[1] + across[1]
    right = back[0] - across[0], back[1] - across[1]
    return f"M{_at(tip)}L{_at(left)}L{_at(right)}z"


def _bends(points: Route) -> Iterator[str]:
    """Write each corner as a line up to it and a curve round it."""
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        radius = min(_RADIUS, _half(before, here), _half(here, after))
        start, stop = _before(before, here, radius), _before(after, here, radius)
        yield f"L{_at(start)}Q{_at(here)} {_at(stop)}"


def _before(start: Point, end: Point, distance: float) -> Point:
    """Give the point that lies `distance` px before the end, at most half-way back to the start."""
    length = hypot(end[0] - start[0], end[1] - start[1])
    part = min(distance / length, 1.0) if length else 0.0
    return end[0] + (start[0] - end[0]) * part, end[1] + (start[1] - end[1]) * part


def _half(start: Point, end: Point) -> float:
    return hypot(end[0] - start[0], end[1] - start[1]) / 2


def _at(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"
