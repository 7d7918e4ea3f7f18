"""What to filter by: which documents have which value."""

from collections.abc import Iterator, Mapping, Sequence

from sopbook.search.documents import Document, Facet
from sopbook.search.numbers import growing


def facet_files(
    documents: Sequence[Document], facets: Sequence[Facet]
) -> Iterator[tuple[str, object]]:
    """Yield the key and the data of each file: all values there are, and who has those of one.

    Values that nothing has are left out: choosing one would find nothing.
    """
    known = {}
    for facet in facets:
        having = _having(facet.name, documents)
        used = [value for value in facet.values if value[0] in having]
        known[facet.name] = used
        yield f"f-{facet.name}", {name: growing(having[name]) for name, _ in used}
    yield "facets", known


def _having(name: str, documents: Sequence[Document]) -> Mapping[str, Sequence[int]]:
    """Give the documents that have each value of a facet."""
    found: dict[str, list[int]] = {}
    for number, document in enumerate(documents):
        for facet, values in document.facets:
            for value in dict.fromkeys(values if facet == name else ()):
                found.setdefault(value, []).append(number)
    return found
