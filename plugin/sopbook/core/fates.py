"""What became of steps and ways between two versions: what a drawn difference marks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

WayName = tuple[str, str, str]
"""A way by the step it leaves, the words on it and the step it leads to."""


class Fate(StrEnum):
    """What became of it. A way that leads elsewhere now is one removed and one added."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Fates:
    """The fates of a workflow's steps by id, and of its ways; what is missing is as it was."""

    steps: Mapping[str, Fate] = field(default_factory=dict)
    ways: Mapping[WayName, Fate] = field(default_factory=dict)
