"""Which changes only moved white space about: they are listed, but are no news.

All versions are read once, in one go, and of each only a digest without them is kept; the few that
have the same are then compared.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from sopbook.history.log import Change, Commit
from sopbook.history.settle import Read
from sopbook.history.versions import same_words, without_blanks

ReadAll = Callable[[Iterable[str]], Iterator[tuple[str, bytes]]]
"""The contents with each id, as far as they are at hand."""


def with_blanks(commits: tuple[Commit, ...], read_all: ReadAll, read: Read) -> tuple[Commit, ...]:
    """Mark the changes of white space alone."""
    edits = [change for commit in commits for change in commit.changes if _is_edit(change)]
    blobs = dict.fromkeys(blob for edit in edits for blob in (edit.old_blob, edit.blob))
    words = {blob: _digest(data) for blob, data in read_all(blobs)}

    def is_blank(change: Change) -> bool:
        known = _is_edit(change) and change.blob in words
        if not known or words[change.blob] != words.get(change.old_blob):
            return False
        return same_words(change.path, read(change.old_blob), read(change.blob))

    return tuple(_marked(commit, is_blank) for commit in commits)


def _is_edit(change: Change) -> bool:
    return bool(change.old_blob and change.blob) and change.old_blob != change.blob


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(without_blanks(data), digest_size=16).digest()


def _marked(commit: Commit, is_blank: Callable[[Change], bool]) -> Commit:
    blank = {change for change in commit.changes if is_blank(change)}
    if not blank:
        return commit
    changes = (replace(c, blank=True) if c in blank else c for c in commit.changes)
    return replace(commit, changes=tuple(changes))
