"""Cut a tall chart for paper: between rows, so that no box is cut in two."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from sopbook.diagram.graph import Graph
from sopbook.diagram.placement import Placement

_WIDE = 660
"""How wide a sheet of A4 or Letter is between its margins, in px; wider charts shrink to it."""
_HIGH = 860
"""How high it is, with room for a heading."""
_LEAST = 0.4
"""The least part of a sheet that is used, to cut in a better place."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A stretch of the chart for one page: where it starts and how high it is, in px."""

    top: int
    height: int


def sheets(graph: Graph, placement: Placement, size: tuple[int, int]) -> tuple[Sheet, ...]:
    """Cut a chart of a size into sheets; one where it fits."""
    width, height = size
    cuts = tuple(_cuts(tuple(_gaps(graph, placement)), height, _HIGH * max(1.0, width / _WIDE)))
    edges = (0, *cuts, height)
    return tuple(Sheet(top, end - top) for top, end in pairwise(edges))


def _cuts(gaps: tuple[int, ...], height: int, most: float) -> Iterator[int]:
    top = 0
    while height - top > most:
        fitting = [gap for gap in gaps if top + most * _LEAST < gap <= top + most]
        top = fitting[-1] if fitting else int(top + most)
        yield top


def _gaps(graph: Graph, placement: Placement) -> Iterator[int]:
    """Yield the middle of each stretch, from top to bottom, at whose height no box lies."""
    bottom = 0.0
    spans = (
        (y - box.height / 2, y + box.height / 2)
        for box, (_, y) in zip(graph.boxes, placement.middles, strict=True)
    )
    for top, end in sorted(spans):
        if top > bottom:
            yield int((bottom + top) / 2)
        bottom = max(bottom, end)
