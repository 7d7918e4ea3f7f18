"""What became of steps and ways between two versions: what a drawn difference marks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

WayName = tuple[str, int]
"""A way by the step it leaves, and its place among that step's ways."""


class Fate(StrEnum):
    """What became of it. A way that leads elsewhere now is drawn twice: rerouted, and removed."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    REROUTED = "rerouted"


@dataclass(frozen=True, slots=True)
class Fates:
    """The fates of a workflow's steps by id, and of its ways; what is missing is as it was."""

    steps: Mapping[str, Fate] = field(default_factory=dict)
    ways: Mapping[WayName, Fate] = field(default_factory=dict)
