"""The edge to the repository: where it is, and its log, from one process for all files."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from sopbook.history.git_process import Git, find_git
from sopbook.history.lack import Lack, Missing
from sopbook.history.mainline import Mainline, published
from sopbook.history.parse_log import FORMAT, path_of, read_commits

OLDEST_GIT = (2, 31)
"""The first that can show a merge against its first parent."""

# Beyond this many files that one commit renamed and rewrote (each pair is compared: five seconds),
# only those are found that kept their text, their name or their id.
_MOST_RENAMES = 2_000

# Whatever the repository's settings would have it say.
_PLAIN = (
    "-O/dev/null",
    "--no-color",
    "--no-decorate",
    "--no-ext-diff",
    "--no-notes",
    "--no-relative",
    "--no-show-signature",
    "--no-textconv",
    "--use-mailmap",
)
# How git refuses another user's repository: today, and before it could be told on the way.
_ANOTHERS = ("dubious ownership", "unsafe repository")
_HEAD = "HEAD^{commit}"
_ANSWERS = 5  # four, and what is behind the last line's end


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository around a docs folder, as it is now."""

    git: Git
    version: str
    head: str
    folder: str
    """Where the docs folder lies in it: "" or a path that ends in `/`."""
    boundary: frozenset[str] = frozenset()
    """The commits where a shallow clone ends."""
    partial: bool = False
    """Contents of old versions are not here."""
    is_anothers: bool = False
    """It belongs to another user; git was told to read it all the same."""


def find_repository(docs: Path) -> Repository | Missing:
    """Find the repository around a docs folder."""
    top = _top(docs)
    if top is None:
        return Missing(Lack.NO_REPOSITORY)
    git = find_git(top)
    version = git.ask("version") if git else None
    if git is None or version is None or version.complaint:
        return Missing(Lack.NO_GIT)
    found = re.search(r"([0-9]+)\.([0-9]+)\S*", version.said.decode("utf-8", "replace"))
    if not found or (int(found[1]), int(found[2])) < OLDEST_GIT:
        return Missing(Lack.OLD_GIT, found[0] if found else "")
    return _look_at(git, found[0], docs)


def _top(docs: Path) -> Path | None:
    folder = docs.resolve()
    places = (folder, *folder.parents) if folder.is_dir() else ()
    return next((place for place in places if (place / ".git").exists()), None)


def _look_at(git: Git, version: str, docs: Path) -> Repository | Missing:
    answer = git.ask(
        "rev-parse",
        "--path-format=absolute",
        "--is-shallow-repository",
        "--show-prefix",
        "--git-common-dir",
        _HEAD,
        folder=docs,
    )
    lines = answer.said.split(b"\n")
    if answer.complaint:
        got_that_far = lines[-2:-1] == [_HEAD.encode()]
        return Missing(Lack.NOTHING_YET) if got_that_far else _unreadable(answer.complaint)
    if len(lines) != _ANSWERS:
        return Missing(Lack.UNREADABLE, "there is a line break in its path")
    common = Path(os.fsdecode(lines[2]))
    return Repository(
        git,
        version,
        lines[3].decode("ascii"),
        path_of(lines[1]),
        _boundary(common) if lines[0] == b"true" else frozenset(),
        any((common / "objects/pack").glob("*.promisor")),
        _is_anothers(git.top),
    )


def _boundary(common: Path) -> frozenset[str]:
    return frozenset((common / "shallow").read_text(encoding="ascii").split())


def _is_anothers(top: Path) -> bool:
    """Say whether git would refuse this repository if it were not told."""
    places = (top, top / ".git")
    return os.name == "posix" and any(place.stat().st_uid != os.geteuid() for place in places)


def read_mainline(repository: Repository, since: str = "") -> Mainline | Missing:
    """Read the published history from one process, whole or `since` a commit."""
    head = repository.head
    with repository.git.tell(
        "log",
        # Children first, all of them, each merge against what was published before it.
        "--topo-order",
        "--diff-merges=first-parent",
        "--raw",
        "--no-abbrev",
        "-M100%" if repository.partial else "-M",
        f"-l{_MOST_RENAMES}",
        "-z",
        "--date=raw",
        "--encoding=UTF-8",
        f"--format={FORMAT}",
        *_PLAIN,
        f"{since}..{head}" if since else head,
        "--",
    ) as telling:
        commits = read_commits(telling.chunks(), repository.folder, repository.boundary)
        line = published(commits, head)
        complaint = telling.complaint()
    return _unreadable(complaint) if complaint else line


def _unreadable(complaint: str) -> Missing:
    is_anothers = any(words in complaint for words in _ANOTHERS)
    return Missing(Lack.NOT_OURS if is_anothers else Lack.UNREADABLE, complaint)
