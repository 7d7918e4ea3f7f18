"""What an old version of a file was: whose text, and whether another version says the same."""

from sopbook.core.reading import read_library
from sopbook.core.source_files import Source, pairs, source_of

# Every folder may have one; that two bear the same name says nothing.
_NO_NAME = frozenset({"index", "readme"})


def sop_of(path: str, data: bytes | None) -> str:
    """Give the id of the SOP that a file was a part of; "" for a plain page.

    A workflow is an SOP's even where it cannot be read. `data` is None where it is not at hand.
    """
    if data is not None:
        return next(iter(read_library({path: data}).library.sops), "")
    return _name(path) if source_of(path) is Source.WORKFLOW else ""


def known_as(path: str, data: bytes | None) -> str:
    """Give what tells a file from others when it moves: its SOP's id, or its own name."""
    return sop_of(path, data) or (name if (name := _name(path)).casefold() not in _NO_NAME else "")


def same_words(path: str, old: bytes | None, new: bytes | None) -> bool:
    """Say whether two versions differ in white space alone; False where nobody can tell.

    In YAML white space can mean something: there, what was read must be the same too.
    """
    if old is None or new is None:
        return False
    if source_of(path) is Source.MARKDOWN:
        return old.split() == new.split()
    return without_blanks(old) == without_blanks(new) and _same_meaning(path, old, new)


def without_blanks(data: bytes) -> bytes:
    """Take all white space out."""
    return data.translate(None, b" \t\n\v\f\r")


def _same_meaning(path: str, old: bytes, new: bytes) -> bool:
    before, after = read_library({path: old}), read_library({path: new})
    return before.library == after.library and not before.findings + after.findings


def _name(path: str) -> str:
    return next((pair.name for pair in pairs((path,))), "")
