"""The edge to one version of a docs folder: its source files as a commit holds them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sopbook.core.source_files import is_ours
from sopbook.history.git_blobs import contents_of
from sopbook.history.git_log import Repository
from sopbook.history.git_process import Answer
from sopbook.history.parse_log import path_of

_FILES = frozenset({b"100644", b"100755"})
"""Modes of files; links and other repositories are none."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The source files of one version, by path in the docs folder.

    `lacking` are those whose contents are not at hand, or are too large to be read.
    """

    sources: Mapping[str, bytes]
    lacking: frozenset[str] = frozenset()


def commit_named(repository: Repository, revision: str) -> str:
    """Find the commit that is meant by a branch, a tag or the like; "" where there is none."""
    # What begins with a dash would be an option, and a line break or NUL is in no name.
    if not revision.strip() or revision.startswith("-") or not revision.isprintable():
        return ""
    return _only(
        repository.git.ask(
            "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
        )
    )


def fork_of(repository: Repository, one: str, other: str) -> str:
    """Find the newest commit that two have in common; "" where there is none."""
    return _only(repository.git.ask("merge-base", one, other))


def snapshot(repository: Repository, docs: Path, commit: str) -> Snapshot:
    """Read the docs folder as it was in a commit; a folder that was not there yet is empty."""
    # Asked in the docs folder, git lists what is below it, and spells paths from there.
    listed = repository.git.ask("ls-tree", "-r", "-z", commit, folder=docs).said
    blobs = dict(_listed(listed))
    with contents_of(repository) as contents:
        found = dict(contents.read_all(dict.fromkeys(blobs.values())))
    sources = {path: found[blob] for path, blob in sorted(blobs.items()) if blob in found}
    return Snapshot(sources, frozenset(blobs.keys() - sources.keys()))


def _listed(said: bytes) -> Iterator[tuple[str, str]]:
    """Yield path and id of each source file: `MODE TYPE ID`, a tab, the path."""
    for line in said.split(b"\0")[:-1]:
        facts, _, name = line.partition(b"\t")
        mode, _, blob = facts.split(b" ")
        path = path_of(name)
        if mode in _FILES and is_ours(path) and not _is_hidden(path):
            yield path, blob.decode("ascii")


def _is_hidden(path: str) -> bool:
    return any(part.startswith(".") for part in path.split("/"))


def _only(answer: Answer) -> str:
    return "" if answer.complaint else answer.said.decode("ascii", "replace").strip()
