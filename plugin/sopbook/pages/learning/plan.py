"""By when to read what: the time of a path, spread over its SOPs."""

from collections.abc import Iterator, Sequence

from sopbook.core.measures import DAY, Duration

_WORKING_SHARE = 5 / 7


def working_days(within: Duration) -> int:
    """Say how many working days a span of time has: five in a week, and one at least."""
    share = 1 if within.working or within.most < DAY else _WORKING_SHARE
    return max(1, round(within.most / DAY * share))


def spread(days: int, minutes: Sequence[int]) -> Iterator[int]:
    """Yield the working day by which each is read, from 1: so much a day, in order. 0: any day."""
    whole, read = sum(minutes), 0
    for each in minutes:
        read += each
        yield -(-read * days // whole)
