"""Pass 1: find the edges that lead back, so that the layout may look at them the other way."""

from collections.abc import Iterator

from sopbook.diagram.graph import Graph


def backward(graph: Graph) -> frozenset[int]:
    """Give the places of the edges that close a loop, going depth first in the order written.

    A box that leads to itself is no such edge: it lies within no order.
    """
    ways: list[list[tuple[int, int]]] = [[] for _ in graph.boxes]
    for place, edge in enumerate(graph.edges):
        if edge.source != edge.target:
            ways[edge.source].append((place, edge.target))
    return frozenset(_walk(ways))


def _walk(ways: list[list[tuple[int, int]]]) -> Iterator[int]:
    seen: set[int] = set()
    for root in range(len(ways)):
        if root not in seen:
            seen.add(root)
            yield from _walk_from(root, ways, seen)


def _walk_from(root: int, ways: list[list[tuple[int, int]]], seen: set[int]) -> Iterator[int]:
    """Walk with a stack of our own: a chain of 10,000 steps is deeper than Python's."""
    path, open_ = [(root, iter(ways[root]))], {root}
    while path:
        box, rest = path[-1]
        for place, target in rest:
            if target in open_:
                yield place
            elif target not in seen:
                seen.add(target)
                open_.add(target)
                path.append((target, iter(ways[target])))
                break
        else:
            path.pop()
            open_.discard(box)
