"""The log's stream of bytes -> commits, one at a time.

Every field ends in NUL, which no field can hold: no name and no message can be taken for anything
else. What the stream holds is `FORMAT`, with `-z --raw --no-abbrev --date=raw` and no copies.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from itertools import islice

from sopbook.core.text import UNSAFE
from sopbook.history.log import NO_MESSAGE, Change, Commit, Status
from sopbook.history.message import author_of, message_of

FORMAT = "%H%x00%P%x00%cd%x00%aN%x00%aE%x00%B"
LONGEST_FIELD = 1_000_000

_Seen = Callable[[bytes], str]
"""A path as it is seen from the docs folder."""

# Files that are, or once were, sources of pages.
_TEXTS = (b".md", b".markdown", b".txt", b".yml", b".yaml")

_BEHIND_ID = 5  # fields of a commit
_DATE = re.compile(r"([0-9]{1,12}) ([+-])([0-9]{2})([0-9]{2})")
LAST_SECOND = 253_402_214_400  # the last day of 9999: a clock may say anything
FARTHEST_ZONE = 14 * 60
# A link that became a file (T) is a change of what it holds.
_STATUS = {status.value: status for status in Status}


def read_commits(
    chunks: Iterable[bytes], folder: str = "", boundary: frozenset[str] = frozenset()
) -> Iterator[Commit]:
    """Read commits as git writes them.

    Paths become relative to the docs folder, which is "" or ends in `/`; `boundary` are the
    commits where a shallow clone ends.
    """
    stream = fields(chunks)
    seen = cache(partial(_seen_from, folder))
    field = next(stream, b"")
    while field:
        behind = tuple(islice(stream, _BEHIND_ID))
        if len(behind) < _BEHIND_ID:
            return  # git was stopped; its exit code tells
        changes, after = _changes(stream, seen)
        yield _commit(field, behind, changes, boundary)
        field = after


def fields(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Cut a stream at its NULs; of a field without end, only the beginning is kept."""
    rest = b""
    for chunk in chunks:
        *whole, rest = (rest + chunk).split(b"\0")
        yield from whole
        rest = rest[:LONGEST_FIELD]


def moment(date: str) -> tuple[int, int]:
    """Read `1780000000 +0300`: the second, and the clock's minutes east of UTC."""
    found = _DATE.fullmatch(date)
    if not found:
        return 0, 0
    east = int(found[3]) * 60 + int(found[4])
    zone = -east if found[2] == "-" else east
    return min(int(found[1]), LAST_SECOND), zone if east <= FARTHEST_ZONE else 0


def path_of(field: bytes) -> str:
    """Decode a path; macOS writes letters and accents apart. What nobody sees is spelt out."""
    path = unicodedata.normalize("NFC", field.decode("utf-8", "backslashreplace"))
    return UNSAFE.sub(lambda found: found[0].encode("unicode_escape").decode(), path)


def _commit(
    field: bytes, behind: tuple[bytes, ...], changes: tuple[Change, ...], boundary: frozenset[str]
) -> Commit:
    parents, date, name, address, message = (part.decode("utf-8", "replace") for part in behind)
    commit = field.decode("ascii", "replace")
    time, zone = moment(date)
    return Commit(
        commit,
        tuple(parents.split()),
        time,
        zone,
        author_of(name, address),
        # Most commits of a large repository are none of ours.
        message_of(message) if changes else NO_MESSAGE,
        changes,
        boundary=commit in boundary,
    )


def _changes(stream: Iterator[bytes], seen: _Seen) -> tuple[tuple[Change, ...], bytes]:
    """Read what a commit did, and the field behind it: the next commit's id."""
    changes = []
    field = next(stream, b"")
    while field.startswith((b":", b"\n:")):
        _, _, old_blob, blob, letter = field.decode("ascii", "replace").split(" ")
        old_path = next(stream, b"")
        path = next(stream, b"") if letter[0] == Status.RENAMED else old_path
        was, is_one = old_path.endswith(_TEXTS), path.endswith(_TEXTS)
        if was or is_one:
            # What has another ending afterwards, or had before, is gone, or new.
            status = _STATUS.get(letter[0], Status.MODIFIED)
            changes.append(
                Change(
                    status if was and is_one else Status.DELETED if was else Status.ADDED,
                    seen(old_path if was else path),
                    seen(path if is_one else old_path),
                    _blob(old_blob) if was else "",
                    _blob(blob) if is_one else "",
                )
            )
        field = next(stream, b"")
    return tuple(changes), field


def _seen_from(folder: str, field: bytes) -> str:
    path = path_of(field)
    if path.startswith(folder):
        return path[len(folder) :]
    return "../" * folder.count("/") + path


def _blob(name: str) -> str:
    """Give the id of contents; git writes zeros where there is no file."""
    return name if name.strip("0") else ""
