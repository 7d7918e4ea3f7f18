"""Colours for a chart without its style sheet: quiet, on white, with the contrast of WCAG AA."""

from dataclasses import dataclass

from sopbook.core.fates import Fate
from sopbook.core.model import Kind
from sopbook.diagram.graph import Box

INK = "#1e293b"
"""Of the steps' words."""
LINE = "#64748b"
"""Of edges."""
PAPER = "#ffffff"
"""Behind everything, where the drawing stands alone."""
LABEL = "#475569"
"""Of the words on arrows."""


@dataclass(frozen=True, slots=True)
class Colours:
    """A box's `fill`, its `line` (and first line of text), and the `ink` of its words."""

    fill: str
    line: str
    ink: str = INK


@dataclass(frozen=True, slots=True)
class Stroke:
    """How the border or line of something that changed is drawn: it shows without colours, too."""

    colour: str
    dashes: str = ""


FATES = {
    Fate.ADDED: Stroke("#15803d"),
    Fate.REMOVED: Stroke("#b91c1c", "3 4"),
    Fate.CHANGED: Stroke("#b45309", "12 4"),
    Fate.MOVED: Stroke("#b45309", "12 4 3 4"),
    Fate.REROUTED: Stroke("#b45309", "12 4"),
}
FATE_WIDTH = 3.5
"""How thick it is, in px."""
ROLES = (
    Colours("#edf3fc", "#25a"),
    Colours("#e8f6f3", "#076"),
    Colours("#f4effc", "#64a"),
    Colours("#fdf4e3", "#850"),
    Colours("#fdeff3", "#a35"),
    Colours("#eff7e8", "#462"),
    Colours("#fbf0ea", "#942"),
    Colours("#e9f4fa", "#168"),
)
"""By an actor's colour, from 1."""
_NOBODY = Colours("#f8fafc", "#526077")
_ENDS = Colours("#eef1f5", "#3d4b60")
_BAR = Colours("#3d4b60", "#3d4b60", "#ffffff")


def colours(box: Box) -> Colours:
    """Choose a box's colours: its first actor's, or its kind's."""
    item = box.item
    if item is None or (item.kind not in _OF_KINDS and not item.actors):
        return _NOBODY
    return _OF_KINDS.get(item.kind) or ROLES[item.actors[0].colour - 1]


_OF_KINDS = {
    Kind.START: _ENDS,
    Kind.END: _ENDS,
    Kind.TOGETHER: _BAR,
    Kind.JOIN: _BAR,
}
