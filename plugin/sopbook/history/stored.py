"""A log as JSON lines, and back: for the cache, and for builds without a repository.

The first line says what it is, each line after it is a commit, and the last one tells whether all
is there. It holds no e-mail address, for a `Log` has none. What is read back may be anybody's
writing: all of it is checked.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import is_dataclass, replace
from enum import Enum
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from sopbook.core.text import UNSAFE
from sopbook.history.log import Commit, Log
from sopbook.history.parse_log import FARTHEST_ZONE, LAST_SECOND

FORMAT = "sopbook history"
VERSION = 1
"""Raised with any change of what a `Log` holds, or of how it is made of git's."""

Reader = Callable[[object], Any]
# JSON can write any character by its number; we write all but the plainest as they are.
_ESCAPED = re.compile(r"(?<!\\)(?:\\\\)*\\u")
_ID = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")


class WrongError(ValueError):
    """What is read is not what we wrote."""


def lines_of(log: Log, key: str = "") -> Iterator[str]:
    """Write a log; `key` says with which options it was made."""
    digest = hashlib.sha256()
    head = [FORMAT, VERSION, key, *_fields(replace(log, commits=()))]
    for item in (head, *log.commits):
        line = line_of(item)
        digest.update(line.encode())
        yield f"{line}\n"
    yield line_of([len(log.commits), digest.hexdigest()]) + "\n"


def log_in(lines: Iterable[str], key: str = "") -> Log | None:
    """Read a log; None where it is cut off, damaged, of another version or with another key."""
    try:
        return _log(iter(lines), key)
    except (ValueError, RecursionError):
        return None


def _log(lines: Iterator[str], key: str) -> Log:
    digest = hashlib.sha256()
    first = _checked(next(lines, ""), digest)
    if not isinstance(first, list) or first[:3] != [FORMAT, VERSION, key]:
        raise WrongError
    commits = []
    line = next(lines, "")
    for following in lines:
        commits.append(_commit(_checked(line, digest)))
        line = following
    if json.loads(line) != [len(commits), digest.hexdigest()]:
        raise WrongError
    log: Log = _LOG(first[3:])
    return replace(log, commits=tuple(commits))


def line_of(value: object) -> str:
    """Write facts of ours as one line; `reader_of` reads them back."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_fields)


def _fields(value: Any) -> list[object]:  # noqa: ANN401 - one of our own facts
    return [getattr(value, name) for name in value.__slots__]


def _checked(line: str, digest: "hashlib._Hash") -> object:
    text = line.removesuffix("\n")
    digest.update(text.encode())
    # Most lines are plain, and are seen to be so at once.
    if not text.isprintable() and UNSAFE.search(text):
        raise WrongError
    if "\\u" in text and _ESCAPED.search(text):
        raise WrongError
    return json.loads(text)


def _commit(value: object) -> Commit:
    commit: Commit = _COMMIT(value)
    names = [commit.id, *commit.parents]
    names += [blob for c in commit.changes for blob in (c.old_blob, c.blob) if blob]
    in_time = 0 <= commit.time <= LAST_SECOND and abs(commit.zone) <= FARTHEST_ZONE
    if not in_time or not all(map(_ID.fullmatch, names)):
        raise WrongError
    return commit


def reader_of(kind: Any) -> Reader:  # noqa: ANN401 - a type, of any form
    """Make what reads a value of a type, and nothing else."""
    if is_dataclass(kind):
        return _reader_of_fields(kind)
    if get_origin(kind) is tuple:
        return _reader_of_items(get_args(kind))
    if get_origin(kind) is UnionType:
        some = reader_of(get_args(kind)[0])
        return lambda value: None if value is None else some(value)
    if issubclass(kind, Enum):
        of_value: Reader = kind
        return of_value

    def read(value: object) -> object:
        if type(value) is not kind:
            raise WrongError
        return value

    return read


def _reader_of_fields(kind: Any) -> Reader:  # noqa: ANN401 - as above
    hints = get_type_hints(kind)
    readers = [reader_of(hints[name]) for name in kind.__slots__]
    return lambda value: kind(*_each(readers, value))


def _reader_of_items(kinds: tuple[Any, ...]) -> Reader:
    if kinds[-1] is not Ellipsis:
        readers = [reader_of(kind) for kind in kinds]
        return lambda value: tuple(_each(readers, value))
    item = reader_of(kinds[0])

    def read(value: object) -> object:
        if not isinstance(value, list):
            raise WrongError
        return tuple([item(each) for each in value])

    return read


def _each(readers: list[Reader], value: object) -> list[object]:
    if not isinstance(value, list) or len(value) != len(readers):
        raise WrongError
    return [read(each) for read, each in zip(readers, value, strict=True)]


_COMMIT = reader_of(Commit)
_LOG = reader_of(Log)
