"""Circles: what leads back to itself, whether steps, SOPs or escalations."""

from collections.abc import Iterator, Mapping

from sopbook.analysis.ways import turned

Onward = Mapping[str, tuple[str, ...]]
"""What each name leads to; every name that is led to has an entry."""


def circles(onward: Onward) -> tuple[tuple[str, ...], ...]:
    """Give each group of names that lead to one another, and each that leads to itself.

    Groups, and the names in them, stand in the order of `onward`.
    """
    place = {name: number for number, name in enumerate(onward)}
    groups = (sorted(group, key=place.__getitem__) for group in _groups(onward))
    round_ = (group for group in groups if len(group) > 1 or group[0] in onward[group[0]])
    return tuple(tuple(group) for group in sorted(round_, key=lambda group: place[group[0]]))


def round_trip(start: str, onward: Onward) -> tuple[str, ...]:
    """Give the shortest way from a name back to it, the name at both ends; else nothing."""
    came_from: dict[str, str] = {}
    waiting = [start]
    for name in waiting:
        for way in onward[name]:
            if way not in came_from:
                came_from[way] = name
                waiting.append(way)
    return (start, *reversed(tuple(_back(start, came_from)))) if start in came_from else ()


def _back(start: str, came_from: Mapping[str, str]) -> Iterator[str]:
    yield start
    name = came_from[start]
    while name != start:
        yield name
        name = came_from[name]


def _groups(onward: Onward) -> Iterator[list[str]]:
    """Yield the names in groups: all that lead to a name, of those that are left.

    What leads to others comes before them, so what is left leads nowhere else.
    """
    back, told = turned(onward), set[str]()
    for first in reversed(tuple(_last_first(onward))):
        group: list[str] = []
        waiting = [first]
        while waiting:
            name = waiting.pop()
            if name not in told:
                told.add(name)
                group.append(name)
                waiting += back[name]
        if group:
            yield group


def _last_first(onward: Onward) -> Iterator[str]:
    """Yield every name after all that it leads to, circles apart; with a stack of our own."""
    seen: set[str] = set()
    for root in onward:
        if root in seen:
            continue
        seen.add(root)
        path = [(root, iter(onward[root]))]
        while path:
            way = next((way for way in path[-1][1] if way not in seen), None)
            if way is None:
                yield path.pop()[0]
            else:
                seen.add(way)
                path.append((way, iter(onward[way])))
