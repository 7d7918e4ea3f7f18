"""What a box says: its lines before they are broken, and its mark."""

from collections.abc import Iterator

from sopbook.core.model import Kind
from sopbook.core.words import Words
from sopbook.diagram.graph import Mark, Part
from sopbook.diagram.outline import Item
from sopbook.diagram.text import GLUE

# These say by their word what they are; a task and a question do so by themselves.
_NAMED = {Kind.START, Kind.WAIT, Kind.ESCALATE, Kind.SOP, Kind.END}


def content(item: Item, words: Words) -> Iterator[tuple[Part, str]]:
    """Yield what stands in the step's box, from top to bottom."""
    dot = words("chart.dot")
    if item.kind in {Kind.TOGETHER, Kind.JOIN}:
        yield Part.CAPTION, dot.join((*_fate(item, words), str(item.number), item.caption))
        return
    yield Part.HEAD, dot.join(_head(item, words))
    yield Part.CAPTION, item.caption
    for key, text in _facts(item):
        if text:
            yield Part.FACT, words(f"chart.box.{key}", text=text)
    for text in was(item, words):
        yield Part.FACT, words("chart.fate.was", text=text)


def was(item: Item, words: Words) -> Iterator[str]:
    """Yield what a step said before, where it says something else now."""
    old = item.was
    if old is None:
        return
    if old.caption != item.caption:
        yield words("chart.quoted", text=old.caption)
    if old.actors != item.actors:
        yield ", ".join(actor.name for actor in old.actors) or words("chart.fate.nobody")
    for (key, before), (_, after) in zip(_facts(old), _facts(item), strict=False):
        if before != after:
            text = words(f"chart.box.{key}", text=before) if before else ""
            yield text or words(f"chart.fate.no_{key}")


def mark(item: Item) -> Mark | None:
    """Choose the picture for machines, customers and pauses."""
    if item.kind is Kind.WAIT:
        return Mark.CLOCK
    if item.is_automatic:
        return Mark.MACHINE
    return Mark.PERSON if item.is_customers else None


def _head(item: Item, words: Words) -> Iterator[str]:
    yield from _fate(item, words)
    yield str(item.number)
    if item.kind in _NAMED:
        yield item.word
    yield from (actor.name.replace(" ", GLUE) for actor in item.actors)
    if item.is_automatic:
        yield words("chart.box.automatic")


def _fate(item: Item, words: Words) -> Iterator[str]:
    if item.fate:
        yield words(f"chart.fate.{item.fate}").replace(" ", GLUE)


def _facts(item: Item) -> Iterator[tuple[str, str]]:
    yield "when", item.when
    yield "to", item.to.name if item.to else ""
    yield "after", item.after
    yield "within", item.within
    if item.kind is Kind.WAIT:
        yield "takes", item.takes
