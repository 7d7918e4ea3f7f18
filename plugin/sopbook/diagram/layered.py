"""Pass 2: place the boxes in rows and lead the edges around them, with graphlay."""

from collections.abc import Iterator

import graphlay

from sopbook.diagram.graph import Form, Graph
from sopbook.diagram.placement import Gaps, Placement, Point

_PRESET = "process_map"
# Two boxes that lead to each other: the way back would run in the way there.
_BESIDE = {"source_port": {"side": "right"}, "target_port": {"side": "right"}}
_MANY = 400
"""Boxes from which the engine hurries: nobody looks for the last crossing among so many."""


def layered(graph: Graph, backward: frozenset[int], gaps: Gaps) -> Placement:
    """Place a graph; edges that lead back are laid out forwards and turned round afterwards."""
    if not graph.boxes:
        return Placement((), ())
    request = {"nodes": list(_nodes(graph, backward)), "edges": list(_edges(graph, backward))}
    found = graphlay.layout(request, preset=_PRESET, options=_options(graph, gaps))
    routes = tuple(tuple(_point(point) for point in edge["points"]) for edge in found.edges)
    return Placement(
        tuple(_point(node["center"]) for node in found.nodes),
        tuple(route[::-1] if place in backward else route for place, route in enumerate(routes)),
    )


def _options(graph: Graph, gaps: Gaps) -> dict[str, object]:
    return {
        "direction": "topbottom",
        "effort": "fast" if len(graph.boxes) > _MANY else "balanced",
        "compaction": {"mode": "priority"},
        "coords": {"branch_style": "symmetric"},
        "spacing": {"layer_gap": gaps.row, "node_gap": gaps.box, "dummy_gap": gaps.edge},
    }


def _nodes(graph: Graph, backward: frozenset[int]) -> Iterator[dict[str, object]]:
    loops = {end for place in backward for end in _ends(graph, place)}
    for place, box in enumerate(graph.boxes):
        is_diamond = box.form is Form.DIAMOND
        yield {
            "size": {"width": box.width, "height": box.height},
            "shape": "ellipse" if is_diamond else "box",
            # Decisions may be left by their corners, and loops go up the side.
            **({"port_sides": "any"} if is_diamond or place in loops else {}),
        }


def _edges(graph: Graph, backward: frozenset[int]) -> Iterator[dict[str, object]]:
    pairs = {(edge.source, edge.target) for edge in graph.edges}
    for place in range(len(graph.edges)):
        source, target = _ends(graph, place)
        if place not in backward:
            yield {"source": source, "target": target, "weight": 1.0}
        elif (target, source) in pairs:
            yield {"source": target, "target": source, "weight": 1.0, **_BESIDE}
        else:
            yield {"source": target, "target": source, "weight": 1.0}


def _ends(graph: Graph, place: int) -> tuple[int, int]:
    edge = graph.edges[place]
    return edge.source, edge.target


def _point(point: dict[str, float]) -> Point:
    return point["x"], point["y"]
