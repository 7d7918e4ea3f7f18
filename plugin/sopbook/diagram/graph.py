"""What is to be drawn: boxes with lines of text and a size, and the edges between them."""

from dataclasses import dataclass
from enum import StrEnum

from sopbook.core.fates import Fate
from sopbook.core.model import Kind
from sopbook.diagram.outline import Item


class Form(StrEnum):
    """The outline of a box; `PILL` holds the words on an arrow."""

    OVAL = "oval"
    RECTANGLE = "rectangle"
    DIAMOND = "diamond"
    HEXAGON = "hexagon"
    SIGNPOST = "signpost"
    DOUBLE = "double"
    BAR = "bar"
    PILL = "pill"


class Mark(StrEnum):
    """A small picture before the first line."""

    PERSON = "person"
    MACHINE = "machine"
    CLOCK = "clock"


class Part(StrEnum):
    """What a line of text is: who or what kind of step, the step's own words, or a fact."""

    HEAD = "head"
    CAPTION = "caption"
    FACT = "fact"


FORMS = {
    Kind.START: Form.OVAL,
    Kind.DO: Form.RECTANGLE,
    Kind.ASK: Form.DIAMOND,
    Kind.WAIT: Form.HEXAGON,
    Kind.ESCALATE: Form.SIGNPOST,
    Kind.SOP: Form.DOUBLE,
    Kind.TOGETHER: Form.BAR,
    Kind.JOIN: Form.BAR,
    Kind.END: Form.OVAL,
}


_HUGE = 400


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: `middle` is how far its middle lies below the box's, in px."""

    text: str
    part: Part
    middle: float


@dataclass(frozen=True, slots=True)
class Box:
    """Something with a place of its own; sizes in px. Only a pill has no item.

    `fate` is what became of it since another version.
    """

    form: Form
    lines: tuple[Line, ...]
    width: float
    height: float
    item: Item | None = None
    mark: Mark | None = None
    fate: Fate | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """A line between two boxes, by their places in the graph; `is_arrow` ends in a head."""

    source: int
    target: int
    is_arrow: bool = True


@dataclass(frozen=True, slots=True)
class Graph:
    """The boxes (first the steps, in written order, then the pills), and the edges."""

    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...]

    @property
    def is_huge(self) -> bool:
        """Say whether to hurry: nobody looks for the last crossing among so many boxes."""
        return len(self.boxes) > _HUGE
