"""Why there is no history."""

from dataclasses import dataclass
from enum import StrEnum


class Lack(StrEnum):
    """Why there is no history."""

    NO_GIT = "no git"
    OLD_GIT = "old git"
    NO_REPOSITORY = "no repository"
    NOT_OURS = "not ours"
    """It belongs to another user, and this git will not be told to read it all the same."""
    NOTHING_YET = "nothing yet"
    """A repository without a commit: nothing is published."""
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Missing:
    """There is no history, and why; `detail` is the version, or what git says."""

    lack: Lack
    detail: str = ""
