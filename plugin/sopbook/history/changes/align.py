"""Which parts of two sequences are the same: blocks of a text, words of a sentence.

What is there once on both sides holds the two together; between such anchors the longest common
part is looked for, unless the stretch is too long for it. So time is bounded whatever is compared.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

from sopbook.history.changes.order import rising

Pair = tuple[int, int]
_DEEPEST = 12
_MOST_CELLS = 4_096


def aligned(before: Sequence[Hashable], after: Sequence[Hashable]) -> list[Pair]:
    """Give the places of what is the same on both sides, both rising."""
    found: list[Pair] = []
    waiting = [((0, len(before)), (0, len(after)), 0)]
    while waiting:
        (left, left_end), (right, right_end), depth = waiting.pop()
        while left < left_end and right < right_end and before[left] == after[right]:
            found.append((left, right))
            left, right = left + 1, right + 1
        while (
            left < left_end and right < right_end and before[left_end - 1] == after[right_end - 1]
        ):
            left_end, right_end = left_end - 1, right_end - 1
            found.append((left_end, right_end))
        if left == left_end or right == right_end:
            continue
        one, other = before[left:left_end], after[right:right_end]
        anchors = _anchors(one, other) if depth < _DEEPEST else []
        if not anchors:
            found += [(left + i, right + j) for i, j in _common(one, other)]
            continue
        found += [(left + i, right + j) for i, j in anchors]
        for (i, j), (i_end, j_end) in _between(anchors, len(one), len(other)):
            waiting.append(((left + i, left + i_end), (right + j, right + j_end), depth + 1))
    return sorted(found)


def _between(anchors: list[Pair], left_end: int, right_end: int) -> Iterator[tuple[Pair, Pair]]:
    """Yield where each stretch between anchors begins and ends."""
    starts = [(0, 0), *((i + 1, j + 1) for i, j in anchors)]
    yield from zip(starts, [*anchors, (left_end, right_end)], strict=True)


def _anchors(before: Sequence[Hashable], after: Sequence[Hashable]) -> list[Pair]:
    """Give the longest run of what is there exactly once on either side."""
    once = _once(before)
    shared = [(place, once[item]) for item, place in _once(after).items() if item in once]
    return [(shared[place][1], shared[place][0]) for place in rising([left for _, left in shared])]


def _once(items: Sequence[Hashable]) -> dict[Hashable, int]:
    counts = Counter(items)
    return {item: place for place, item in enumerate(items) if counts[item] == 1}


def _common(before: Sequence[Hashable], after: Sequence[Hashable]) -> Iterator[Pair]:
    """Yield a longest common part; nothing where that would take too long."""
    if len(before) * len(after) > _MOST_CELLS:
        return
    longest = [[0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for i in reversed(range(len(before))):
        for j in reversed(range(len(after))):
            longest[i][j] = (
                longest[i + 1][j + 1] + 1
                if before[i] == after[j]
                else max(longest[i + 1][j], longest[i][j + 1])
            )
    i = j = 0
    while i < len(before) and j < len(after):
        if before[i] == after[j]:
            yield i, j
            i, j = i + 1, j + 1
        elif longest[i + 1][j] >= longest[i][j + 1]:
            i += 1
        else:
            j += 1
