"""The repository's commits -> those of the docs folder, each with what really happened."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from sopbook.history.log import Change, Commit, Status
from sopbook.history.moves import settled
from sopbook.history.versions import known_as, sop_of

Read = Callable[[str], bytes | None]
"""The contents with an id; None where they are not at hand."""

OUTSIDE = "../"


@dataclass(slots=True)
class Settling:
    """Walks back through time, and remembers which files outside the docs folder came in later."""

    read: Read
    elsewhere: set[str] = field(default_factory=set)
    """Their paths, as of where the walk stands."""

    def settle(self, commits: Iterable[Commit]) -> Iterator[Commit]:
        """Give the commits that concern the docs folder; `commits` come newest first."""
        for commit in commits:
            changes = tuple(self._ours(settled(commit.changes, self._known_as)))
            if changes:
                yield replace(commit, changes=changes)

    def _ours(self, changes: Iterable[Change]) -> Iterator[Change]:
        found = [ours for change in changes if (ours := self._in_view(change))]
        self.elsewhere -= {change.path for change in found if change.status is not Status.MODIFIED}
        moves = (change for change in found if change.status is Status.RENAMED)
        self.elsewhere |= {move.old_path for move in moves if _is_outside(move.old_path)}
        for change in found:
            is_gone = change.status is Status.DELETED
            yield replace(change, sop=self._sop(change)) if is_gone else change

    def _in_view(self, change: Change) -> Change | None:
        """See a change from the docs folder: what leaves it is gone."""
        if self._is_ours(change.path):
            return change
        if change.status is Status.RENAMED and self._is_ours(change.old_path):
            old = change.old_path
            return Change(Status.DELETED, old, old, change.old_blob, "")
        return None

    def _is_ours(self, path: str) -> bool:
        return not _is_outside(path) or path in self.elsewhere

    def _sop(self, change: Change) -> str:
        return sop_of(change.old_path, self.read(change.old_blob))

    def _known_as(self, path: str, blob: str) -> str:
        return known_as(path, self.read(blob))


def _is_outside(path: str) -> bool:
    return path.startswith(OUTSIDE)
