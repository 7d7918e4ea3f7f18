"""The border of each form: how far it lies within the rectangle around it, in px."""

from math import sqrt

from sopbook.diagram.graph import Box, Form

_OVAL, _PILL = 24.0, 11.0
TIP = 16.0
"""How long the points of a hexagon and a signpost are, in px."""


def depth(box: Box, across: float) -> float:
    """Give how far the border lies from the top, or the bottom, `across` from the middle."""
    half, tall = box.width / 2, box.height / 2
    match box.form:
        case Form.DIAMOND:
            return tall * min(abs(across) / half, 1.0)
        case Form.HEXAGON:
            return _slope(abs(across), half, tall)
        case Form.SIGNPOST:
            return _slope(across, half, tall)
        case Form.OVAL | Form.PILL:
            radius = round_corner(box)
            return _round(abs(across) - (half - radius), radius)
        case Form.RECTANGLE | Form.DOUBLE | Form.BAR:
            return 0.0


def inset(box: Box, down: float) -> tuple[float, float]:
    """Give how far the border lies from the left and from the right, `down` from the middle."""
    half, tall = box.width / 2, box.height / 2
    part = min(abs(down) / tall, 1.0)
    match box.form:
        case Form.DIAMOND:
            return half * part, half * part
        case Form.HEXAGON:
            return TIP * part, TIP * part
        case Form.SIGNPOST:
            return 0.0, TIP * part
        case Form.OVAL | Form.PILL:
            radius = round_corner(box)
            gap = _round(abs(down) - (tall - radius), radius)
            return gap, gap
        case Form.RECTANGLE | Form.DOUBLE | Form.BAR:
            return 0.0, 0.0


def round_corner(box: Box) -> float:
    """Give the radius of an oval's or a pill's corners, in px."""
    return min(box.height / 2, _OVAL if box.form is Form.OVAL else _PILL)


def _slope(across: float, half: float, tall: float) -> float:
    return tall * min(max(0.0, across - (half - TIP)) / TIP, 1.0)


def _round(along: float, radius: float) -> float:
    """Give how far a quarter circle has fallen, `along` from its top."""
    along = min(max(0.0, along), radius)
    return radius - sqrt(radius * radius - along * along)
