"""What every form says of a comparison as a whole."""

from collections.abc import Iterator

from sopbook.core.words import Words
from sopbook.history.changes.kinds import Weight
from sopbook.history.compared import Comparison


def heading(comparison: Comparison, words: Words) -> str:
    """Say which versions are compared."""
    return words("diff.heading", before=comparison.before, after=comparison.after)


def counts(comparison: Comparison, words: Words) -> Iterator[str]:
    """Say how many SOPs changed, by weight."""
    if not comparison.sops:
        yield words("diff.none")
    for weight in Weight:
        count = len(comparison.of(weight))
        if count:
            yield words(f"diff.count_{weight}", count=count)


def notes(comparison: Comparison, words: Words) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what else changed: a sentence, and the names it is about."""
    if comparison.same:
        yield words("diff.same"), comparison.same
    if comparison.others:
        yield words("diff.others"), comparison.others
