"""Forms and marks as SVG, around the middle of their box."""

from collections.abc import Iterator

from sopbook.diagram.border import TIP, round_corner
from sopbook.diagram.graph import Box, Form, Mark
from sopbook.diagram.svg import Element, Value, number

_ROUND = 7.0
_ROUNDER = 18.0
_DOUBLE = 4.0
_MARKS = {
    Mark.PERSON: "M-2.6-3a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0-5.2 0M-5 5.5c0-6.6 10-6.6 10 0z",
    Mark.MACHINE: "M-5-2.5h10v7h-10zM0-2.5v-3M-2.2.4v1.4M2.2.4v1.4",
    Mark.CLOCK: "M-5.2 0a5.2 5.2 0 1 0 10.4 0a5.2 5.2 0 1 0-10.4 0M0-3v3l2 1.4",
}


def shape(box: Box, paint: dict[str, Value]) -> Iterator[Element]:
    """Draw the border of a box, painted as said."""
    match box.form:
        case Form.OVAL | Form.PILL:
            yield _rectangle(box, round_corner(box), 0.0, paint)
        case Form.BAR:
            yield _rectangle(box, 3.0, 0.0, paint)
        case Form.RECTANGLE:
            is_customers = bool(box.item and box.item.is_customers)
            yield _rectangle(box, _ROUNDER if is_customers else _ROUND, 0.0, paint)
        case Form.DOUBLE:
            yield _rectangle(box, _ROUND, 0.0, paint)
            yield _rectangle(box, _ROUND - _DOUBLE / 2, _DOUBLE, paint)
        case Form.DIAMOND | Form.HEXAGON | Form.SIGNPOST:
            yield Element("path", {"d": _polygon(box), **paint})


def mark(picture: Mark, x: float, y: float, colour: str) -> Element:
    """Draw a mark around a point."""
    place = f"translate({number(x)} {number(y)})"
    lines = {"d": _MARKS[picture], "transform": place, "fill": "none", "stroke": colour}
    return Element("path", {"class": "sop-mark", "stroke-width": 1.3, **lines})


def _rectangle(box: Box, radius: float, within: float, paint: dict[str, Value]) -> Element:
    half, tall = box.width / 2 - within, box.height / 2 - within
    place = {"x": -half, "y": -tall, "width": 2 * half, "height": 2 * tall, "rx": radius}
    return Element("rect", {**place, **paint})


def _polygon(box: Box) -> str:
    corners = _corners(box.form, box.width / 2, box.height / 2)
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in corners) + "z"


def _corners(form: Form, half: float, tall: float) -> Iterator[tuple[float, float]]:
    if form is Form.DIAMOND:
        yield from ((0, -tall), (half, 0), (0, tall), (-half, 0))
        return
    yield from ((half - TIP, -tall), (half, 0), (half - TIP, tall))
    if form is Form.SIGNPOST:
        yield from ((-half, tall), (-half, -tall))
    else:
        yield from ((TIP - half, tall), (-half, 0), (TIP - half, -tall))
