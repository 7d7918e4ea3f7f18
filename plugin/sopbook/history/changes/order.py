"""What kept its order: the most things that can stay where they are while the rest moves."""

from bisect import bisect_left
from collections.abc import Sequence


def rising(numbers: Sequence[int]) -> tuple[int, ...]:
    """Give the places of a longest strictly rising run of numbers, gaps allowed."""
    ends: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        length = bisect_left(ends, number)
        before.append(places[length - 1] if length else -1)
        ends[length : length + 1] = [number]
        places[length : length + 1] = [place]
    found = []
    place = places[-1] if places else -1
    while place >= 0:
        found.append(place)
        place = before[place]
    return tuple(reversed(found))
