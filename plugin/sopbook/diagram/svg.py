"""The one writer of SVG: few elements, few attributes, always in the same order, escaped once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache

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
# What XML cannot hold, not even escaped.
_ESCAPES |= dict.fromkeys(
    (*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF),
    "\N{REPLACEMENT CHARACTER}",
)

Value = str | float


@dataclass(frozen=True, slots=True)
class Element:
    """An element with its attributes, and its children: elements, and texts as they are read."""

    name: str
    attributes: Mapping[str, Value] = field(default_factory=dict)
    children: "tuple[Element | str, ...]" = ()


def serialise(element: Element) -> str:
    """Write an element; ValueError for one, or for an attribute, that is not ours."""
    parts: list[str] = []
    _write(element, parts.append)
    return "".join(parts)


def number(value: float) -> str:
    """Write a number with at most two decimals, and none where it is whole."""
    whole = int(value)
    return str(whole) if whole == value else f"{value:.2f}".rstrip("0").rstrip(".")


def _write(element: Element, write: Callable[[str], None]) -> None:
    if element.name not in ELEMENTS:
        raise ValueError(element.name)
    given = element.attributes
    attributes = "".join([f' {name}="{_value(given[name])}"' for name in _ordered(tuple(given))])
    if not element.children:
        write(f"<{element.name}{attributes}/>")
        return
    write(f"<{element.name}{attributes}>")
    for child in element.children:
        if isinstance(child, str):
            write(child.translate(_ESCAPES))
        else:
            _write(child, write)
    write(f"</{element.name}>")


@cache
def _ordered(names: tuple[str, ...]) -> tuple[str, ...]:
    """Put attributes into our order; there are no more of such sets than kinds of elements."""
    for name in names:
        if name not in _PLACES:
            raise ValueError(name)
    return tuple(sorted(names, key=_PLACES.__getitem__))


def _value(value: Value) -> str:
    return value.translate(_ESCAPES) if isinstance(value, str) else number(value)
