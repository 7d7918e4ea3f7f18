"""The edge to the cache of sentences: what was told before, in a file that may be deleted."""

import hashlib
import json
from contextlib import suppress
from pathlib import Path

from sopbook.history.cache import put
from sopbook.history.changes.sentence import Sentence
from sopbook.history.stored import line_of, reader_of
from sopbook.history.telling import VERSION, Told

FORMAT = "sopbook told"

_TOLD = reader_of(tuple[tuple[str, tuple[Sentence, ...]], ...])


def load_told(file: Path) -> Told:
    """Read what was told; nothing where the file is damaged, or of another version."""
    # Whatever is wrong with it: it can be worked out anew.
    with suppress(OSError, ValueError, RecursionError):
        head, _, body = file.read_text(encoding="utf-8").partition("\n")
        if json.loads(head) == _head(body):
            return dict(_TOLD(json.loads(body)))
    return {}


def save_told(file: Path, told: Told) -> None:
    """Keep what was told; a cache that cannot be written is none."""
    body = line_of([[key, told[key]] for key in sorted(told)])
    with suppress(OSError):
        put(file, (line_of(_head(body)), "\n", body))


def _head(body: str) -> list[object]:
    return [FORMAT, VERSION, hashlib.sha256(body.encode()).hexdigest()]
