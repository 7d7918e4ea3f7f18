"""What can change in an SOP: one frozen class per kind of change.

`step` is a step's id in the version after, "" for the SOP's card; `fact` is the key it is written
under. Values are as in the model, but names are names alone: where they stand has no meaning.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from sopbook.core.measures import Duration
from sopbook.core.model import (
    Approval,
    Exit,
    Kind,
    Question,
    Resource,
    Review,
    Sop,
    Status,
    Step,
    Target,
    Workflow,
)
from sopbook.history.changes.blocks import Stretch


class Weight(StrEnum):
    """Whether those who work by an SOP must know of a change."""

    MATERIAL = "material"
    EDITORIAL = "editorial"


class Shift(StrEnum):
    """What became of a time; `OTHER` is neither, such as 2 working days for 3 days."""

    NEW = "new"
    GONE = "gone"
    LESS = "less"
    MORE = "more"
    OTHER = "another"


class Cause(StrEnum):
    """Why a way on is another: its author led it elsewhere, or other changes did."""

    OWN = "own"
    STEPS = "steps"
    """It comes where it came, only past steps that were added, removed or moved."""
    KIND = "kind"
    """Its step is one of another kind now, and its ways with it."""


@dataclass(frozen=True, slots=True)
class Created:
    """There was no such SOP before."""

    sop: Sop


@dataclass(frozen=True, slots=True)
class Deleted:
    """There is no such SOP any more."""

    sop: Sop


@dataclass(frozen=True, slots=True)
class FlowCreated:
    """The SOP was a text alone, and has steps now."""

    workflow: Workflow


@dataclass(frozen=True, slots=True)
class FlowDeleted:
    """The SOP is a text alone now."""

    workflow: Workflow


@dataclass(frozen=True, slots=True)
class Added:
    """A new step, as it stands in the version after."""

    step: Step


@dataclass(frozen=True, slots=True)
class Removed:
    """A step that is gone, as it stood in the version before."""

    step: Step


@dataclass(frozen=True, slots=True)
class Moved:
    """Steps that follow one another, and that now stand elsewhere; `numbers` are the new ones.

    `is_listing` where the way through the steps is the same, and only their list has another order.
    """

    steps: tuple[str, ...]
    numbers: tuple[int, ...]
    is_listing: bool = False


@dataclass(frozen=True, slots=True)
class Renamed:
    """A step has another id: one that was made of other words, or one that its author gave it."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class WayChanged:
    """A way on of a step that was there before: new, gone, or with other words, share or target.

    `before` names its target by the id of the version before.
    """

    step: str
    before: Exit | None
    after: Exit | None
    cause: Cause


@dataclass(frozen=True, slots=True)
class Reworded:
    """A text of a step or of the card."""

    step: str
    fact: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Reassigned:
    """Who does it, takes over or answers for it; which SOP is run, replaced or improved."""

    step: str
    fact: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relisted:
    """A list whose order has no meaning: what came to it, and what went."""

    step: str
    fact: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Equipped:
    """The tools and resources of a step."""

    step: str
    fact: str
    before: tuple[Resource, ...]
    after: tuple[Resource, ...]


@dataclass(frozen=True, slots=True)
class Retimed:
    """A deadline, a working time, or how long to try."""

    step: str
    fact: str
    before: Duration | None
    after: Duration | None


@dataclass(frozen=True, slots=True)
class Redated:
    """A day on the card."""

    step: str
    fact: str
    before: dt.date | None
    after: dt.date | None


@dataclass(frozen=True, slots=True)
class Switched:
    """The kind of a step, or the status of the SOP."""

    step: str
    fact: str
    before: Kind | Status
    after: Kind | Status


@dataclass(frozen=True, slots=True)
class Reapproved:
    """The approval on record."""

    step: str
    fact: str
    before: Approval | None
    after: Approval | None


@dataclass(frozen=True, slots=True)
class Rescheduled:
    """When the SOP is looked at again."""

    step: str
    fact: str
    before: Review | None
    after: Review | None


@dataclass(frozen=True, slots=True)
class Promised:
    """One of the times promised to customers, by the words for it."""

    what: str
    before: Duration | None
    after: Duration | None


@dataclass(frozen=True, slots=True)
class Aimed:
    """The target of one measure."""

    measure: str
    before: Target | None
    after: Target | None


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of the SOP's text that came, went or was reworded.

    `place` is its place among the blocks before (a new one stands before it), under `heading`.
    """

    place: int
    before: Stretch | None
    after: Stretch | None
    heading: str


@dataclass(frozen=True, slots=True)
class TextChanged:
    """The SOP's Markdown, block by block, in order."""

    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class PracticeChanged:
    """The questions to practise with that the author wrote."""

    before: tuple[Question, ...]
    after: tuple[Question, ...]


FactChanged = (
    Reworded | Reassigned | Relisted | Equipped | Retimed | Redated | Switched
    | Reapproved | Rescheduled
)  # fmt: skip
Change = (
    Created | Deleted | FlowCreated | FlowDeleted | Added | Removed | Moved | Renamed | WayChanged
    | FactChanged | Promised | Aimed | TextChanged | PracticeChanged
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Changes:
    """All that changed between two versions.

    `kept` pairs the ids, before and after, of steps that are in both. `unread` says why a version
    could not be compared; then nothing else is known.
    """

    changes: tuple[Change, ...] = ()
    kept: tuple[tuple[str, str], ...] = ()
    unread: str = ""

    def __bool__(self) -> bool:
        """Say whether anything changed, as far as is known."""
        return bool(self.changes or self.unread)
