"""How often each place of a course is come to, where ways are taken by chance and go back."""

from collections.abc import Iterator, Sequence

Net = Sequence[Sequence[tuple[int, float]]]
"""From each place: the places it leads to, and how often. What is not later goes back."""

_MOST_HEADS = 60
"""So many places may be gone back to within one knot of loops: people follow no knot like that."""
_NOTHING = 1e-12


def arrivals(net: Net, entering: Sequence[float]) -> list[float] | None:
    """Say how often each place is come to, on average; `entering` is what comes from outside.

    It may hold more places than the net: those are ends. None: nobody ever gets out of a loop,
    or the loops are too many to be solved.

    Where nothing goes back, one look at each place in order is enough. Places between which ways
    go back are solved together, by the few places that are gone back to.
    """
    at = [*entering]
    for first, last, heads in _knots(net):
        if heads:
            again = _again(net, at, (first, last), heads)
            if again is None:
                return None
            for head, more in zip(heads, again, strict=True):
                at[head] += more
        for place in range(first, last + 1):
            for to, share in net[place]:
                if to > place:
                    at[to] += at[place] * share
    return at


def _knots(net: Net) -> Iterator[tuple[int, int, list[int]]]:
    """Yield stretches that no way leads back out of, with the places that are gone back to."""
    latest: dict[int, int] = {}
    for place, turns in enumerate(net):
        latest |= {to: place for to, _ in turns if to <= place}
    first = 0
    while first < len(net):
        place, last = first, first
        while place <= last:
            last = max(last, latest.get(place, 0))
            place += 1
        yield first, last, [head for head in range(first, last + 1) if head in latest]
        first = last + 1


def _again(
    net: Net, at: Sequence[float], knot: tuple[int, int], heads: list[int]
) -> list[float] | None:
    """Say how often each head is come back to."""
    if len(heads) > _MOST_HEADS:
        return None
    first, last = knot
    coming = _returns(net, at[first : last + 1], knot, heads)
    rounds = tuple(_rounds(net, knot, heads))
    # Who comes back are those who come, and those who come back and go round once more.
    matrix = [
        [float(row == column) - back[row] for column, back in enumerate(rounds)]
        for row in range(len(heads))
    ]
    return solved(matrix, coming)


def _rounds(net: Net, knot: tuple[int, int], heads: list[int]) -> Iterator[list[float]]:
    """Yield, for each head, how often one visit there comes back to each head."""
    first, last = knot
    for head in heads:
        flow = [0.0] * (last - first + 1)
        flow[head - first] = 1.0
        yield _returns(net, flow, knot, heads)


def _returns(
    net: Net, flow: Sequence[float], knot: tuple[int, int], heads: list[int]
) -> list[float]:
    """Send a flow through a knot once; give what comes back to each head."""
    first, last = knot
    passing, back = [*flow], dict.fromkeys(heads, 0.0)
    for place in range(first, last + 1):
        here = passing[place - first]
        for to, share in net[place] if here else ():
            if to <= place:
                back[to] += here * share
            elif to <= last:
                passing[to - first] += here * share
    return list(back.values())


def solved(matrix: list[list[float]], right: list[float]) -> list[float] | None:
    """Solve a few linear equations (Gauss, by the largest pivot); None where not one answer."""
    size = len(right)
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(rows[row][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        if abs(rows[column][column]) < _NOTHING:
            return None
        for row in range(column + 1, size):
            factor = rows[row][column] / rows[column][column]
            rows[row] = [
                one - factor * other for one, other in zip(rows[row], rows[column], strict=True)
            ]
    found = [0.0] * size
    for row in reversed(range(size)):
        rest = sum(rows[row][column] * found[column] for column in range(row + 1, size))
        found[row] = (rows[row][size] - rest) / rows[row][row]
    return found
