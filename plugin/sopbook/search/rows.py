"""What a reader sees of what was found, eight documents to a file."""

from collections.abc import Iterator, Sequence

from sopbook.search.documents import Document, Sort, Spot

PER_FILE = 8
_IDS_PER_FILE = 200
_LONGEST = 160
"""How much of a step's or a section's text is shown."""
_CAPTION = 120

Row = tuple[object, ...]


def row_files(documents: Sequence[Document]) -> Iterator[tuple[str, object]]:
    """Yield the key and the data of each file."""
    for number, begin in enumerate(range(0, len(documents), PER_FILE)):
        yield f"d-{number}", [_row(document) for document in documents[begin : begin + PER_FILE]]


def _row(document: Document) -> Row:
    return (
        document.sort.value,
        document.id,
        document.title,
        document.url,
        document.summary,
        document.status,
        document.responsible,
        document.channels,
        [_spot(spot) for spot in document.spots],
    )


def _spot(spot: Spot) -> Row:
    text = _cut(spot.words or spot.text, _LONGEST)
    return (spot.anchor, spot.number, _cut(spot.caption, _CAPTION), text)


def _cut(text: str, longest: int) -> str:
    """Shorten a text at a word."""
    plain = " ".join(text.split())
    if len(plain) <= longest:
        return plain
    return plain[:longest].rpartition(" ")[0] + " …"


def id_buckets(documents: Sequence[Document]) -> int:
    """Say over how many files the ids of SOPs are spread."""
    return len(documents) // _IDS_PER_FILE + 1


def id_files(documents: Sequence[Document]) -> Iterator[tuple[str, object]]:
    """Yield the key and the data of each file that tells which documents are the SOPs of ids."""
    buckets: list[dict[str, int]] = [{} for _ in range(id_buckets(documents))]
    for number, document in enumerate(documents):
        if document.sort is Sort.SOP:
            buckets[_sum(document.id) % len(buckets)][document.id] = number
    for place, bucket in enumerate(buckets):
        yield f"i-{place}", list(bucket.items())


def _sum(name: str) -> int:
    """Add up a name's letters by their places; reader.js does the same."""
    return sum(place * ord(letter) for place, letter in enumerate(name, 1))
