"""Lay out a chart so that it fits a page: roomy where it can, closer together where it must."""

from collections.abc import Iterator

from sopbook.core.words import Words
from sopbook.diagram.build import build
from sopbook.diagram.clip import clip
from sopbook.diagram.cycles import backward
from sopbook.diagram.graph import Graph
from sopbook.diagram.measure import Room
from sopbook.diagram.outline import Outline
from sopbook.diagram.placement import Engine, Gaps, Placement
from sopbook.diagram.snap import extent, snap
from sopbook.diagram.stems import stems

COLUMN = 760
"""How wide a chart may be to stand in a page's text, in px."""
_RUNGS = (
    (Room(), Gaps()),
    (Room(132.0, 88.0, 1.9), Gaps(28.0, 24.0, 16.0)),
    (Room(104.0, 76.0, 1.6), Gaps(26.0, 18.0, 12.0)),
)
_MANY = 400
"""Steps from which a chart is laid out once: it is read enlarged in any case."""


def fit(outline: Outline, words: Words, engine: Engine) -> tuple[Graph, Placement]:
    """Give the first layout that fits `COLUMN`, or the narrowest."""
    layouts = _layouts(outline, words, engine)
    best = next(layouts)
    for tried in layouts:
        best = min(best, tried, key=lambda layout: extent(*layout)[0])
    return best


def _layouts(outline: Outline, words: Words, engine: Engine) -> Iterator[tuple[Graph, Placement]]:
    for room, gaps in _RUNGS:
        graph = build(outline, words, room)
        placement = layout(graph, gaps, engine)
        yield graph, placement
        if extent(graph, placement)[0] <= COLUMN or outline.count > _MANY:
            return


def layout(graph: Graph, gaps: Gaps, engine: Engine) -> Placement:
    """Place a graph: find the loops, place, gather at decisions, snap, clip."""
    placement = engine(graph, backward(graph), gaps)
    return clip(graph, snap(graph, stems(graph, placement, gaps)))
