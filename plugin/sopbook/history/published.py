"""What lies in the docs folder against what is published: not yet, or not in this version."""

import hashlib
import unicodedata
from collections.abc import Mapping

from sopbook.history.follow import FileHistory

_SHA1_DIGITS = 40


def unpublished(sources: Mapping[str, bytes], here: Mapping[str, FileHistory]) -> frozenset[str]:
    """Give the paths of files that are not in the newest version as they are.

    No `git status`: to compare, it would run what a stranger's repository tells it to.
    """
    return frozenset(path for path, data in sources.items() if not _is_published(path, data, here))


def _is_published(path: str, data: bytes, here: Mapping[str, FileHistory]) -> bool:
    history = here.get(unicodedata.normalize("NFC", path))
    if history is None:
        return False
    # On Windows, git may have written other line ends than it keeps.
    forms = (data, data.replace(b"\r\n", b"\n")) if b"\r\n" in data else (data,)
    return any(_blob_id(form, len(history.blob)) == history.blob for form in forms)


def _blob_id(data: bytes, digits: int) -> str:
    """Name contents as git does."""
    whole = b"blob %d\0" % len(data) + data
    if digits == _SHA1_DIGITS:
        return hashlib.sha1(whole, usedforsecurity=False).hexdigest()
    return hashlib.sha256(whole).hexdigest()
