"""All commits -> the published history: the first parents, and what each merge brought in.

A merge is one change to readers, on the day it was merged. Those who wrote it did so on a side
branch, so a commit of a side branch is credited in the merge that published it: the oldest one that
leads to it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sopbook.history.log import Commit, Part


@dataclass(frozen=True, slots=True)
class Mainline:
    """The mainline's commits that changed files, newest first."""

    commits: tuple[Commit, ...]
    end: str
    """The commit that would come next; "" where the repository begins."""


def published(commits: Iterable[Commit], head: str) -> Mainline:
    """Pick the mainline; `commits` must come children first.

    Then all that leads to a commit is known when it comes, and little need be kept in mind.
    """
    line: dict[int, Commit] = {}
    sides: dict[int, list[Commit]] = {}
    published_by: dict[str, int] = {}
    place, expected = 0, head
    for commit in commits:
        found = published_by.pop(commit.id, 0)
        if commit.id == expected:
            place = found = place + 1
            expected = commit.parents[0] if commit.parents else ""
            if commit.changes:
                line[place] = commit
        elif _is_work(commit):
            sides.setdefault(found, []).append(commit)
        for parent in commit.parents:
            published_by[parent] = max(found, published_by.get(parent, 0))
    credited = (_credited(commit, sides.get(place, ())) for place, commit in line.items())
    return Mainline(tuple(credited), expected)


def _is_work(side: Commit) -> bool:
    """Say whether somebody wrote this.

    To bring a branch up to date is no merit, and where the clone ends, all looks newly written.
    """
    is_merge = len(side.parents) > 1
    return bool(side.changes) and not is_merge and not side.boundary


def _credited(merge: Commit, sides: Sequence[Commit]) -> Commit:
    """Give a merge the commits that it brought in, as far as they touched what it changed."""
    if not sides:
        return merge
    changed = {path for change in merge.changes for path in (change.old_path, change.path)}
    parts = (_part(side, changed) for side in sides)
    return replace(merge, parts=tuple(part for part in parts if part.paths))


def _part(side: Commit, changed: set[str]) -> Part:
    paths = (path for change in side.changes for path in (change.old_path, change.path))
    touched = tuple(dict.fromkeys(path for path in paths if path in changed))
    return Part(side.id, side.author, side.message.title, touched, side.message.co_authors)
