"""A tier of the index as files: its vocabulary by first letters, its places in shards."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from sopbook.search.numbers import written
from sopbook.search.postings import Term
from sopbook.search.stems import MARK

SHARD = 12_000
"""How long a shard may become, unless one word alone fills it."""
SEPARATOR = "'"
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

Data = object
"""What is written down as JSON."""


@dataclass(frozen=True, slots=True)
class Tier:
    """What a reader must know to find a word.

    How many words begin with each letter, in order, and the number of the first word in each shard.
    """

    letters: tuple[tuple[str, int], ...]
    shards: tuple[int, ...]


def tier(terms: Sequence[Term]) -> Tier:
    """Divide the words of a tier."""
    letters = tuple((key, len(found)) for key, found in _by_letter(terms))
    return Tier(letters, tuple(_shards(terms)))


def tier_files(name: str, terms: Sequence[Term], cut: Tier) -> Iterator[tuple[str, Data]]:
    """Yield the key and the data of each file of a tier."""
    for letter, found in _by_letter(terms):
        words = [term.word for term in found]
        counts = "".join(written(term.documents) for term in found)
        yield f"{name}v-{letter}", (_front_coded(words), counts)
    ends = (*cut.shards, len(terms))[1:]
    for number, (begin, end) in enumerate(zip(cut.shards, ends, strict=True)):
        yield f"{name}p-{number}", SEPARATOR.join(term.places for term in terms[begin:end])


def _by_letter(terms: Sequence[Term]) -> Iterator[tuple[str, list[Term]]]:
    for letter, found in groupby(terms, lambda term: _letter(term.word)):
        yield letter, list(found)


def _letter(word: str) -> str:
    """Name the letter by its number, for it becomes the name of a file; stems are apart."""
    is_stem = word.startswith(MARK)
    return f"{'s' if is_stem else ''}{ord(word[is_stem]):x}"


def _shards(terms: Sequence[Term]) -> Iterator[int]:
    length = SHARD
    for number, term in enumerate(terms):
        length += len(term.places) + 1
        if length > SHARD:
            yield number
            length = len(term.places) + 1


def _front_coded(words: Sequence[str]) -> str:
    """Write sorted words, each as how much of the one before it repeats, and the rest."""
    pairs = zip(["", *words], words, strict=False)
    return " ".join(_rest(last, word) for last, word in pairs)


def _rest(last: str, word: str) -> str:
    most = min(len(last), len(word), len(_DIGITS) - 1)
    same = next((place for place in range(most) if last[place] != word[place]), most)
    return f"{_DIGITS[same]}{word[same:]}"
