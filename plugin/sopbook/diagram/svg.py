"""The one writer of SVG: few elements, few attributes, always in the same order, escaped once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

ELEMENTS = frozenset({"a", "g", "marker", "path", "rect", "svg", "text", "title", "tspan"})
ATTRIBUTES = (
    "xmlns", "id", "role", "aria-roledescription", "aria-label", "aria-hidden", "class", "viewBox",
    "href", "data-way", "markerUnits", "markerWidth", "markerHeight",
    "refX", "refY", "orient", "transform", "x", "y", "dy", "width", "height", "rx", "d",
    "fill", "stroke", "stroke-width", "stroke-dasharray", "marker-end",
    "font-family", "font-size", "text-anchor",
)  # fmt: skip
"""What may be written, in the order it is written."""

_PLACES = {name: place for place, name in enumerate(ATTRIBUTES)}
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})

Value = str | float


@dataclass(frozen=True, slots=True)
class Element:
    """An element with its attributes, and its children: elements, and texts as they are read."""

    name: str
    attributes: Mapping[str, Value] = field(default_factory=dict)
    children: "tuple[Element | str, ...]" = ()


def serialise(element: Element) -> str:
    """Write an element; ValueError for one, or for an attribute, that is not ours."""
    return "".join(_written(element))


def number(value: float) -> str:
    """Write a number with at most two decimals, and none where it is whole."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))


def _written(element: Element) -> Iterator[str]:
    if element.name not in ELEMENTS:
        raise ValueError(element.name)
    yield f"<{element.name}"
    for name in sorted(element.attributes, key=_place):
        yield f' {name}="{_value(element.attributes[name])}"'
    if not element.children:
        yield "/>"
        return
    yield ">"
    for child in element.children:
        if isinstance(child, str):
            yield child.translate(_ESCAPES)
        else:
            yield from _written(child)
    yield f"</{element.name}>"


def _place(name: str) -> int:
    if name not in _PLACES:
        raise ValueError(name)
    return _PLACES[name]


def _value(value: Value) -> str:
    return value.translate(_ESCAPES) if isinstance(value, str) else number(value)
