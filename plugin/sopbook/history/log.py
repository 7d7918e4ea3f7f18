"""What a repository's log says, as facts: commits, and what each did to which file."""

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """What a commit did to a file; copies count as added."""

    ADDED = "A"
    DELETED = "D"
    MODIFIED = "M"
    RENAMED = "R"


class Overrule(StrEnum):
    """What an author says a change is, whatever is derived from it (`SOP-Change:`)."""

    MATERIAL = "material"
    EDITORIAL = "editorial"


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote a change, by name alone: an e-mail address never gets this far."""

    name: str
    machine: bool = False
    """A bot, or the hosting service: no person."""


@dataclass(frozen=True, slots=True)
class Message:
    """Why a change was made, in its author's words; text, never markup."""

    subject: str = ""
    """The first paragraph as it stands, `Merge branch …` included."""
    title: str = ""
    """What the change is called: "" where a merge says nothing but what it merged."""
    body: str = ""
    """The rest, without trailers."""
    co_authors: tuple[Author, ...] = ()
    approved_by: tuple[str, ...] = ()
    reviewed_by: tuple[str, ...] = ()
    overrule: Overrule | None = None
    trailers: tuple[tuple[str, str], ...] = ()
    """All other lines of the form `Key: value` at the end."""


NO_MESSAGE = Message()


@dataclass(frozen=True, slots=True)
class Change:
    """What one commit did to one file; paths are relative to the docs folder, with `/`, in NFC."""

    status: Status
    old_path: str
    path: str
    old_blob: str
    """The id of the contents before; "" where there was no file."""
    blob: str
    """The id of the contents after; "" where there is no file any more."""
    blank: bool = False
    """Only white space changed."""
    sop: str = ""
    """Of a file that is deleted: the id of the SOP it was part of."""


@dataclass(frozen=True, slots=True)
class Part:
    """One commit of a side branch, as far as it is credited in the merge that published it."""

    id: str
    author: Author
    title: str
    paths: tuple[str, ...]
    """The files of the merge that this commit touched."""
    co_authors: tuple[Author, ...] = ()


@dataclass(frozen=True, slots=True)
class Commit:
    """One entry of the published history, against its first parent."""

    id: str
    parents: tuple[str, ...]
    time: int
    """When it was committed, in seconds since 1970, UTC."""
    zone: int
    """The committer's clock, in minutes east of UTC."""
    author: Author
    message: Message
    changes: tuple[Change, ...] = ()
    parts: tuple[Part, ...] = ()
    """What a merge brought in, newest first."""
    boundary: bool = False
    """The clone ends here: what looks added was there on this day, or before."""


@dataclass(frozen=True, slots=True)
class Log:
    """The published history of a docs folder, newest first."""

    head: str
    commits: tuple[Commit, ...] = ()
    shallow: bool = False
    """The clone is cut off: dates at its end are only "on or before"."""
    partial: bool = False
    """The clone lacks old contents: a rename with an edit is not seen, nor white space alone."""
