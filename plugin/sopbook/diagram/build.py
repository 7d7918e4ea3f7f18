"""Make a graph of an outline: a box a step, and a pill on every arrow that has words."""

from sopbook.core.words import Words
from sopbook.diagram.graph import Box, Edge, Graph
from sopbook.diagram.measure import Room, box, pill
from sopbook.diagram.outline import Outline, Way


def build(outline: Outline, words: Words, room: Room) -> Graph:
    """Measure every step, and lead each way through its pill."""
    boxes: list[Box] = [box(item, words, room) for item in outline.items]
    edges: list[Edge] = []
    places = {item.id: place for place, item in reversed(tuple(enumerate(outline.items)))}
    for place, item in enumerate(outline.items):
        for way in item.ways:
            said = _said(way, words)
            if said:
                edges.append(Edge(place, len(boxes), is_arrow=False))
                edges.append(Edge(len(boxes), places[way.target]))
                boxes.append(pill(said, room, way.fate))
            else:
                edges.append(Edge(place, places[way.target]))
    return Graph(tuple(boxes), tuple(edges))


def _said(way: Way, words: Words) -> str:
    """Give the words on an arrow, with what became of it."""
    if way.fate is None:
        return way.label
    fate = words(f"chart.fate.{way.fate}")
    return words("chart.dot").join((fate, way.label)) if way.label else fate
