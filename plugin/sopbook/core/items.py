"""The steps as they were written: lists inside lists, before the flow is worked out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sopbook.core.model import Kind, Ref
from sopbook.core.span import Span

NEXT = "next"
"""The answer that goes on with the item after its question; so no step can have this id."""


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """Words on an arrow, and where it leads: a step (`go`), steps of its own, or the next item."""

    label: str
    span: Span
    go: Ref | None = None
    steps: "tuple[Item, ...] | None" = None
    share: float | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Branch:
    """One of several lists of steps that are done at the same time."""

    label: str
    span: Span
    steps: "tuple[Item, ...]"


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """One item of a list of steps; `values` are the step's own, ready for the model."""

    kind: Kind
    span: Span
    id: Ref | None = None
    then: Ref | None = None
    answers: tuple[Answer, ...] = ()
    branches: tuple[Branch, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)


def in_written_order(items: tuple[Item, ...]) -> Iterator[Item]:
    """Yield every item and those nested in it."""
    for item in items:
        yield item
        for answer in item.answers:
            yield from in_written_order(answer.steps or ())
        for branch in item.branches:
            yield from in_written_order(branch.steps)
