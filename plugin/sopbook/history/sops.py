"""The histories of files -> those of SOPs: Markdown and workflow together, commit by commit.

An SOP's history hangs on its id. What was once part of it counts too: a workflow that was taken
away, and files of the same id that were deleted before the SOP came back, in whatever folder.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sopbook.history.belonging import Order, with_gone
from sopbook.history.follow import FileEntry, FileHistory, Files, Kind
from sopbook.history.ignored import NOTHING, Ignored
from sopbook.history.log import Commit, Log, Part

_CAME_OR_WENT = frozenset({Kind.CREATED, Kind.DELETED, Kind.RESTORED})


@dataclass(frozen=True, slots=True)
class Entry:
    """One change of an SOP, as it was published."""

    commit: Commit
    kind: Kind
    files: tuple[FileEntry, ...]
    title: str = ""
    writers: tuple[str, ...] = ()
    """The people who wrote it, for a merge those of the side branch; no machines."""
    published_by: str = ""
    """The person who merged it; "" where it was no merge."""
    hidden: bool = False
    """Of no interest to readers; the audit view shows it."""

    @property
    def or_before(self) -> bool:
        """Whether the day is only the last possible one: the clone begins here."""
        return self.commit.boundary

    @property
    def has_news(self) -> bool:
        """Whether readers find something else than before: a move or white space is no news."""
        return self.kind in _CAME_OR_WENT or any(file.has_news for file in self.files)


@dataclass(frozen=True, slots=True)
class SopHistory:
    """All that happened to an SOP, newest first; no entries: it was never published."""

    id: str
    entries: tuple[Entry, ...] = ()

    @property
    def shown(self) -> tuple[Entry, ...]:
        """What readers are told."""
        return tuple(entry for entry in self.entries if not entry.hidden)

    @property
    def last_changed(self) -> Entry | None:
        """The newest change that readers would notice."""
        return next((entry for entry in self.shown if entry.has_news), None)


@dataclass(frozen=True, slots=True)
class Histories:
    """The histories of the SOPs there are, by id, and of those there were."""

    sops: Mapping[str, SopHistory]
    gone: tuple[SopHistory, ...] = ()


def histories_of(
    log: Log, files: Files, sops: Mapping[str, Iterable[str]], ignored: Ignored = NOTHING
) -> Histories:
    """Tell the history of every SOP; `sops` has the paths of each one's files, by its id."""
    order = {commit.id: place for place, commit in enumerate(log.commits)}
    parts = {sop: tuple(_found(paths, files)) for sop, paths in sops.items()}
    here, gone = with_gone(parts, files.gone, order)
    return Histories(
        {sop: SopHistory(sop, _told(files, order, ignored)) for sop, files in here.items()},
        tuple(SopHistory(sop, _told(files, order, ignored)) for sop, files in gone.items()),
    )


def _found(paths: Iterable[str], files: Files) -> Iterator[FileHistory]:
    for path in paths:
        found = files.here.get(unicodedata.normalize("NFC", path))
        if found:
            yield found


def _told(files: Sequence[FileHistory], order: Order, ignored: Ignored) -> tuple[Entry, ...]:
    """Put together what one commit did to all files of an SOP."""
    groups: dict[int, list[tuple[FileHistory, FileEntry]]] = {}
    for file in files:
        for entry in file.entries:
            groups.setdefault(order[entry.commit.id], []).append((file, entry))
    there: set[str] = set()
    told: list[Entry] = []
    for place in sorted(groups, reverse=True):
        before = bool(there)
        for file, entry in groups[place]:
            there.discard(file.path) if entry.kind is Kind.DELETED else there.add(file.path)
        entries = tuple(entry for _, entry in groups[place])
        kind = _kind(entries, before=before, after=bool(there), ever=bool(told))
        told.append(_entry(kind, entries, ignored))
    return tuple(reversed(told))


def _kind(entries: Iterable[FileEntry], *, before: bool, after: bool, ever: bool) -> Kind:
    """Say what became of the SOP, whatever became of one of its files."""
    if not after:
        return Kind.DELETED
    if not before:
        return Kind.RESTORED if ever else Kind.CREATED
    moved = any(entry.kind is Kind.MOVED for entry in entries)
    return Kind.MOVED if moved else Kind.CHANGED


def _entry(kind: Kind, files: tuple[FileEntry, ...], ignored: Ignored) -> Entry:
    commit = files[0].commit
    paths = {path for file in files for path in (file.old_path, file.path)}
    parts = tuple(part for part in commit.parts if not paths.isdisjoint(part.paths))
    authors = [part.author for part in reversed(parts)] or [commit.author]
    co_authors = [each for part in parts for each in part.co_authors]
    is_merge = len(commit.parents) > 1
    return Entry(
        commit,
        kind,
        files,
        _title(commit, parts),
        ignored.people((*authors, *co_authors, *commit.message.co_authors)),
        "".join(ignored.people((commit.author,))) if is_merge else "",
        hidden=ignored.hides(commit, parts),
    )


def _title(commit: Commit, parts: Iterable[Part]) -> str:
    """Give the change's name; a merge that says nothing is called what it brought in."""
    titles = dict.fromkeys(part.title for part in parts if part.title)
    return commit.message.title or "; ".join(reversed(titles)) or commit.message.subject
