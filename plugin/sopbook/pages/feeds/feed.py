"""What a feed says, before it is written in a format.

Ids are `tag:` addresses (RFC 4151): the site's host, a fixed year, then the SOP and the commit.
They never change with a build; they do with the site's address, for then it is another site.
All dates are those of commits. There is no feed without news: nothing true could be said of when
it was updated.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import quote, urlsplit

from sopbook.core.names import Names
from sopbook.pages.addresses import page_address
from sopbook.pages.news.circles import Circle
from sopbook.pages.news.stories import Story

FOLDER = "changes"
YEAR = "2026"
"""A year in which whoever has a host's name now had it, as far as feeds are concerned."""
NO_HOST = "sopbook.invalid"


@dataclass(frozen=True, slots=True)
class Entry:
    """One change. `html` is ours, with everybody's text escaped; `url` is "" for no page."""

    id: str
    title: str
    url: str
    moment: dt.datetime
    who: tuple[str, ...]
    html: str
    text: str
    weight: str


@dataclass(frozen=True, slots=True)
class Feed:
    """The news of a site or circle; `page` shows the same. `own` is "" where nobody knows it."""

    id: str
    title: str
    site: str
    language: str
    page: str
    own: str
    entries: tuple[Entry, ...]

    @property
    def is_absolute(self) -> bool:
        """Whether its addresses say on which host they are."""
        return bool(self.own)


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a site will be, and what it is called.

    `sops` has the source's path of each SOP's page, by its id. Without a `url` for the site,
    addresses are as seen from a feed, which lies in `changes/`. `in_folders` where each page lies
    in a folder of its own. `language` is the site's own, which the interface may not speak.
    """

    name: str
    sops: Mapping[str, str]
    url: str | None = None
    in_folders: bool = True
    language: str = ""

    def page(self, path: str) -> str:
        """Write the address of a page by its source's path."""
        return self.address(page_address(path, in_folders=self.in_folders))

    def address(self, path: str) -> str:
        """Write the address of something in the site."""
        return f"{self.url}{path}" if self.url else f"../{path}"

    def tag(self, path: str) -> str:
        """Name something for ever."""
        parts = urlsplit(self.url or "")
        return f"tag:{parts.hostname or NO_HOST},{YEAR}:{quote(parts.path or '/')}{quote(path)}"


def feed(
    found: Sequence[Story], circle: Circle | None, page: str, place: Whereabouts, names: Names
) -> Feed | None:
    """Make the feed of the stories on a page; `page` is its address."""
    if not found:
        return None
    return Feed(
        id=place.tag(circle.key if circle else FOLDER),
        title=f"{place.name}: {title(circle, names)}" if place.name else title(circle, names),
        site=place.name or names.words("news.title"),
        language=names.words.language,
        page=page,
        own=place.address(f"{FOLDER}/{file_name(circle)}") if place.url else "",
        entries=tuple(_entry(story, place, names) for story in found),
    )


def file_name(circle: Circle | None) -> str:
    """Name the file of a circle's feed, without what follows the point."""
    return circle.key if circle else "feed"


def title(circle: Circle | None, names: Names) -> str:
    """Call the news of a circle."""
    words = names.words
    return words("news.title_of", name=circle.title(names)) if circle else words("news.title")


def _entry(story: Story, place: Whereabouts, names: Names) -> Entry:
    path = place.sops.get(story.sop, "")
    url = place.page(path) if path else ""
    said = [sentence.text for sentence in story.sentences]
    rest = [text for text in (story.why, story.more) if text]
    paragraphs = "".join(f"<p>{_broken(text)}</p>" for text in rest)
    return Entry(
        id=place.tag(f"{story.sop}/{story.commit}"),
        title=names.words("news.entry", title=story.title, text=said[0]),
        url=url,
        moment=story.moment,
        who=story.who,
        html=f"<ul>{''.join(_item(story, url, names))}</ul>{paragraphs}",
        text="\n\n".join(["\n".join(f"- {text}" for text in said), *rest]),
        weight=story.weight.value,
    )


def _item(story: Story, url: str, names: Names) -> list[str]:
    return [
        f'<li><a href="{escape(f"{url}#step-{step}")}">{escape(sentence.text)}</a></li>'
        if url and (step := step_of(sentence.steps, story.sop, names))
        else f"<li>{escape(sentence.text)}</li>"
        for sentence in story.sentences
    ]


def step_of(steps: Sequence[str], sop: str, names: Names) -> str:
    """Give the first of some steps that an SOP still has; "" where it has none of them."""
    found = names.library.sops.get(sop)
    known = {step.id for step in found.workflow.steps} if found and found.workflow else set()
    return next((step for step in steps if step in known), "")


def _broken(text: str) -> str:
    return escape(text).replace("\n", "<br>")
