"""Which files an SOP was made of, those that are gone included."""

from collections.abc import Iterable, Mapping, Sequence

from sopbook.core.source_files import WORKFLOW
from sopbook.history.follow import FileHistory, Kind

Order = Mapping[str, int]
"""The place of each commit, the newest first."""
Parts = Mapping[str, Sequence[FileHistory]]
"""The files of each SOP, by its id."""


def with_gone(parts: Parts, gone: Iterable[FileHistory], order: Order) -> tuple[Parts, Parts]:
    """Give each SOP the gone files that were its own; and what is left, as SOPs that are gone.

    Its own are those that bore its id when they were deleted, and those that then stood beside
    one of its files under the same name: a workflow that was taken away.
    """
    whole = {sop: list(files) for sop, files in parts.items()}
    beside = _by_name(parts)
    left: list[FileHistory] = []
    for file in gone:
        owner = file.entries[0].sop
        if owner not in whole:
            owner = _owner(file, beside.get(_name(file.path), ()), order)
        whole.get(owner, left).append(file)
    return whole, _gone_sops(left)


def _by_name(parts: Parts) -> Mapping[str, list[tuple[str, FileHistory]]]:
    """Find files by every name that they ever had, less the ending."""
    found: dict[str, list[tuple[str, FileHistory]]] = {}
    for sop, files in parts.items():
        for file in files:
            for name in dict.fromkeys(_name(entry.path) for entry in file.entries):
                found.setdefault(name, []).append((sop, file))
    return found


def _owner(gone: FileHistory, candidates: Iterable[tuple[str, FileHistory]], order: Order) -> str:
    """Find the SOP whose file stood beside a file, when that was deleted."""
    deleted = order[gone.entries[0].commit.id]
    beside = (s for s, f in candidates if _name_before(f, deleted, order) == _name(gone.path))
    return next(beside, "")


def _name_before(file: FileHistory, place: int, order: Order) -> str:
    """Say what a file was called just before a commit; "" where it was not there."""
    for entry in file.entries:
        if order[entry.commit.id] == place and entry.old_blob and entry.kind is not Kind.RESTORED:
            return _name(entry.old_path)
        if order[entry.commit.id] > place:
            return "" if entry.kind is Kind.DELETED else _name(entry.path)
    return ""


def _gone_sops(files: Iterable[FileHistory]) -> Parts:
    """Put gone files together by name, and these by id; what was a plain page is left out."""
    by_name: dict[str, list[FileHistory]] = {}
    for file in files:
        by_name.setdefault(_name(file.path), []).append(file)
    sops: dict[str, list[FileHistory]] = {}
    for name, together in by_name.items():
        ids = [file.entries[0].sop for file in together if file.entries[0].sop]
        # The card's id, where one of the two files has it; the other one has its name alone.
        own = [sop for sop in ids if sop != name.rpartition("/")[2]] or ids
        if own:
            sops.setdefault(own[0], []).extend(together)
    return sops


def _name(path: str) -> str:
    return path.removesuffix(WORKFLOW).removesuffix(".md")
