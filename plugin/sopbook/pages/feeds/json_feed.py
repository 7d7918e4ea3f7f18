"""A feed as JSON Feed 1.1. It knows no relative addresses: without a host it has none."""

from sopbook.core.as_json import as_json
from sopbook.pages.feeds.feed import Entry, Feed

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed) -> str:
    """Write a feed as JSON."""
    addresses = {"home_page_url": feed.page, "feed_url": f"{feed.own}.json"}
    return as_json(
        {
            "version": VERSION,
            "title": feed.title,
            **(addresses if feed.is_absolute else {}),
            "language": feed.language,
            "items": [_item(entry, feed) for entry in feed.entries],
        }
    )


def _item(entry: Entry, feed: Feed) -> dict[str, object]:
    date = entry.moment.isoformat()
    return {
        "id": entry.id,
        **({"url": entry.url} if feed.is_absolute and entry.url else {}),
        "title": entry.title,
        "content_text": entry.text,
        **({"content_html": entry.html} if feed.is_absolute else {}),
        "date_published": date,
        "date_modified": date,
        **({"authors": [{"name": name} for name in entry.who]} if entry.who else {}),
        "tags": [entry.weight],
    }
