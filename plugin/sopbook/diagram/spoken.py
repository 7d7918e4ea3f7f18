"""A step as sentences: its accessible name, from which the chart could be drawn again."""

import re
from collections.abc import Iterator

from sopbook.core.model import Kind
from sopbook.core.words import Words
from sopbook.diagram.content import was
from sopbook.diagram.outline import Item, Way

# What would end the sentence, or the clause, that an author's text stands in.
_BREAK = re.compile(r"[.!?:;]\s|[.:;]$|[„“”]|^$")
_LONG = 2_000
_MARK = re.compile("([„“”])")


def spoken(item: Item, count: int, words: Words) -> str:
    """Say a step in sentences: its place among `count` steps, its facts, where it leads."""
    head = words(
        f"chart.name.{item.kind}",
        number=item.number, count=count, text=quoted(item.caption, words),
    )  # fmt: skip
    fate = (stopped(words(f"chart.fate.{item.fate}")),) if item.fate else ()
    return " ".join((*fate, stopped(head), *_facts(item, words), *_ways(item, words)))


def quoted(text: str, words: Words) -> str:
    """Give the text as it is, or in quotation marks where it would break up the sentence.

    Marks inside are doubled, so that the closing one is always known. Nobody listens to the end
    of a text that is longer than a page.
    """
    if len(text) > _LONG:
        text = text[:_LONG] + "…"
    if _BREAK.search(text):
        return words("chart.quoted", text=_MARK.sub(r"\1\1", text))
    return text


def stopped(sentence: str) -> str:
    """End a sentence with a full stop, unless it asks or exclaims."""
    return sentence if sentence.endswith(("?", "!")) else sentence + "."


def _facts(item: Item, words: Words) -> Iterator[str]:
    yield from _fact("when", item.when, words)
    for actor in item.actors:
        yield from _fact("by_system" if actor.is_system else "by", actor.name, words)
    yield from _fact("to", item.to.name if item.to else "", words)
    yield from _fact("after", item.after, words)
    yield from _fact("within", item.within, words)
    for text in was(item, words):
        yield stopped(words("chart.fate.was", text=quoted(text, words)))


def _fact(key: str, text: str, words: Words) -> Iterator[str]:
    if text:
        yield stopped(words(f"chart.fact.{key}", text=quoted(text, words)))


def _ways(item: Item, words: Words) -> Iterator[str]:
    for way in item.ways:
        fate = f"{words(f'chart.fate.{way.fate}')}: " if way.fate else ""
        yield fate + stopped(_way(item.kind, way, words))


def _way(kind: Kind, way: Way, words: Words) -> str:
    there = words("chart.way.there", number=way.number)
    if way.percent:
        share = words("chart.share", percent=way.percent)
        there = words("chart.way.often", number=way.number, share=share)
    if not way.label:
        return words("chart.way.then", there=there)
    key = "if" if kind is Kind.ASK else "branch"
    return words(f"chart.way.{key}", label=quoted(way.label, words), there=there)
