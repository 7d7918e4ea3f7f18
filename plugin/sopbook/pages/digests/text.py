"""A digest as plain text."""

from collections.abc import Iterator

from sopbook.pages.digests.digest import Digest, Item


def text(digest: Digest) -> str:
    """Write paragraphs, as in a plain mail."""
    return "\n\n".join(_blocks(digest)) + "\n"


def _blocks(digest: Digest) -> Iterator[str]:
    yield digest.title
    yield digest.intro
    for part in digest.parts:
        yield f"{part.heading}\n{'=' * len(part.heading)}"
        yield from ("\n".join(_lines(item)) for item in part.items)


def _lines(item: Item) -> Iterator[str]:
    yield item.title
    yield from (f"- {line.text}" for line in item.lines)
    yield f"  {item.about}"
    if item.url:
        yield f"  {item.url}"
