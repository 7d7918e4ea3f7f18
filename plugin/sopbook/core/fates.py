"""What became of steps and ways between two versions: what a drawn difference marks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sopbook.core.model import Step

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
    """The fates of a workflow's steps by id, and of its ways; what is missing is as it was.

    `before` has the steps of the version before that say something else now, by their ids now.
    """

    steps: Mapping[str, Fate] = field(default_factory=dict)
    ways: Mapping[WayName, Fate] = field(default_factory=dict)
    before: Mapping[str, Step] = field(default_factory=dict)
