"""A digest as an HTML mail: styles on the elements, no tables, nothing fetched.

No colour is set, so that a mail program's own light and dark ones hold.
"""

from collections.abc import Iterator
from html import escape

from sopbook.pages.digests.digest import Digest, Item, Part

_HEAD = (
    '<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width">\n'
    '<meta name="color-scheme" content="light dark">\n<title>{title}</title>\n</head>\n'
)
_BODY = "margin:0;padding:16px;font-family:Arial,Helvetica,sans-serif;font-size:16px"
_PAGE = "max-width:600px;margin:0 auto;line-height:1.5;overflow-wrap:anywhere"
_TITLE = "font-size:24px;line-height:1.3;margin:0 0 8px"
_PART = "font-size:18px;line-height:1.3;margin:32px 0 8px"
_ITEM = "border-left:3px solid #808080;padding-left:12px;margin:0 0 20px"
_NAME = "font-size:16px;margin:0 0 4px"
_LIST = "margin:0;padding-left:20px"
_LINE = "margin:0 0 4px"
_QUIET = "font-size:14px;margin:4px 0 0"


def html(digest: Digest) -> str:
    """Write a whole document."""
    head = _HEAD.format(language=escape(digest.words.language), title=escape(digest.title))
    return head + "\n".join(_body(digest)) + "\n</html>\n"


def _body(digest: Digest) -> Iterator[str]:
    yield f'<body style="{_BODY}">\n<div style="{_PAGE}">'
    yield f'<h1 style="{_TITLE}">{escape(digest.title)}</h1>'
    yield f'<p style="margin:0">{escape(digest.intro)}</p>'
    for part in digest.parts:
        yield from _part(part)
    yield "</div>\n</body>"


def _part(part: Part) -> Iterator[str]:
    yield f'<h2 style="{_PART}">{escape(part.heading)}</h2>'
    for item in part.items:
        yield from _item(item)


def _item(item: Item) -> Iterator[str]:
    yield f'<div style="{_ITEM}">\n<h3 style="{_NAME}">{_link(item.title, item.url)}</h3>'
    yield f'<ul style="{_LIST}">'
    for line in item.lines:
        yield f'<li style="{_LINE}">{_link(line.text, line.url)}</li>'
    yield f'</ul>\n<p style="{_QUIET}">{escape(item.about)}</p>\n</div>'


def _link(text: str, url: str) -> str:
    return f'<a href="{escape(url)}">{escape(text)}</a>' if url else escape(text)
