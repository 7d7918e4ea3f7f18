"""The keys of a page for the host: read by us, written so that nothing in them can do harm."""

import json
from collections.abc import Mapping
from html import escape

from sopbook.core.front_matter import HostValue
from sopbook.core.model import Sop, Status
from sopbook.core.reading import Page
from sopbook.pages.own import OwnPage

# The index is ours; the host's search would take every page apart a second time.
_UNREAD: Mapping[str, HostValue] = {"search": {"exclude": True}}


def front_matter(page: Page | None, sop: Sop | None) -> str:
    """Write the keys as one line of JSON (which is YAML) between dashes.

    The host prints titles and descriptions as they are, so every text is escaped here.
    """
    return _block({**(page.meta if page else {}), **(_of_sop(sop) if sop else {}), **_UNREAD})


def own_source(page: OwnPage, title: str) -> str:
    """Write a page of our own as if somebody had.

    Its places stand in for what is printed later: the host looks whether links lead to one.
    """
    places = "".join(f'<span id="{name}"></span>\n' for name in page.ids)
    return _block({"title": title, **_UNREAD}) + f"\n{places}"


def _block(meta: Mapping[str, HostValue]) -> str:
    return f"---\n{json.dumps(_escaped(dict(meta)))}\n---\n"


def _of_sop(sop: Sop) -> Mapping[str, HostValue]:
    """Give what the host shows of an SOP: in lists, in the head of the page."""
    meta: dict[str, HostValue] = {"title": sop.title}
    if sop.card.summary:
        meta["description"] = sop.card.summary
    # The theme marks pages in its navigation by a word for their status; the usual needs no mark.
    meta["status"] = None if sop.card.status is Status.APPROVED else sop.card.status.value
    return meta


def _escaped(value: HostValue) -> HostValue:
    if isinstance(value, str):
        return escape(value)
    if isinstance(value, list):
        return [_escaped(item) for item in value]
    if isinstance(value, dict):
        return {escape(key): _escaped(item) for key, item in value.items()}
    return value
