"""A digest as an adaptive card for Teams.

Everybody's text stands in text runs: unlike in text blocks, nothing in them is Markdown.
"""

import json
from collections.abc import Iterator, Mapping

from sopbook.pages.digests.cut import cut
from sopbook.pages.digests.digest import Digest, Item

VERSION = "1.5"
SCHEMA = "http://adaptivecards.io/schemas/adaptive-card.json"
_TYPE = "application/vnd.microsoft.card.adaptive"
MOST_BYTES = 24_000
"""Teams refuses messages of more than 28 KB as a whole: this much is for changes."""

_LINES = 20

Element = dict[str, object]


def teams(digest: Digest) -> str:
    """Write the message that a workflow's webhook takes, with the card in it."""
    attachment = {"contentType": _TYPE, "contentUrl": None, "content": card(digest)}
    return _small({"type": "message", "attachments": [attachment]}) + "\n"


def card(digest: Digest) -> Element:
    """Make the card, with as many changes as there is room for."""
    top = _texts(_run(cut(digest.title), size="Large", weight="Bolder"))
    body = [top, _texts(_run(cut(digest.intro)))]
    every = list(_elements(digest))
    kept = list(_that_fit(every))
    left = sum(count for count, _ in every) - sum(count for count, _ in kept)
    body += [element for _, element in kept]
    if left:
        body.append(_texts(_run(digest.left_out(left))))
    return {
        "type": "AdaptiveCard",
        "$schema": SCHEMA,
        "version": VERSION,
        "lang": digest.words.language,
        "body": body,
    }


def _elements(digest: Digest) -> Iterator[tuple[int, Element]]:
    """Yield what the card shows, each with how many changes it tells."""
    for part in digest.parts:
        heading = _texts(_run(part.heading, size="Medium", weight="Bolder"))
        yield 0, heading | {"separator": True, "spacing": "Large"}
        yield from ((1, _item(item)) for item in part.items)


def _that_fit(every: list[tuple[int, Element]]) -> Iterator[tuple[int, Element]]:
    room = MOST_BYTES
    for count, element in every:
        room -= len(_small(element).encode()) + 1
        if room < 0:
            return
        yield count, element


def _item(item: Item) -> Element:
    lines = (_texts(_run("• "), _run(cut(line.text), line.url)) for line in item.lines[:_LINES])
    rest = [_texts(_run("…"))] if len(item.lines) > _LINES else []
    return {
        "type": "Container",
        "spacing": "Medium",
        "items": [
            _texts(_run(cut(item.title), item.url, weight="Bolder")),
            *(line | {"spacing": "None"} for line in (*lines, *rest)),
            _texts(_run(cut(item.about), isSubtle=True)) | {"spacing": "Small"},
        ],
    }


def _texts(*runs: Element) -> Element:
    return {"type": "RichTextBlock", "inlines": list(runs)}


def _run(text: str, url: str = "", **style: object) -> Element:
    action = {"selectAction": {"type": "Action.OpenUrl", "url": url}} if url else {}
    return {"type": "TextRun", "text": text, **style, **action}


def _small(value: Mapping[str, object]) -> str:
    """Write data without a space to spare: it is for a program, and every byte counts."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
