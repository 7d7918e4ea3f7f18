"""Which versions and SOPs are meant on the command line, and what is found in them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sopbook.cli.folders import Failed
from sopbook.core.fold import nearest
from sopbook.core.reading import read_library
from sopbook.docs_folder import read_folder
from sopbook.history.compared import Version, sop_ids
from sopbook.history.git_log import Repository, find_repository
from sopbook.history.git_tree import commit_named, fork_of, snapshot
from sopbook.history.lack import Missing
from sopbook.history.remarks import why

HEAD = "HEAD"
_SHORT = 10


@dataclass(frozen=True, slots=True)
class Asked:
    """Two commits to compare, with the words for them; `after` is "" for the working files."""

    before: str
    after: str
    labels: tuple[str, str]


def repository_around(docs: Path) -> Repository:
    """Find the repository; without one there is nothing to compare."""
    found = find_repository(docs)
    if isinstance(found, Missing):
        message = f"There is no other version to compare with: {why(found)}."
        raise Failed(message)
    return found


def asked_versions(
    repository: Repository, words: tuple[str, ...], known: Iterable[str], usual: tuple[str, str]
) -> tuple[Asked, tuple[str, ...]]:
    """Tell the versions in what was typed from the SOPs.

    `usual` is what the last commit and the files as they are are called.
    """
    first, rest = (words[0], words[1:]) if words else ("", ())
    if ".." in first and not first.startswith("../") and not Path(first).exists():
        return _range(repository, first), rest
    commit = commit_named(repository, first)
    is_sop = first in known or Path(first).exists()
    if commit and first and is_sop and first != HEAD:
        message = (
            f"`{first}` is a version and an SOP or a file, too. For the version write "
            f"`{commit[:_SHORT]}`, for the other `HEAD {first}`."
        )
        raise Failed(message)
    if commit:
        return Asked(commit, "", (first, usual[1])), rest
    return Asked(repository.head, "", usual), words


def _range(repository: Repository, typed: str) -> Asked:
    """Read `A..B`, `A...B` (B against where it parted from A), `A..` and `..B`."""
    parted = "..." in typed
    one, _, other = typed.partition("..." if parted else "..")
    before, after = one or HEAD, other or HEAD
    first, second = _commit(repository, before), _commit(repository, after)
    if not parted:
        return Asked(first, second, (before, after))
    fork = fork_of(repository, first, second)
    if not fork:
        message = f"`{before}` and `{after}` have no version in common; write `{before}..{after}`."
        raise Failed(message)
    return Asked(fork, second, (f"{before} ({fork[:_SHORT]})", after))


def _commit(repository: Repository, revision: str) -> str:
    commit = commit_named(repository, revision)
    if not commit:
        hint = " A clone that was cut short may not have it." if repository.boundary else ""
        message = f"`{revision}` is no version in this repository.{hint}"
        raise Failed(message)
    return commit


def version_of(repository: Repository, docs: Path, commit: str, label: str) -> Version:
    """Read the docs folder at a commit, or as it is (`commit` is "")."""
    if not commit:
        sources = read_folder(docs)[0]
        return Version(label, sources, read_library(sources))
    found = snapshot(repository, docs, commit)
    return Version(label, found.sources, read_library(found.sources), found.lacking)


def only(
    before: Version, after: Version, docs: Path, words: Iterable[str]
) -> frozenset[str] | None:
    """Find the SOPs that are meant by ids, files or folders; None: everything."""
    wanted = list(words)
    known = sop_ids(before, after)
    found: set[str] = set()
    for word in wanted:
        paths = (_below(docs, Path.cwd() / word), _below(docs, docs.resolve() / word))
        meant = {word} & set(known) or _at(paths, before, after)
        if not meant:
            near = nearest(word, known)
            guess = f"Did you mean `{near}`?" if near else f"There are {len(known)} SOPs here."
            message = f"`{word}` is neither a version nor an SOP. {guess}"
            raise Failed(message)
        found |= meant
    return frozenset(found) if wanted else None


def _below(docs: Path, place: Path) -> str | None:
    """Give a path as it is in the docs folder; it need not be there now."""
    root = docs.resolve()
    real = place.parent.resolve() / place.name
    return real.relative_to(root).as_posix() if real.is_relative_to(root) else None


def _at(paths: Iterable[str | None], *versions: Version) -> set[str]:
    """Give the ids of the SOPs at the first of some paths that has any, or below it."""
    for path in paths:
        folder = "" if path == "." else f"{path}/"
        found = {
            name
            for version in versions
            for name, files in _files(version).items()
            if any(file == path or file.startswith(folder) for file in files)
        }
        if path is not None and found:
            return found
    return set()


def _files(version: Version) -> Mapping[str, tuple[str, ...]]:
    return {
        name: tuple(filter(None, (sop.workflow_path, sop.markdown_path)))
        for name, sop in version.reading.library.sops.items()
    }
