"""The fewest ways through a net that take every arc which must be taken: minimum flow.

A path for each such arc is surely enough; what is too much is taken back by augmenting paths
(Ford and Fulkerson, "Flows in Networks", 1962, with lower bounds). The net has no circles.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

SOURCE, SINK = 0, 1


class Arc(NamedTuple):
    """From one place to another; `name` is what it stands for."""

    tail: int
    head: int
    name: tuple[str, int]
    is_needed: bool


@dataclass(frozen=True)
class Net:
    """Places by number, and the arcs between them: from every place a way leads to the sink."""

    size: int
    arcs: Sequence[Arc]

    @cached_property
    def out(self) -> list[list[int]]:
        """The arcs that leave each place."""
        found: list[list[int]] = [[] for _ in range(self.size)]
        for number, arc in enumerate(self.arcs):
            found[arc.tail].append(number)
        return found

    @cached_property
    def into(self) -> list[list[int]]:
        """The arcs that lead to each place."""
        found: list[list[int]] = [[] for _ in range(self.size)]
        for number, arc in enumerate(self.arcs):
            found[arc.head].append(number)
        return found


def fewest_paths(net: Net) -> list[list[Arc]]:
    """Give the fewest paths from the source to the sink that take every needed arc."""
    flow = _enough(net)
    while _takes_back(net, flow):
        pass
    return list(_paths(net, flow))


def _enough(net: Net) -> list[int]:
    """Send a path through each needed arc that none has taken yet."""
    flow = [0] * len(net.arcs)
    coming = _coming(net)
    for number, arc in enumerate(net.arcs):
        if arc.is_needed and not flow[number]:
            for taken in (*_back(net, arc.tail, coming), number):
                flow[taken] += 1
            place = arc.head
            while place != SINK:
                taken = min(net.out[place], key=lambda n: flow[n] or not net.arcs[n].is_needed)
                flow[taken] += 1
                place = net.arcs[taken].head
    return flow


def _coming(net: Net) -> dict[int, int]:
    """Give an arc by which each place that is reached is come to."""
    coming = {SOURCE: -1}
    waiting = deque([SOURCE])
    while waiting:
        for number in net.out[waiting.popleft()]:
            head = net.arcs[number].head
            if head not in coming:
                coming[head] = number
                waiting.append(head)
    return coming


def _back(net: Net, place: int, coming: dict[int, int]) -> Iterator[int]:
    while place != SOURCE:
        yield coming[place]
        place = net.arcs[coming[place]].tail


def _takes_back(net: Net, flow: list[int]) -> bool:
    """Find a path too many, and lead the others so that it is not needed."""
    moves = {SINK: (-1, 0)}
    waiting = deque([SINK])
    while waiting and SOURCE not in moves:
        place = waiting.popleft()
        for number in net.into[place]:
            arc = net.arcs[number]
            if arc.tail not in moves and flow[number] > arc.is_needed:
                moves[arc.tail] = (number, -1)
                waiting.append(arc.tail)
        for number in net.out[place]:
            if net.arcs[number].head not in moves:
                moves[net.arcs[number].head] = (number, 1)
                waiting.append(net.arcs[number].head)
    if SOURCE not in moves:
        return False
    place = SOURCE
    while place != SINK:
        number, change = moves[place]
        flow[number] += change
        arc = net.arcs[number]
        place = arc.head if change < 0 else arc.tail
    return True


def _paths(net: Net, flow: list[int]) -> Iterator[list[Arc]]:
    """Take the flow apart, in the order of the arcs."""
    while any(flow[number] for number in net.out[SOURCE]):
        path, place = [], SOURCE
        while place != SINK:
            number = next(number for number in net.out[place] if flow[number])
            flow[number] -= 1
            path.append(net.arcs[number])
            place = net.arcs[number].head
        yield path
