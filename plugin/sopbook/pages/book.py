"""Everything a build shows, ready to be put on pages: one library, drawn and printed once."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sopbook.core.diagnostic import Diagnostic
from sopbook.core.library import Library
from sopbook.core.model import Sop, Workflow
from sopbook.core.names import Names
from sopbook.core.span import Span
from sopbook.core.words import Words
from sopbook.diagram.draw import Drawing, draw
from sopbook.diagram.placement import Engine
from sopbook.pages.render import Renderer
from sopbook.pages.site import Links, site
from sopbook.pages.vcard import vcards
from sopbook.pages.views.embed import embed, prefix
from sopbook.pages.views.findings import findings
from sopbook.pages.views.foot import foot
from sopbook.pages.views.head import head
from sopbook.pages.views.listing import listing
from sopbook.pages.views.steps import Steps, steps

Prose = Callable[[str, Callable[[str], str]], str]
"""Turns an author's Markdown into sanitised HTML; the function says where its links lead."""

# Stands for a picture until search has read the page: its words are in the steps list already.
# The last pass over authors' HTML takes their comments out, so nobody else can write one.
_PICTURE = "<!--sopbook:picture:{}-->"
_PICTURES = re.compile(r"<!--sopbook:picture:([a-z0-9-]*)-->")


@dataclass(frozen=True, slots=True)
class Part:
    """Finished HTML, and the ids in it that authors' headings must not take."""

    html: str
    ids: tuple[str, ...] = ()


class Book:
    """Prints the parts of pages; the pictures in them come last, by `with_pictures`."""

    def __init__(
        self, library: Library, words: Words, *, engine: Engine, prose: Prose, report: str = ""
    ) -> None:
        """Prepare what all pages share."""
        self._names = Names(library, words)
        self._site = site(self._names, report)
        self._renderer = Renderer(words, self._markdown)
        self._engine, self._prose = engine, prose
        self._pictures: dict[str, str] = {}
        self._links = Links(sop=lambda _: "")

    def on_page(self, links: Links) -> None:
        """Turn to a page: everything printed from now on is seen from there."""
        self._links = links

    def head(self, sop: Sop) -> Part:
        """Print what stands above the chart."""
        return Part(self._renderer.head(head(sop, self._site, self._links)))

    def foot(self, sop: Sop) -> Part:
        """Print what stands below the text."""
        return Part(self._renderer.foot(foot(sop, self._site, self._links)))

    def flow(self, sop: Sop) -> Part:
        """Print an SOP's own chart and steps."""
        drawing = self._drawing(sop)
        view = steps(sop, drawing.outline, self._site, self._links)
        return Part(self._renderer.flow(view, self._figure(sop, drawing, "")), tuple(_ids(view)))

    def embedded(self, sop: Sop) -> Part:
        """Print an SOP's chart and steps for another page."""
        begin = prefix(sop.id)
        drawing = self._drawing(sop, begin)
        view = embed(sop, drawing.outline, self._site, self._links)
        html = self._renderer.embed(view, self._figure(sop, drawing, begin))
        return Part(html, tuple(_ids(view.steps)))

    def listing(self) -> Part:
        """Print the list of SOPs."""
        return Part(self._renderer.listing(listing(self._site, self._links)))

    def headings(self) -> Iterator[tuple[str, str]]:
        """Yield title and id of the headings that an SOP's page may have from us."""
        yield self._names.words("chart.heading"), "sopbook-chart"
        yield self._names.words("steps.heading"), "sopbook-steps"
        yield self._names.words("foot.heading"), "sopbook-related"

    def findings(
        self, found: Iterable[Diagnostic], texts: Mapping[str, str], *, has_page: bool
    ) -> Part:
        """Print mistakes; `texts` has the files they are in."""

        def line(span: Span) -> str:
            lines = texts.get(span.path, "").split("\n")
            return lines[span.line - 1] if span.line <= len(lines) else ""

        return Part(self._renderer.findings(findings(found, line, has_page=has_page)))

    def vcards(self) -> Iterator[tuple[str, str]]:
        """Yield the id and the card's text of everybody who can be reached."""
        return vcards(self._names)

    def with_pictures(self, html: str) -> str:
        """Put the pictures in."""
        return _PICTURES.sub(lambda found: self._pictures[found[1]], html)

    def _drawing(self, sop: Sop, begin: str = "") -> Drawing:
        return draw(
            sop.workflow or Workflow(()),
            self._names,
            title=sop.title,
            engine=self._engine,
            anchor=f"{begin}step-",
            chart_id=f"{begin}sopbook-chart-picture",
        )

    def _figure(self, sop: Sop, drawing: Drawing, begin: str) -> str:
        key = f"{begin}{sop.id}"
        self._pictures[key] = drawing.svg
        return self._renderer.chart(sop.title, drawing, _PICTURE.format(key))

    def _markdown(self, text: str) -> str:
        return self._prose(text, self._links.follow)


def _ids(view: Steps) -> Iterator[str]:
    return (entry.anchor for entry in view.entries)
