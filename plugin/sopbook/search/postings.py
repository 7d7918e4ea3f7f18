"""Which word stands in which units of which documents."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sopbook.search.documents import Document
from sopbook.search.numbers import written
from sopbook.search.stems import stem
from sopbook.search.units import FIRST_SPOT, Unit
from sopbook.search.words import words

COMMON = 0.4
"""The share of documents from which on a word tells nothing of a step, or of a text."""
MANY = 200
"""… where there are many of them."""

Units = tuple[int, ...]
"""Where a word stands in a document: each unit twice, plus one where it stands there again."""
Postings = Mapping[str, Sequence[tuple[int, Units]]]


@dataclass(frozen=True, slots=True)
class Term:
    """A word: in how many documents it stands, and where, written down."""

    word: str
    documents: int
    places: str


def terms(
    documents: Sequence[Document],
    read: Callable[[Document], Iterable[Unit]],
    language: str,
    common_until: int = FIRST_SPOT,
) -> tuple[Term, ...]:
    """List the words of a tier in order.

    Of a word that is common only the units below `common_until` are kept.
    """
    found = _gathered(documents, read, language)
    limit = max(MANY, COMMON * len(documents))
    return tuple(
        Term(word, len(places), _written(_kept(places, common_until, limit)))
        for word, places in sorted(found.items())
    )


def _gathered(
    documents: Sequence[Document], read: Callable[[Document], Iterable[Unit]], language: str
) -> Postings:
    found: dict[str, list[tuple[int, Units]]] = {}
    shared: dict[Units, Units] = {}
    for number, document in enumerate(documents):
        for word, units in _of(read(document), language).items():
            places = tuple(units)
            found.setdefault(word, []).append((number, shared.setdefault(places, places)))
    return found


def _of(units: Iterable[Unit], language: str) -> dict[str, list[int]]:
    """Give the units of each word of a document, in order."""
    found: dict[str, list[int]] = {}
    for unit, text in units:
        for word, count in Counter(_with_stems(text, language)).items():
            found.setdefault(word, []).append(unit * 2 + (count > 1))
    return found


def _with_stems(text: str, language: str) -> Iterator[str]:
    for word in words(text):
        yield word
        bare = stem(word, language)
        if bare:
            yield bare


def _kept(
    places: Sequence[tuple[int, Units]], common_until: int, limit: float
) -> Iterable[tuple[int, Units]]:
    if len(places) <= limit:
        return places
    cut = (
        (number, tuple(unit for unit in units if unit < common_until * 2))
        for number, units in places
    )
    return ((number, units) for number, units in cut if units)


def _written(places: Iterable[tuple[int, Units]]) -> str:
    """Write how far each document is from the one before, then its units."""
    parts: list[str] = []
    last = -1
    for number, units in places:
        parts += (written(number - last - 1), _written_units(units))
        last = number
    return "".join(parts)


@lru_cache(maxsize=65_536)
def _written_units(units: Units) -> str:
    """Write how far each unit is from the one before, whether again, and whether it is the last."""
    parts = []
    last = 0
    for place, unit in enumerate(units, 1):
        number, again = divmod(unit, 2)
        parts.append(written((number - last) * 4 + again * 2 + (place == len(units))))
        last = number
    return "".join(parts)
