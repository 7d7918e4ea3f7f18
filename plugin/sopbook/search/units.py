"""The units of a document: what is said together is found together.

Two tiers: the core is names, summaries and steps; the body is running text. Both number units
alike, so that a word in the text of a step leads to that step.
"""

from collections.abc import Iterator

from sopbook.search.documents import Document

TITLE, ALIASES, PEOPLE, LABELS, SUMMARY, TEXT, FIRST_SPOT = range(7)

WEIGHTS = (6.0, 5.0, 5.0, 2.5, 1.6, 0.8, 3.0)
"""How much a word counts in each of the core's units; spots all count alike."""
BODY = 0.8
"""How much a word counts anywhere in the body."""

Unit = tuple[int, str]


def core(document: Document) -> Iterator[Unit]:
    """Yield the units that say what a document is for."""
    yield TITLE, document.title
    yield ALIASES, " ".join(document.aliases)
    yield PEOPLE, " ".join(document.people)
    yield LABELS, " ".join(document.labels)
    yield SUMMARY, document.summary
    for place, spot in enumerate(document.spots, FIRST_SPOT):
        yield place, f"{spot.caption} {spot.words}"


def body(document: Document) -> Iterator[Unit]:
    """Yield the running text."""
    yield TEXT, document.text
    for place, spot in enumerate(document.spots, FIRST_SPOT):
        yield place, spot.text
