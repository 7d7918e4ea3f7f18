"""What is shown of a long list: the part around a place. The rest has a page of its own."""

MOST = 30
"""So many entries of one list are taken in; more of them only cost every page."""


def excerpt(count: int, place: int | None, *, head: int = 0, tail: int = 0) -> tuple[int, ...]:
    """Give the places that are shown of `count`: those around a `place`, at most `MOST`.

    The first `head` and the last `tail` are shown in any case. Without a place, or where it is
    among these, the ones that come first are shown.
    """
    if count <= MOST:
        return tuple(range(count))
    inner, end = MOST - head - tail, count - tail
    middle = place if place is not None and head <= place < end else head
    begin = max(head, min(middle - inner // 2, end - inner))
    return (*range(head), *range(begin, begin + inner), *range(end, count))
