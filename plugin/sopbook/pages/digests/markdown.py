"""A digest in Markdown."""

from collections.abc import Iterator

from sopbook.pages.digests.digest import Digest, Item
from sopbook.report.markdown import uncalled


def markdown(digest: Digest) -> str:
    """Write headings, and a list for each change."""
    return "\n\n".join(_blocks(digest)) + "\n"


def _blocks(digest: Digest) -> Iterator[str]:
    yield f"# {uncalled(digest.title)}"
    yield uncalled(digest.intro)
    for part in digest.parts:
        yield f"## {uncalled(part.heading)}"
        for item in part.items:
            yield f"### {_link(item.title, item.url)}"
            yield "\n".join(_lines(item))


def _lines(item: Item) -> Iterator[str]:
    for line in item.lines:
        yield f"- {_link(line.text, line.url)}"
    yield ""
    yield uncalled(item.about)


def _link(text: str, url: str) -> str:
    """Link a text; the address stands in angle brackets, and cannot end before they do."""
    address = url.replace("<", "%3C").replace(">", "%3E")
    return f"[{uncalled(text)}](<{address}>)" if address else uncalled(text)
