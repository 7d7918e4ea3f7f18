"""Lay out a chart so that it fits a page: roomy where it can, closer together where it must."""

from sopbook.core.words import Words
from sopbook.diagram.build import build
from sopbook.diagram.clip import clip
from sopbook.diagram.cycles import backward
from sopbook.diagram.graph import Graph
from sopbook.diagram.heads import heads
from sopbook.diagram.measure import Room
from sopbook.diagram.near import near
from sopbook.diagram.outline import Outline
from sopbook.diagram.placement import Engine, Gaps, Placement
from sopbook.diagram.rounds import rounds
from sopbook.diagram.snap import extent, snap
from sopbook.diagram.stems import stems

COLUMN = 760
"""How wide a chart may be to stand in a page's text, in px."""
_ROOMY = Room(), Gaps()
_CLOSER = Room(132.0, 88.0, 1.9), Gaps(28.0, 24.0, 16.0)
_CLOSEST = Room(104.0, 76.0, 1.6), Gaps(26.0, 18.0, 12.0)
_GAIN = 0.9
"""How wide a chart of boxes closer together is, as a part of the roomy one's."""


def fit(outline: Outline, words: Words, engine: Engine) -> tuple[Graph, Placement]:
    """Give the first layout that fits `COLUMN`, or the narrowest."""
    best, wide = _tried(outline, words, engine, _ROOMY)
    for rung in (_CLOSER, _CLOSEST):
        is_hopeless = rung is _CLOSER and wide * _GAIN > COLUMN
        if wide > COLUMN and not is_hopeless and not best[0].is_huge:
            tried, width = _tried(outline, words, engine, rung)
            best, wide = (tried, width) if width < wide else (best, wide)
    return best


def _tried(
    outline: Outline, words: Words, engine: Engine, rung: tuple[Room, Gaps]
) -> tuple[tuple[Graph, Placement], int]:
    """Lay out a chart with so much room, and measure its width."""
    room, gaps = rung
    graph = build(outline, words, room)
    placement = layout(graph, gaps, engine)
    return (graph, placement), extent(graph, placement)[0]


def layout(graph: Graph, gaps: Gaps, engine: Engine) -> Placement:
    """Place a graph, then mend it pass by pass; in a huge one nobody would see it."""
    placement = engine(graph, backward(graph), gaps)
    if not graph.is_huge:
        placement = stems(graph, rounds(graph, placement), gaps)
        placement = heads(graph, near(graph, placement))
    return clip(graph, snap(graph, placement))
