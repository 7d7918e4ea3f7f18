"""How like two texts are, and which of many are worth comparing."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from sopbook.core.fold import fold

Grams = frozenset[str]
"""A text's letters in threes, word by word: they survive endings and the order of words."""

_LONGEST = 400
_COMMON = 40
_CANDIDATES = 12


@lru_cache(maxsize=8_192)
def grams(text: str) -> Grams:
    """Take a text to pieces; of a very long one, the beginning."""
    words = (f" {word} " for word in fold(text[:_LONGEST]).split())
    return frozenset(word[place : place + 3] for word in words for place in range(len(word) - 2))


def likeness(one: Grams, other: Grams, weights: Mapping[str, float] | None = None) -> float:
    """Say what part of two texts is in both (Dice): from 0 to 1.

    With weights, what is rare says more than what stands in every text.
    """
    both, all_of_it = _sum(one & other, weights), _sum(one, weights) + _sum(other, weights)
    return 2 * both / all_of_it if all_of_it else 1.0


def _sum(found: Grams, weights: Mapping[str, float] | None) -> float:
    # Added up exactly: a set has no order, and the last digit may decide.
    return len(found) if weights is None else math.fsum(weights[gram] for gram in found)


def rarity(needed: Grams, *versions: Iterable[Grams]) -> Mapping[str, float]:
    """Weigh the grams that are needed: one that stands in ten texts of a version counts a tenth."""
    counts = [Counter(chain.from_iterable(map(needed.intersection, texts))) for texts in versions]
    return {gram: 1 / max(count[gram] for count in counts) for gram in needed}


def candidates(before: Sequence[Grams], after: Sequence[Grams]) -> Iterator[tuple[int, int]]:
    """Yield the places of pairs worth comparing: a few for each, however many there are."""
    owners: dict[str, list[int]] = defaultdict(list)
    for place, found in enumerate(after):
        for gram in found:
            owners[gram].append(place)
    rare = {gram: places for gram, places in owners.items() if len(places) <= _COMMON}
    for place, mine in enumerate(before):
        counts = Counter(other for gram in mine for other in rare.get(gram, ()))
        for other, _ in sorted(counts.items(), key=_most_first)[:_CANDIDATES]:
            yield place, other


def _most_first(counted: tuple[int, int]) -> tuple[int, int]:
    return -counted[1], counted[0]
