"""A digest as Slack blocks: at most 50, none with more than 3,000 characters."""

from collections.abc import Iterator

from sopbook.core.as_json import as_json
from sopbook.pages.digests.cut import cut
from sopbook.pages.digests.digest import Digest, Item

MOST_BLOCKS = 50
MOST_CHARACTERS = 3_000
_MOST_IN_HEADING = 150
_LONGEST_ADDRESS = 500
_BEGUN = 2  # The title, and since when.
_LAST = 1  # How many are left out.
_SPARE = 4  # Line ends, and what stands for the rest.


def slack(digest: Digest) -> str:
    """Write the message that an incoming webhook takes."""
    heading = {"type": "plain_text", "text": cut(digest.title, _MOST_IN_HEADING), "emoji": False}
    blocks = [{"type": "header", "text": heading}, _section(_safe(digest.intro))]
    room = MOST_BLOCKS - _BEGUN - _LAST
    shown = 0
    for part in digest.parts:
        kept = part.items[: max(0, room - 1)]
        if kept:
            blocks.append(_section(f"*{_safe(part.heading)}*"))
            blocks += [_section(_item(item)) for item in kept]
            room -= 1 + len(kept)
            shown += len(kept)
    left = sum(len(part.items) for part in digest.parts) - shown
    if left:
        blocks.append(_section(_safe(digest.left_out(left))))
    return as_json({"text": _safe(f"{digest.title}. {digest.intro}"), "blocks": blocks}) + "\n"


def _section(text: str) -> dict[str, object]:
    # Verbatim: `@here` and addresses in somebody's words call nobody and lead nowhere.
    return {"type": "section", "text": {"type": "mrkdwn", "text": text, "verbatim": True}}


def _item(item: Item) -> str:
    """Write a change in one block, with as many of its sentences as there is room for."""
    first, last = f"*{_link(item.title, item.url)}*", _safe(cut(item.about))
    lines = (f"• {_link(line.text, line.url)}" for line in item.lines)
    return "\n".join(
        (first, *_that_fit(lines, MOST_CHARACTERS - len(first) - len(last) - _SPARE), last)
    )


def _that_fit(lines: Iterator[str], room: int) -> Iterator[str]:
    for line in lines:
        room -= len(line) + 1
        if room < 0:
            yield "…"
            return
        yield line


def _link(text: str, url: str) -> str:
    """Link a text; where the address is too long for a message, the words are enough."""
    shown = _safe(cut(text))
    address = _safe(url.replace("|", "%7C").replace("<", "%3C").replace(">", "%3E"))
    return f"<{address}|{shown}>" if address and len(address) <= _LONGEST_ADDRESS else shown


def _safe(text: str) -> str:
    """Write a text so that it stays text."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
