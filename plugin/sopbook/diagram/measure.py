"""Give every step a box: break its text into lines, and make the outline fit around them."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

from sopbook.core.fates import Fate
from sopbook.core.words import Words
from sopbook.diagram.content import content, mark
from sopbook.diagram.graph import FORMS, Box, Form, Line, Mark, Part
from sopbook.diagram.outline import Item
from sopbook.diagram.text import width, wrap

SIZES = {Part.HEAD: 12.0, Part.CAPTION: 14.0, Part.FACT: 12.0}
"""Font sizes in px."""
HEIGHTS = {Part.HEAD: 16.0, Part.CAPTION: 18.0, Part.FACT: 16.0}
"""Line heights in px."""
MARK = 16.0
"""Room that a mark takes before its line, in px."""
PILL = 12.0
"""Font size of the words on an arrow, in px."""
_MOST = {Part.HEAD: 2, Part.CAPTION: 8, Part.FACT: 2}
_PILL_LINES = 3
_BAR_WAY = 56.0
"""Room for each way out of a bar, in px."""
_LEAST = 24.0
"""The least side of what can be pressed, in px (WCAG 2.2, 2.5.8)."""
# Left and right together, then above and below together, in px.
_PADDING = {
    Form.OVAL: (40.0, 14.0),
    Form.RECTANGLE: (28.0, 18.0),
    Form.DIAMOND: (8.0, 6.0),
    Form.HEXAGON: (48.0, 16.0),
    Form.SIGNPOST: (44.0, 18.0),
    Form.DOUBLE: (40.0, 22.0),
    Form.BAR: (32.0, 8.0),
    Form.PILL: (16.0, 6.0),
}


@dataclass(frozen=True, slots=True)
class Room:
    """How wide a line may be in px, in a box and on an arrow; a diamond's width for its height."""

    box: float = 164.0
    pill: float = 104.0
    diamond: float = 2.1


def box(item: Item, words: Words, room: Room) -> Box:
    """Measure a step."""
    form, picture = FORMS[item.kind], mark(item)
    lines = _stacked(
        (text, part)
        for part, whole in content(item, words)
        for text in wrap(whole, _room(part, picture, room), SIZES[part], _MOST[part])
    )
    if form is Form.DIAMOND:
        wide, high = _diamond(lines, picture, room.diamond)
    else:
        wide, high = _around(form, lines, picture)
    if form is Form.BAR:
        wide = max(wide, _BAR_WAY * len(item.ways))
    return Box(form, lines, _even(wide), _even(high), item, picture, item.fate)


def pill(label: str, room: Room, fate: Fate | None = None) -> Box:
    """Measure the words on an arrow."""
    texts = wrap(label, room.pill, PILL, _PILL_LINES)
    across, down = _PADDING[Form.PILL]
    lines = _stacked((text, Part.FACT) for text in texts)
    wide = max((width(text, PILL) for text in texts), default=0.0) + across
    high = _height(lines) + down
    return Box(Form.PILL, lines, _even(max(wide, _LEAST)), _even(high), fate=fate)


def span(line: Line, picture: Mark | None) -> float:
    """Measure a line with its mark, in px."""
    marked = MARK if picture and line.part is Part.HEAD else 0.0
    return width(line.text, SIZES[line.part]) + marked


def _room(part: Part, picture: Mark | None, room: Room) -> float:
    return room.box - (MARK if picture and part is Part.HEAD else 0.0)


def _around(form: Form, lines: tuple[Line, ...], picture: Mark | None) -> tuple[float, float]:
    across, down = _PADDING[form]
    wide = max((span(line, picture) for line in lines), default=0.0) + across
    return max(wide, _LEAST), max(_height(lines) + down, _LEAST)


def _diamond(lines: tuple[Line, ...], picture: Mark | None, shape: float) -> tuple[float, float]:
    """Find the least diamond that holds the corners of every line."""
    across, down = _PADDING[Form.DIAMOND]
    reaches = (
        (span(line, picture) + across) / shape
        + 2 * abs(line.middle) + SIZES[line.part] + down
        for line in lines
    )  # fmt: skip
    high = max(reaches, default=2 * _LEAST)
    return high * shape, high


def _stacked(texts: Iterable[tuple[str, Part]]) -> tuple[Line, ...]:
    """Set lines one below the other, around the middle of their box."""
    parts = tuple(texts)
    top = -sum(HEIGHTS[part] for _, part in parts) / 2
    lines = []
    for text, part in parts:
        lines.append(Line(text, part, top + HEIGHTS[part] / 2))
        top += HEIGHTS[part]
    return tuple(lines)


def _height(lines: tuple[Line, ...]) -> float:
    return sum(HEIGHTS[line.part] for line in lines)


def _even(length: float) -> int:
    """Round up, so that a half is still whole and borders lie on pixels."""
    return 2 * ceil(length / 2)
