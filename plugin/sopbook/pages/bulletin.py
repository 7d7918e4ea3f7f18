"""The news of a site: told once, shown on a page for all and one for each circle, and as feeds."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from sopbook.core.names import Names
from sopbook.history.chronicle import Chronicle
from sopbook.pages.feeds.atom import atom
from sopbook.pages.feeds.feed import FOLDER, Whereabouts, feed, file_name, title
from sopbook.pages.feeds.json_feed import json_feed
from sopbook.pages.news.circles import Circle, circles_in
from sopbook.pages.news.stories import Story, about, recent, stories
from sopbook.pages.site import Links, Site
from sopbook.pages.views.news import Beside, News, news


@dataclass(frozen=True, slots=True)
class Bulletin:
    """All that is new, and whom it concerns; a circle none of whose SOPs has news has no page."""

    names: Names
    stories: tuple[Story, ...] = ()
    circles: tuple[Circle, ...] = ()

    def paths(self) -> Iterator[tuple[str, str]]:
        """Yield the key of each page ("" for everybody's), and where it would lie."""
        for circle in self._all():
            yield circle.key if circle else "", path_of(circle)

    def circle(self, key: str) -> Circle | None:
        """Find who is meant by a key."""
        return next((circle for circle in self.circles if circle.key == key), None)

    def title(self, key: str) -> str:
        """Title a page."""
        return title(self.circle(key), self.names)

    def view(self, key: str, site: Site, links: Links) -> News:
        """Show the news of a page."""
        circle = self.circle(key)
        found = self._about(circle)
        shown = recent(found)
        beside = Beside(
            self.circles,
            page=lambda other: links.page(path_of(other)),
            feed=lambda ending: links.page(f"{FOLDER}/{file_name(circle)}.{ending}"),
        )
        return news(shown, circle, site, links, beside, is_all=len(shown) == len(found))

    def feeds(self, place: Whereabouts) -> Iterator[tuple[str, str]]:
        """Yield each feed: where it lies in the site, and its text."""
        for circle in self._all():
            found = feed(
                recent(self._about(circle)), circle, place.page(path_of(circle)), place, self.names
            )
            if found:
                yield f"{FOLDER}/{file_name(circle)}.xml", atom(found)
                yield f"{FOLDER}/{file_name(circle)}.json", json_feed(found)

    def _all(self) -> tuple[Circle | None, ...]:
        return (None, *self.circles) if self.stories else ()

    def _about(self, circle: Circle | None) -> tuple[Story, ...]:
        return about(self.stories, circle) if circle else self.stories


def bulletin(chronicle: Chronicle, zone: dt.tzinfo, names: Names) -> Bulletin:
    """Tell all that is new; `zone` is where days begin and end."""
    found = stories(chronicle, names, zone)
    concerned = {circle for story in found for circle in story.circles}
    circles = circles_in(names.library.sops.values(), names)
    return Bulletin(names, found, tuple(circle for circle in circles if circle in concerned))


def path_of(circle: Circle | None) -> str:
    """Say where the page of a circle would lie; its address is permanent."""
    return f"{FOLDER}/{circle.key}.md" if circle else f"{FOLDER}/index.md"
