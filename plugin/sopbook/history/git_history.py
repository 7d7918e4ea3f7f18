"""The edge: a docs folder's history, from its repository, from a cache, or from a file."""

import gc
import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from itertools import chain
from pathlib import Path

from sopbook.history.blank import with_blanks
from sopbook.history.cache import load, put, save
from sopbook.history.follow import Files, follow
from sopbook.history.git_blobs import contents_of
from sopbook.history.git_log import Repository, find_repository, read_mainline
from sopbook.history.ignored import NOTHING, Ignored, ignored_in
from sopbook.history.lack import Missing
from sopbook.history.log import Log
from sopbook.history.settle import Settling
from sopbook.history.stored import lines_of, log_in
from sopbook.history.telling import Told
from sopbook.history.told import lines_of_told, told_in

CACHE = "history.jsonl"


@dataclass(frozen=True, slots=True)
class History:
    """What happened in a docs folder."""

    log: Log
    files: Files
    ignored: Ignored = NOTHING
    repository: Repository | None = None
    """Where old versions can be read; None where the history came from a file."""
    told: Told = field(default_factory=dict)
    """What was told where the file was written: nothing can be compared without old versions."""


def read_history(
    docs: Path, cache: Path | None = None, bots: Iterable[str] = ()
) -> History | Missing:
    """Read the history of a docs folder; `cache` is a folder for what need not be read again."""
    repository = find_repository(docs)
    if isinstance(repository, Missing):
        return repository
    with _no_sweeping():
        log = _log(repository, cache / CACHE if cache else None)
        if isinstance(log, Missing):
            return log
        files = follow(log.commits)
    listed = _text(repository.git.top / ".git-blame-ignore-revs").decode("utf-8", "replace")
    return History(log, files, ignored_in(listed, bots), repository)


def export_history(history: History, file: Path, told: Told | None = None) -> None:
    """Write a history to a file, for builds without the repository, with what was `told` of it."""
    put(file, chain(lines_of_told(told or {}), lines_of(history.log)))


def import_history(file: Path, bots: Iterable[str] = ()) -> History | None:
    """Read what was exported; None where the file is no such thing, or not whole."""
    with suppress(OSError, UnicodeDecodeError), file.open(encoding="utf-8", newline="\n") as lines:
        told = told_in(lines)
        found = log_in(lines)
        if found:
            return History(found, follow(found.commits), ignored_in("", bots), told=told)
    return None


def _log(repository: Repository, file: Path | None) -> Log | Missing:
    """Read the log, of what is new alone where the rest is known."""
    if file is None or repository.partial:
        return _whole(repository)
    key = _key(repository)
    known = load(file, key)
    if known and known.head == repository.head:
        return known
    log = (known and _longer(repository, known)) or _whole(repository)
    if isinstance(log, Log) and not log.shallow:
        with suppress(OSError):  # A cache that cannot be written is none.
            save(file, log, key)
    return log


def _whole(repository: Repository) -> Log | Missing:
    line = read_mainline(repository)
    if isinstance(line, Missing):
        return line
    with contents_of(repository) as contents:
        settled = tuple(Settling(contents.read).settle(line.commits))
        commits = with_blanks(settled, contents.read_all, contents.read)
    is_cut = any(commit.boundary for commit in commits)
    return Log(repository.head, commits, shallow=is_cut, partial=repository.partial)


def _longer(repository: Repository, known: Log) -> Log | None:
    """Put what is new before what is known; None where history is another by now."""
    line = read_mainline(repository, since=known.head)
    if isinstance(line, Missing) or line.end != known.head:
        return None
    with contents_of(repository) as contents:
        settling = Settling(contents.read)
        settled = tuple(settling.settle(line.commits))
        commits = with_blanks(settled, contents.read_all, contents.read)
    # A file came in from outside the docs folder: its past was of no interest before.
    return None if settling.elsewhere else Log(repository.head, commits + known.commits)


def _key(repository: Repository) -> str:
    """Say what a log depends on but its commits."""
    names = hashlib.sha256(_text(repository.git.top / ".mailmap")).hexdigest()
    try:
        ours = version("sopbook")
    except PackageNotFoundError:
        ours = "not installed"
    return f"sopbook {ours}, git {repository.version}, {repository.folder}, {names}"


@contextmanager
def _no_sweeping() -> Iterator[None]:
    """Let Python not look for circles to break: all that is made is kept, and has none.

    It would look again and again, and take a third of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _text(file: Path) -> bytes:
    """Read a file of the repository, if it is one."""
    with suppress(OSError):
        return b"" if file.is_symlink() else file.read_bytes()
    return b""
