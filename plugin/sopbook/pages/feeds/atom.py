"""A feed as Atom (RFC 4287)."""

import io

from feedgenerator import Atom1Feed

from sopbook.pages.feeds.feed import Entry, Feed


def atom(feed: Feed) -> str:
    """Write a feed as Atom."""
    written = Atom1Feed(
        title=feed.title,
        link=feed.page,
        description="",
        language=feed.language,
        author_name=feed.site,
        feed_url=f"{feed.own}.xml" if feed.is_absolute else None,
        feed_guid=feed.id,
    )
    for entry in feed.entries:
        _add(written, entry, feed)
    file = io.StringIO()
    written.write(file, "utf-8")
    return file.getvalue()


def _add(written: Atom1Feed, entry: Entry, feed: Feed) -> None:
    # An entry whose SOP has no page any more leads to the page with the news.
    written.add_item(
        title=entry.title,
        link=entry.url or feed.page,
        description=None,
        author_name=", ".join(entry.who) or None,
        pubdate=entry.moment,
        updateddate=entry.moment,
        unique_id=entry.id,
        content=entry.html,
        categories=(entry.weight,),
    )
