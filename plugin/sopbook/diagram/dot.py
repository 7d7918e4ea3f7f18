"""The second engine's language: a graph as DOT, and a placement from its JSON."""

import json
from collections.abc import Iterator

from sopbook.diagram.graph import Form, Graph
from sopbook.diagram.placement import Gaps, Placement, Point, Route

_INCH = 72.0
_NEAR = 8


def written(graph: Graph, backward: frozenset[int], gaps: Gaps) -> str:
    """Write a graph as DOT; nothing of what authors wrote goes into it, only sizes and places."""
    return "\n".join(_lines(graph, backward, gaps))


def read(output: str, backward: frozenset[int]) -> Placement:
    """Read what `-Tjson` gives; edges that lead back come reversed and are turned round."""
    found = json.loads(output)
    top = float(found["bb"].split(",")[3])
    boxes = found.get("objects", ())
    edges = sorted(found.get("edges", ()), key=lambda edge: int(edge["id"]))
    routes = tuple(_route(edge["pos"], top) for edge in edges)
    return Placement(
        tuple(_point(box["pos"], top) for box in sorted(boxes, key=lambda box: int(box["name"]))),
        tuple(route[::-1] if place in backward else route for place, route in enumerate(routes)),
    )


def _lines(graph: Graph, backward: frozenset[int], gaps: Gaps) -> Iterator[str]:
    yield "digraph {"
    yield f"graph [splines=ortho nodesep={gaps.box / _INCH} ranksep={gaps.row / _INCH}]"
    yield 'node [fixedsize=true label=""]\nedge [arrowhead=none]'
    for place, box in enumerate(graph.boxes):
        shape = "diamond" if box.form is Form.DIAMOND else "box"
        yield f"{place} [shape={shape} width={box.width / _INCH} height={box.height / _INCH}]"
    for place, edge in enumerate(graph.edges):
        ends = (edge.source, edge.target)
        source, target = ends[::-1] if place in backward else ends
        # Words on an arrow stay near their question.
        weight = 1 if edge.is_arrow else _NEAR
        yield f"{source} -> {target} [id={place} weight={weight}]"
    yield "}"


def _point(text: str, top: float) -> Point:
    """Read a point; DOT counts upwards from the bottom."""
    x, y = text.split(",")
    return float(x), top - float(y)


def _route(text: str, top: float) -> Route:
    """Keep the corners of a spline whose curves are straight: every third point."""
    points = tuple(_point(point, top) for point in text.split())
    corners = tuple(dict.fromkeys(points[::3]))
    return corners if len(corners) > 1 else (points[0], points[-1])
