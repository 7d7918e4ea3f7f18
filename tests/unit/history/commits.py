"""Commits as tests write them."""

from sopbook.history.log import Author, Change, Commit, Message, Part, Status

ANA = Author("Ana Ionescu")
ION = Author("Ion Marin")
BOT = Author("tidy[bot]", machine=True)


def added(path: str, blob: str = "1") -> Change:
    return Change(Status.ADDED, path, path, "", blob)


def edited(path: str, old: str = "1", new: str = "2", *, blank: bool = False) -> Change:
    return Change(Status.MODIFIED, path, path, old, new, blank)


def deleted(path: str, blob: str = "1", sop: str = "") -> Change:
    return Change(Status.DELETED, path, path, blob, "", sop=sop)


def renamed(old_path: str, path: str, old: str = "1", new: str = "1") -> Change:
    return Change(Status.RENAMED, old_path, path, old, new)


def commit(
    name: str,
    *changes: Change,
    parents: tuple[str, ...] = ("0",),
    author: Author = ANA,
    title: str = "",
    parts: tuple[Part, ...] = (),
    boundary: bool = False,
) -> Commit:
    message = Message(title or name, title or name)
    return Commit(name, parents, 0, 0, author, message, changes, parts, boundary)
