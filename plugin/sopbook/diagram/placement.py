"""Where everything lies: what a layout engine gives, in px from the top left, y downwards."""

from collections.abc import Callable
from dataclasses import dataclass

from sopbook.diagram.graph import Graph

Point = tuple[float, float]
Route = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Gaps:
    """The least distances in px: between rows, between boxes of a row, beside passing edges."""

    row: float = 30.0
    box: float = 30.0
    edge: float = 20.0


@dataclass(frozen=True, slots=True)
class Placement:
    """The middle of each box, and each edge's corners from its source to its target."""

    middles: tuple[Point, ...]
    routes: tuple[Route, ...]


Engine = Callable[[Graph, frozenset[int], Gaps], Placement]
"""Places a graph, given the edges that lead back and the gaps to keep."""
