"""The edge to what was told before: in a cache that may be deleted, or in an exported history."""

import hashlib
import json
from collections.abc import Iterable
from contextlib import suppress
from itertools import islice
from pathlib import Path

from sopbook.history.cache import put
from sopbook.history.changes.sentence import Sentence
from sopbook.history.stored import line_of, reader_of
from sopbook.history.telling import VERSION, Told

FORMAT = "sopbook told"

_TOLD = reader_of(tuple[tuple[str, tuple[Sentence, ...]], ...])


def load_told(file: Path) -> Told:
    """Read what was told; nothing where the file is damaged, or of another version."""
    with suppress(OSError, UnicodeDecodeError), file.open(encoding="utf-8", newline="\n") as lines:
        return told_in(lines)
    return {}


def told_in(lines: Iterable[str]) -> Told:
    """Read what was told from the first two lines; nothing where they are anything else."""
    # Whatever is wrong with it: it can be worked out anew.
    with suppress(ValueError, RecursionError):
        head, body = (line.removesuffix("\n") for line in islice(lines, 2))
        if json.loads(head) == _head(body):
            return dict(_TOLD(json.loads(body)))
    return {}


def save_told(file: Path, told: Told) -> None:
    """Keep what was told; a cache that cannot be written is none."""
    with suppress(OSError):
        put(file, lines_of_told(told))


def lines_of_told(told: Told) -> tuple[str, str]:
    """Write what was told, in two lines."""
    body = line_of([[key, told[key]] for key in sorted(told)])
    return f"{line_of(_head(body))}\n", f"{body}\n"


def _head(body: str) -> list[object]:
    return [FORMAT, VERSION, hashlib.sha256(body.encode()).hexdigest()]
