"""Everything a build shows, ready to be put on pages: one library, drawn and printed once."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sopbook.core.diagnostic import Diagnostic
from sopbook.core.fences import SOPS
from sopbook.core.model import Sop
from sopbook.pages.desk import Desk
from sopbook.pages.feeds.feed import Whereabouts
from sopbook.pages.finding.finding import finding_files
from sopbook.pages.finding.words import search_words
from sopbook.pages.kinds import KINDS
from sopbook.pages.newest import scripts
from sopbook.pages.own import HOME, OwnPage
from sopbook.pages.site import Links, vcard_path
from sopbook.pages.sop_page import PARTS, anchors, headings
from sopbook.pages.vcard import vcards
from sopbook.pages.views.embed import prefix
from sopbook.pages.views.findings import findings
from sopbook.pages.views.home import finding

# A place for a part of ours. The part itself comes last: nobody else need wade through charts, and
# a search of another program reads nobody's contacts. The last pass over authors' HTML takes their
# comments out, so nobody else can write such a place.
_PLACE = "<!--sopbook:{}:{}-->"
_PLACES = re.compile(r"<!--sopbook:([a-z_]+):([a-z0-9-]*)-->")
_FINDING = "finding"
_TITLE = "</h1>"


@dataclass(frozen=True, slots=True)
class Part:
    """HTML, and the ids that are going to be in it: authors' headings must not take them."""

    html: str
    ids: tuple[str, ...] = ()


class Book:
    """Prints the parts of pages: first their places, by `whole` the parts."""

    def __init__(self, desk: Desk) -> None:
        """Print at a desk."""
        self._desk = desk

    def head(self, sop: Sop) -> Part:
        """Place what stands above the chart."""
        return _place("head", sop.id)

    def flow(self, sop: Sop) -> Part:
        """Place an SOP's own chart and steps."""
        return _place("flow", sop.id, anchors(sop))

    def embedded(self, sop: Sop) -> Part:
        """Place an SOP's chart and steps in another page."""
        return _place("embedded", sop.id, anchors(sop, prefix(sop.id)))

    def history(self, sop: Sop) -> Part:
        """Place what an SOP's own page tells of its past."""
        return _place("history", sop.id) if self._desk.past else Part("")

    def foot(self, sop: Sop) -> Part:
        """Place what stands below the text."""
        return _place("foot", sop.id)

    def started(self, html: str) -> str:
        """Place the search, and what is theirs for each reader, on top of a page that lists all."""
        if _PLACE.format(HOME.part, "") not in html:
            return html
        before, title, after = html.rpartition(_TITLE)
        return f"{before}{title}{_place(_FINDING, '').html}{after}"

    def block(self, name: str, text: str, path: str) -> Part:
        """Place what a block of ours becomes in the page at `path`."""
        if name == SOPS:
            return self.own(HOME)
        sop = self._desk.names.library.sops.get(text)
        if sop is None or sop.workflow is None:
            return Part("")  # Reported already, by the place where it is written.
        return self.flow(sop) if sop.page_path == path else self.embedded(sop)

    def own(self, page: OwnPage) -> Part:
        """Place what a page of our own shows."""
        return _place(page.part, page.about)

    def ways(self) -> tuple[str, str]:
        """Name the section where readers look things up, and the way to all SOPs."""
        site = self._desk.site
        return site.words("navigation.lookup"), site.words("navigation.all", count=len(site.listed))

    def title(self, page: OwnPage) -> str:
        """Title a page of our own."""
        return KINDS[page.part].title(page.about, self._desk)

    def pages(self, *, leads: bool) -> Iterator[OwnPage]:
        """Yield the pages of our own that the site has."""
        for kind in KINDS.values():
            if leads or not kind.is_for_leads:
                yield from kind.pages(self._desk)

    def headings(self, sop: Sop) -> Iterator[tuple[str, str, str]]:
        """Yield our headings on an SOP's page: the title, the id, and what stands before it."""
        for key, name, part in headings(sop, self._desk):
            yield self._desk.words(key), name, _PLACE.format(part, sop.id)

    def headings_of(self, page: OwnPage, html: str) -> Iterator[tuple[str, str, str]]:
        """Yield the headings of a page of our own that are in it, like `headings`."""
        for section in page.sections:
            mark = f'id="sopbook-{section}"'
            if mark in html:
                yield self._desk.words(f"{page.part}.{section}"), f"sopbook-{section}", mark

    def whole(self, html: str, links: Links) -> str:
        """Print every part that has a place in a page, as seen from there."""
        self._desk.links = links
        return _PLACES.sub(lambda place: self._printed(place[1], place[2]), html)

    def _printed(self, part: str, about: str) -> str:
        desk = self._desk
        if part == _FINDING:
            return desk.renderer.page("finding_home.html", finding(desk.site, desk.links))
        if part in PARTS:
            return PARTS[part](desk.names.library.sops[about], desk)
        return KINDS[part].printed(about, desk)

    def findings(
        self, found: Iterable[Diagnostic], links: Links, *, has_page: bool, is_everything: bool
    ) -> Part:
        """Print what is wrong with a page, or with all files."""
        view = findings(
            found, self._desk.inspection, links, has_page=has_page, is_everything=is_everything
        )
        return Part(self._desk.renderer.findings(view))

    def files(self, place: Whereabouts) -> Iterator[tuple[str, str]]:
        """Yield the path and the text of cards, feeds, what is newest, questions, and of search."""
        yield from ((vcard_path(name), card) for name, card in vcards(self._desk.names))
        yield from self._desk.bulletin.feeds(place)
        yield from scripts(self._desk.past)
        yield from self._desk.lessons.files(place.sops, in_folders=place.in_folders)
        pages = self._desk.inspection.reading.pages.values()
        own = {page.key: page.path for page in self.pages(leads=False)}
        yield from finding_files(self._desk.site, pages, own, place)
        yield from search_words(self._desk.site)


def _place(part: str, about: str, ids: tuple[str, ...] = ()) -> Part:
    return Part(_PLACE.format(part, about), ids)
