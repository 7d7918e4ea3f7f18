"""The host's navigation, bounded: however many SOPs there are, a page links to some around it."""

import copy
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from operator import itemgetter

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from sopbook.pages.excerpt import MOST, excerpt
from sopbook.pages.lookup import EVERY, above, lists
from sopbook.pages.own import OwnPage

ROOM = 100
"""With so many entries in all, what does not lead to the page is there, too, folded up."""


class Menu:
    """The navigation as it is shown on each page."""

    def __init__(self, nav: Navigation, every: Link | None, *, is_pruned: bool) -> None:
        """Take stock of the host's. `every` leads to the list of all SOPs.

        `is_pruned` where the theme leaves out what is folded up, and marks it.
        """
        self._nav, self._every, self._is_pruned = nav, every, is_pruned
        self._below: dict[int, StructureItem] = {}
        # A page is found at once, however long its list; the host's own way looks at each title.
        self._places = {id(item): place for place, item in _numbered(nav.items)}
        self._is_long = any(place >= MOST for place in self._places.values())
        self._is_large = len(self._places) > ROOM
        self._has_lookup = any(isinstance(item, Lookup) for item in nav.items)

    def place_below(self, page: Page, above: Page) -> None:
        """Show a page that is not listed below another one, while it is read."""
        if id(above) in self._places and id(page) not in self._places:
            page.parent = above.parent
            self._below[id(page)] = above

    def seen_from(self, page: Page | None) -> Navigation:
        """Give the navigation that a page shows; None is a page that is nowhere in it."""
        changes = (self._is_long, self._is_large, self._has_lookup, id(page) in self._below)
        if not any(changes):
            return self._nav
        way = (*reversed([*page.ancestors]), page) if page else ()
        seen = Navigation(self._list(self._nav.items, way), [])
        seen.pages, seen.homepage = self._nav.pages, self._nav.homepage
        return seen

    def _list(
        self, items: list[StructureItem], way: tuple[StructureItem, ...]
    ) -> list[StructureItem]:
        """List entries around the one that leads to the page."""
        here = way[0] if way else None
        above = self._below.get(id(here), here)
        head = sum(isinstance(item, Page) and item.is_index for item in items[:1])
        tail = sum(isinstance(item, Lookup) for item in items[-1:])
        places = excerpt(len(items), self._places.get(id(above)), head=head, tail=tail)
        shown = [self._entry(items[place], here, way[1:]) for place in places]
        if above is not here:
            shown.insert(1 + places.index(self._places[id(above)]), way[0])
        if self._every and len(shown) < len(items):
            shown.insert(len(shown) - tail, self._every)
        return shown

    def _entry(
        self, item: StructureItem, here: StructureItem | None, way: tuple[StructureItem, ...]
    ) -> StructureItem:
        if not isinstance(item, Section) or not item.children:
            return item
        if item is here or not self._is_large:
            children = self._list(item.children, way if item is here else ())
            return _with(item, [*_alike(children)] if isinstance(item, Lookup) else children)
        return _with(item, item.children[:1]) if self._is_pruned else _closed(item)


class Lookup(Section):
    """Where readers look things up."""


class Listed(Page):
    """A page that stands beside others; the theme would make the first index their head."""

    @property
    def is_index(self) -> bool:
        """Say that it is a page like the others."""
        return False

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Page) and self.file == other.file

    __hash__ = None  # type: ignore[assignment] # The host's pages have none either.


def _alike(items: Iterable[StructureItem]) -> Iterator[StructureItem]:
    for item in items:
        shown = item
        if isinstance(item, Page) and item.is_index:
            shown = copy.copy(item)
            shown.__class__ = Listed
        yield shown


@dataclass(frozen=True, slots=True)
class Places:
    """Where pages lie: ours by path, SOPs' by id; what the way to the lists is called."""

    own: Mapping[str, OwnPage]
    sops: Mapping[str, str]
    lookup: str
    every: str


def menu(nav: Navigation, files: Files, config: MkDocsConfig, places: Places) -> Menu:
    """Make the navigation of a site; one that nobody wrote gets a section with our lists."""
    keys = {own.key: path for path, own in places.own.items()}
    if config.nav is None:
        _add_lookup(nav, places.lookup, _pages(lists(keys), files))
    all_sops = files.get_file_from_path(keys.get(EVERY, ""))
    features = config.theme.get("features") or ()
    found = Menu(
        nav,
        Link(places.every, all_sops.url) if all_sops else None,
        is_pruned="navigation.prune" in features and "navigation.sections" not in features,
    )
    for path, own in places.own.items():
        pair = [*_pages((path, above(own, keys, places.sops)), files)]
        if len(pair) > 1:
            found.place_below(*pair)
    return found


def _pages(paths: Iterable[str], files: Files) -> Iterator[Page]:
    for path in paths:
        file = files.get_file_from_path(path) if path else None
        if file and file.page:
            yield file.page


def _add_lookup(nav: Navigation, title: str, found: Iterable[Page]) -> None:
    pages: list[StructureItem] = [*found]
    if pages:
        section = Lookup(title, pages)
        for page in pages:
            page.parent = section
        nav.items.append(section)


def extend_toc(page: Page, html: str, headings: Iterable[tuple[str, str, str]]) -> None:
    """Add our headings to the page's table of contents, where they stand among the author's."""
    found = [(html.find(f'id="{link.id}"'), link) for link in page.toc.items]
    ours = ((html.find(mark), AnchorLink(escape(t), name, 2)) for t, name, mark in headings)
    page.toc.items = [link for _, link in sorted((*found, *ours), key=itemgetter(0))]


def _numbered(items: list[StructureItem]) -> Iterator[tuple[int, StructureItem]]:
    """Yield every entry with its place in its list."""
    for place, item in enumerate(items):
        yield place, item
        if isinstance(item, Section):
            yield from _numbered(item.children)


def _with(section: Section, children: list[StructureItem]) -> Section:
    """Give a section with other entries, as active as it is."""
    shown = copy.copy(section)
    shown.children = children
    return shown


def _closed(section: Section) -> Link:
    """Link to where a section begins."""
    first: StructureItem = section
    while isinstance(first, Section) and first.children:
        first = first.children[0]
    return Link(section.title, getattr(first, "url", ""))
