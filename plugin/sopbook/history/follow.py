"""Commits -> what happened to each file, through all its names.

The walk goes back in time, newest commit first. A file is known by the path it had at that moment;
the renames of one commit apply all at once, so files may change places. Copies begin a history of
their own. A path that was deleted and came back is one history; one that was renamed away, and
whose name was used again, is two.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from sopbook.history.log import Change, Commit, Status


class Kind(StrEnum):
    """What happened to a file or an SOP."""

    CREATED = "created"
    CHANGED = "changed"
    MOVED = "moved"
    DELETED = "deleted"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True)
class FileEntry:
    """What one commit did to a file."""

    commit: Commit
    kind: Kind
    old_path: str
    path: str
    old_blob: str
    """The contents before, where there were any; of a restored file, those that were deleted."""
    blob: str
    blank: bool = False
    sop: str = ""

    @property
    def has_news(self) -> bool:
        """Whether it says something else than before: a move alone, or white space, does not."""
        return self.old_blob != self.blob and not self.blank


@dataclass(frozen=True, slots=True)
class FileHistory:
    """All that happened to a file, newest first; `path` is where it is, or last was."""

    path: str
    entries: tuple[FileEntry, ...]

    @property
    def is_there(self) -> bool:
        """Whether the file is there in the newest version."""
        return self.entries[0].kind is not Kind.DELETED

    @property
    def blob(self) -> str:
        """The contents that are published; "" where the file is gone."""
        return self.entries[0].blob


@dataclass(frozen=True, slots=True)
class Files:
    """The histories of all files there are, by path, and of those there were."""

    here: Mapping[str, FileHistory]
    gone: tuple[FileHistory, ...]


def follow(commits: Iterable[Commit]) -> Files:
    """Tell the history of every file; `commits` come newest first, with their moves settled."""
    walk = _Walk()
    for commit in commits:
        walk.step(commit)
    histories = [FileHistory(entries[0].path, tuple(entries)) for entries in walk.all]
    return Files(
        {history.path: history for history in histories if history.is_there},
        tuple(history for history in histories if not history.is_there),
    )


_KINDS = {
    Status.ADDED: Kind.CREATED,
    Status.DELETED: Kind.DELETED,
    Status.MODIFIED: Kind.CHANGED,
    Status.RENAMED: Kind.MOVED,
}

_Track = list[FileEntry]


@dataclass(slots=True)
class _Walk:
    """Where each file was, as of the commit that comes next."""

    there: dict[str, _Track] = field(default_factory=dict)
    before_creation: dict[str, _Track] = field(default_factory=dict)
    """Files that were created later, by path: they may have been there once before."""
    all: list[_Track] = field(default_factory=list)

    def step(self, commit: Commit) -> None:
        tracks = [self._track(change) for change in commit.changes]
        for change, track in zip(commit.changes, tracks, strict=True):
            track.append(_entry(commit, change))
            if change.status is Status.ADDED:
                self.before_creation[change.path] = track
        for change, track in zip(commit.changes, tracks, strict=True):
            if change.status is not Status.ADDED:
                self.there[change.old_path] = track
                self.before_creation.pop(change.old_path, None)

    def _track(self, change: Change) -> _Track:
        """Find the file that a change is about: by its new path, or by what it was once more."""
        if change.status is Status.DELETED:
            return self._restored(change) or self._new()
        return self.there.pop(change.path, None) or self._new()

    def _restored(self, change: Change) -> _Track | None:
        track = self.before_creation.pop(change.path, None)
        if track is not None:
            track[-1] = replace(track[-1], kind=Kind.RESTORED, old_blob=change.old_blob)
        return track

    def _new(self) -> _Track:
        self.all.append([])
        return self.all[-1]


def _entry(commit: Commit, change: Change) -> FileEntry:
    return FileEntry(
        commit,
        _KINDS[change.status],
        change.old_path,
        change.path,
        change.old_blob,
        change.blob,
        change.blank,
        change.sop,
    )
