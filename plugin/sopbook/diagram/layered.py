"""Pass 2: place the boxes in rows and lead the edges around them, with graphlay."""

from collections.abc import Iterable, Iterator
from itertools import starmap

import graphlay

from sopbook.diagram.ease import ease
from sopbook.diagram.free import obstacles
from sopbook.diagram.graph import Form, Graph
from sopbook.diagram.placement import Gaps, Placement, Point

_PRESET = "process_map"
# Two boxes that lead to each other: the way back would run in the way there.
_BESIDE = {"source_port": {"side": "right"}, "target_port": {"side": "right"}}
_NONE: frozenset[int] = frozenset()


def layered(graph: Graph, backward: frozenset[int], gaps: Gaps) -> Placement:
    """Place a graph; edges that lead back are laid out forwards and turned round afterwards.

    Loops go up the side of their boxes, and the drawing is narrow, unless edges then touch boxes.
    """
    if not graph.boxes:
        return Placement((), ())
    loose = _loose(graph, backward)
    for sides, compaction in ((loose, "priority"), (_NONE, "priority"), (_NONE, "none")):
        placement = _placed(graph, backward, sides, _options(graph, gaps, compaction))
        if graph.is_huge:
            break
        boxes = obstacles(graph, placement)
        placement = Placement(placement.middles, ease(boxes, placement.routes))
        if all(starmap(boxes.is_free, enumerate(placement.routes))):
            break
    return placement


def request(
    graph: Graph, backward: frozenset[int], gaps: Gaps
) -> tuple[dict[str, object], dict[str, object]]:
    """Say what the engine is asked first: its nodes and edges, and its options."""
    asked = _asked(graph, backward, _loose(graph, backward))
    return asked, _options(graph, gaps, "priority")


def _asked(graph: Graph, backward: frozenset[int], loose: frozenset[int]) -> dict[str, object]:
    return {"nodes": list(_nodes(graph, loose)), "edges": list(_edges(graph, backward))}


def _placed(
    graph: Graph, backward: frozenset[int], loose: frozenset[int], options: dict[str, object]
) -> Placement:
    found = graphlay.layout(_asked(graph, backward, loose), preset=_PRESET, options=options)
    routes = tuple(tuple(_squared(map(_point, edge["points"]))) for edge in found.edges)
    return Placement(
        tuple(_point(node["center"]) for node in found.nodes),
        tuple(route[::-1] if place in backward else route for place, route in enumerate(routes)),
    )


def _loose(graph: Graph, backward: frozenset[int]) -> frozenset[int]:
    """Choose the boxes to leave and enter by any side: decisions, and ends of loops."""
    ends = {end for place in backward for end in _ends(graph, place)}
    diamonds = {place for place, box in enumerate(graph.boxes) if box.form is Form.DIAMOND}
    return frozenset(ends | diamonds)


def _options(graph: Graph, gaps: Gaps, compaction: str) -> dict[str, object]:
    return {
        "direction": "topbottom",
        "effort": "fast" if graph.is_huge else "balanced",
        "compaction": {"mode": compaction},
        "coords": {"branch_style": "symmetric"},
        "spacing": {"layer_gap": gaps.row, "node_gap": gaps.box, "dummy_gap": gaps.edge},
    }


def _nodes(graph: Graph, loose: frozenset[int]) -> Iterator[dict[str, object]]:
    for place, box in enumerate(graph.boxes):
        yield {
            "size": {"width": box.width, "height": box.height},
            "shape": "ellipse" if box.form is Form.DIAMOND else "box",
            **({"port_sides": "any"} if place in loose else {}),
        }


def _edges(graph: Graph, backward: frozenset[int]) -> Iterator[dict[str, object]]:
    pairs = {(edge.source, edge.target) for edge in graph.edges}
    for place in range(len(graph.edges)):
        source, target = _ends(graph, place)
        if place in backward:
            source, target = target, source
        is_between_two = place in backward and (source, target) in pairs
        yield {
            "source": source,
            "target": target,
            "weight": 1.0,
            **(_BESIDE if is_between_two else {}),
        }


def _ends(graph: Graph, place: int) -> tuple[int, int]:
    edge = graph.edges[place]
    return edge.source, edge.target


def _squared(points: Iterable[Point]) -> Iterator[Point]:
    """Put a right angle where the engine, once in some thousand edges, cuts a corner."""
    last = None
    for x, y in points:
        if last and last[0] != x and last[1] != y:
            yield last[0], y
        last = x, y
        yield last


def _point(point: dict[str, float]) -> Point:
    return point["x"], point["y"]
