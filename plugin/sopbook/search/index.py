"""Documents -> the files of the index. Same documents, same bytes.

Each file is a script that hands over its key and its data, so that it loads wherever scripts do:
by a tag from a file, by `importScripts` in a worker. The manifest says where the others are: in a
folder named by their content, so that no browser mixes two builds.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence

from sopbook.search.documents import Document, Facet
from sopbook.search.facets import facet_files
from sopbook.search.numbers import growing, written
from sopbook.search.postings import Term, terms
from sopbook.search.rows import PER_FILE, id_buckets, id_files, row_files
from sopbook.search.tiers import Tier, tier, tier_files
from sopbook.search.units import BODY, FIRST_SPOT, WEIGHTS, body, core
from sopbook.search.words import words

FOLDER = "assets/sopbook/search"
MANIFEST = f"{FOLDER}/manifest.js"
_SHORT = 10


def index_files(
    documents: Sequence[Document], facets: Sequence[Facet], language: str
) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each file of a site's index."""
    tiers = {
        "c": terms(documents, core, language),
        "b": terms(documents, body, language, common_until=0),
    }
    cut = {name: tier(found) for name, found in tiers.items()}
    files = {key: _script(key, data) for key, data in _files(documents, facets, tiers, cut)}
    place = f"{FOLDER}/{language}/{_named(files)}"
    for key, text in files.items():
        yield f"{place}/{key}.js", text
    yield (
        MANIFEST,
        _script(
            "manifest", _manifest(documents, facets, cut) | {"place": place, "language": language}
        ),
    )


def _files(
    documents: Sequence[Document],
    facets: Sequence[Facet],
    tiers: Mapping[str, Sequence[Term]],
    cut: Mapping[str, Tier],
) -> Iterator[tuple[str, object]]:
    for name, found in tiers.items():
        yield from tier_files(name, found, cut[name])
    yield from row_files(documents)
    yield from facet_files(documents, facets)
    yield from id_files(documents)


def _manifest(
    documents: Sequence[Document], facets: Sequence[Facet], cut: Mapping[str, Tier]
) -> dict[str, object]:
    return {
        "documents": len(documents),
        "perFile": PER_FILE,
        "idFiles": id_buckets(documents),
        "lengths": "".join(written(len(set(words(each.title)))) for each in documents),
        "weights": WEIGHTS,
        "body": BODY,
        "firstSpot": FIRST_SPOT,
        "facets": [facet.name for facet in facets],
        "tiers": {
            name: {"letters": tier.letters, "shards": growing(tier.shards)}
            for name, tier in cut.items()
        },
    }


def _named(files: Mapping[str, str]) -> str:
    """Name a folder by what is in it."""
    digest = hashlib.sha256()
    for key, text in files.items():
        digest.update(f"{key}\n{text}\n".encode())
    return digest.hexdigest()[:_SHORT]


def _script(key: str, data: object) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # In old browsers these two end a line even inside a text.
    harmless = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'sopbookIndex("{key}",{harmless});\n'
