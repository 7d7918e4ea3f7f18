"""Everything a build shows, ready to be put on pages: one library, drawn and printed once."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from sopbook.checks.ground import Ground, ground_of
from sopbook.core.diagnostic import Diagnostic
from sopbook.core.model import Sop, Workflow
from sopbook.core.names import Names
from sopbook.core.words import Words
from sopbook.diagram.draw import Drawing, draw
from sopbook.diagram.placement import Engine
from sopbook.history.chronicle import Drawn
from sopbook.pages.bulletin import bulletin
from sopbook.pages.feeds.feed import Whereabouts
from sopbook.pages.inspection import Inspection
from sopbook.pages.newest import scripts
from sopbook.pages.own import CHECKED, GONE, IMPROVEMENT, NEWS, RULES, OwnPage, own_pages
from sopbook.pages.past import Past
from sopbook.pages.render import Renderer
from sopbook.pages.site import NO_ANSWERS, Answers, Links, site, vcard_path
from sopbook.pages.vcard import vcards
from sopbook.pages.views.checked import checked
from sopbook.pages.views.comparison import Comparison, Listed, comparison
from sopbook.pages.views.embed import embed, prefix
from sopbook.pages.views.findings import findings
from sopbook.pages.views.foot import foot
from sopbook.pages.views.found import found
from sopbook.pages.views.gone import gone
from sopbook.pages.views.head import head
from sopbook.pages.views.history import history
from sopbook.pages.views.improvement import improvement
from sopbook.pages.views.listing import listing
from sopbook.pages.views.manual import manual
from sopbook.pages.views.steps import steps
from sopbook.pages.views.timing import is_timed, timing
from sopbook.pages.views.whole_history import PREFIX, whole_history

Prose = Callable[[str, Callable[[str], str]], str]
"""Turns an author's Markdown into sanitised HTML; the function says where its links lead."""

# A place for a part of ours, with what search reads of it. The whole part comes when search has
# read the page: a third of the time, and people's contacts stay out of the index. The last pass
# over authors' HTML takes their comments out, so nobody else can write such a place.
_BEGIN = "<!--sopbook:{}:{}-->"
_PLACE = _BEGIN + "{}<!--/sopbook-->"
# No SOP has such an id, so what the text embeds never gets the same prefix.
_AS_IS, _TO_BE = prefix("as_is"), prefix("to_be")
_PLACES = re.compile(r"<!--sopbook:([a-z]+):([a-z0-9-]*)-->.*?<!--/sopbook-->", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Part:
    """HTML, and the ids that are going to be in it: authors' headings must not take them."""

    html: str
    ids: tuple[str, ...] = ()


class Book:
    """Prints the parts of pages: first what search reads, by `whole` what people read."""

    def __init__(
        self,
        inspection: Inspection,
        words: Words,
        *,
        engine: Engine,
        prose: Prose,
        answers: Answers = NO_ANSWERS,
        past: Past | None = None,
    ) -> None:
        """Prepare what all pages share."""
        self._inspection = inspection
        self._names = Names(inspection.reading.library, words)
        self._site = site(self._names, answers)
        self._renderer = Renderer(words, self._markdown)
        self._engine, self._prose = engine, prose
        self._past = past
        known = past or Past()
        self._bulletin = bulletin(known.chronicle, known.zone, self._names)
        self._links = Links(sop=lambda _: "")

    def head(self, sop: Sop) -> Part:
        """Place what stands above the chart."""
        return _place("head", sop.id, self._renderer.found_head(found(sop, self._site)))

    def flow(self, sop: Sop) -> Part:
        """Place an SOP's own chart and steps."""
        words = self._renderer.found_steps(found(sop, self._site))
        return _place("flow", sop.id, words, _anchors(sop, ""))

    def embedded(self, sop: Sop) -> Part:
        """Place an SOP's chart and steps in another page."""
        return _place("embedded", sop.id, ids=_anchors(sop, prefix(sop.id)))

    def history(self, sop: Sop) -> Part:
        """Place what an SOP's own page tells of its past."""
        return _place("history", sop.id) if self._past else Part("")

    def foot(self, sop: Sop) -> Part:
        """Place what stands below the text."""
        return _place("foot", sop.id)

    def listing(self) -> Part:
        """Place the list of SOPs."""
        return _place("listing", "")

    def own(self, page: OwnPage) -> Part:
        """Place what a page of our own shows."""
        return _place(page.part, page.sop)

    def title(self, page: OwnPage) -> str:
        """Title a page of our own."""
        if page.part == NEWS.part:
            return self._bulletin.title(page.sop)
        return self._names.words(f"{page.part}.title", title=self._names.sop(page.sop))

    def pages(self, *, leads: bool) -> Iterator[OwnPage]:
        """Yield the pages of our own that the site has."""
        known = self._past or Past()
        return own_pages(known.chronicle, self._bulletin.paths(), leads=leads)

    def headings(self, sop: Sop) -> Iterator[tuple[str, str, str]]:
        """Yield our headings on an SOP's page: the title, the id, and what stands before it."""
        words = self._names.words
        if sop.workflow:
            flow = _BEGIN.format("flow", sop.id)
            yield words("chart.heading"), "sopbook-chart", flow
            yield words("steps.heading"), "sopbook-steps", flow
        if self._past:
            yield words("history.heading"), "sopbook-history", _BEGIN.format("history", sop.id)
        below = _BEGIN.format("foot", sop.id)
        if is_timed(sop, self._ground.estimates):
            yield words("timing.heading"), "sopbook-timing", below
        if self._comparison(sop):
            yield words("comparison.heading"), "sopbook-comparison", below
        if foot(sop, self._site, self._links).groups:
            yield words("foot.heading"), "sopbook-related", below

    def headings_of(self, page: OwnPage, html: str) -> Iterator[tuple[str, str, str]]:
        """Yield the headings of a page of our own that are in it, like `headings`."""
        for section in page.sections:
            mark = f'id="sopbook-{section}"'
            if mark in html:
                yield self._names.words(f"{page.part}.{section}"), f"sopbook-{section}", mark

    def whole(self, html: str, links: Links) -> str:
        """Print every part that has a place in a page, as seen from there."""
        self._links = links
        return _PLACES.sub(lambda place: self._printed(place[1], place[2]), html)

    def _printed(self, kind: str, name: str) -> str:
        if kind == NEWS.part:
            return self._renderer.news(self._bulletin.view(name, self._site, self._links))
        sop = self._names.library.sops.get(name)
        if sop is None:
            return {
                "listing": self._listing,
                IMPROVEMENT.part: self._improvement,
                CHECKED.part: self._checked,
                RULES.part: self._rules,
                GONE.part: self._gone,
            }[kind]()
        return {
            "head": self._whole_head,
            "flow": self._whole_flow,
            "embedded": self._whole_embedded,
            "history": self._history,
            "past": self._whole_history,
            "foot": self._whole_foot,
        }[kind](sop)

    def _listing(self) -> str:
        return self._renderer.listing(listing(self._site, self._links))

    def _improvement(self) -> str:
        return self._renderer.improvement(improvement(self._ground, self._site, self._links))

    @cached_property
    def _ground(self) -> Ground:
        return ground_of(self._inspection.reading)

    def _checked(self) -> str:
        return self._renderer.checked(checked(self._inspection, self._site, self._links))

    def _rules(self) -> str:
        return self._renderer.manual(manual(self._inspection.policy, self._links))

    def _gone(self) -> str:
        return self._renderer.gone(gone(self._past or Past(), self._site))

    def _history(self, sop: Sop) -> str:
        return self._renderer.history(history(sop, self._past or Past(), self._site, self._links))

    def _whole_history(self, sop: Sop) -> str:
        past = self._past or Past()
        drawn = past.chronicle.drawn.get(sop.id)
        drawing = self._difference(sop, drawn) if drawn else None
        outline = drawing.outline if drawing else None
        view = whole_history(sop, past, self._site, self._links, outline)
        figure = self._figure(view.caption(self._names.words), drawing) if drawing else ""
        return self._renderer.whole_history(view, figure)

    def _whole_head(self, sop: Sop) -> str:
        return self._renderer.head(head(sop, self._site, self._links, self._past))

    def _whole_foot(self, sop: Sop) -> str:
        """Print how long it takes, what it would change, and what it belongs to."""
        times = timing(sop, self._ground.estimates, self._site)
        parts = (
            self._renderer.timing(times) if times else "",
            self._whole_comparison(sop),
            self._renderer.foot(foot(sop, self._site, self._links, self._past)),
        )
        return "".join(parts)

    def _whole_comparison(self, sop: Sop) -> str:
        found = self._comparison(sop)
        if found is None:
            return ""
        before = self._names.library.sops[found.improves]
        charts = (
            self._compared(before, Listed("before", _AS_IS, before.title, found.before.url)),
            self._compared(sop, Listed("after", _TO_BE, sop.title, "")),
        )
        return self._renderer.comparison(found, "".join(charts))

    def _compared(self, sop: Sop, listed: Listed) -> str:
        """Print a chart whose steps are listed elsewhere."""
        figure = self._figure(sop.title, self._drawing(sop, listed.prefix, listed.page))
        return self._renderer.compared(listed, figure)

    def _comparison(self, sop: Sop) -> Comparison | None:
        return comparison(sop, self._ground.estimates, self._site, self._links)

    def _whole_flow(self, sop: Sop) -> str:
        drawing = self._drawing(sop)
        view = steps(sop, drawing.outline, self._site, self._links)
        return self._renderer.flow(view, self._figure(sop.title, drawing))

    def _whole_embedded(self, sop: Sop) -> str:
        drawing = self._drawing(sop, prefix(sop.id))
        view = embed(sop, drawing.outline, self._site, self._links)
        return self._renderer.embed(view, self._figure(sop.title, drawing))

    def findings(
        self, found: Iterable[Diagnostic], links: Links, *, has_page: bool, is_everything: bool
    ) -> Part:
        """Print what is wrong with a page, or with all files."""
        view = findings(
            found, self._inspection, links, has_page=has_page, is_everything=is_everything
        )
        return Part(self._renderer.findings(view))

    def files(self, place: Whereabouts) -> Iterator[tuple[str, str]]:
        """Yield the path and the text of each contact card and feed, and of what is newest."""
        yield from ((vcard_path(name), card) for name, card in vcards(self._names))
        yield from self._bulletin.feeds(place)
        yield from scripts(self._past)

    def _drawing(self, sop: Sop, begin: str = "", page: str | None = None) -> Drawing:
        """Draw a chart; its steps are listed beside it, under `begin`, or on a `page` of theirs."""
        return draw(
            sop.workflow or Workflow(()),
            self._names,
            title=sop.title,
            engine=self._engine,
            page=page or "",
            anchor=f"{begin}step-" if page is None else "step-",
            chart_id=f"{begin}sopbook-chart-picture",
        )

    def _difference(self, sop: Sop, drawn: Drawn) -> Drawing:
        return draw(
            drawn.workflow,
            self._names,
            title=sop.title,
            engine=self._engine,
            anchor=f"{PREFIX}step-",
            chart_id=f"{PREFIX}sopbook-chart-picture",
            fates=drawn.fates,
        )

    def _figure(self, title: str, drawing: Drawing) -> str:
        return self._renderer.chart(title, drawing, drawing.svg)

    def _markdown(self, text: str) -> str:
        return self._prose(text, self._links.follow)


def _place(kind: str, name: str, words: str = "", ids: tuple[str, ...] = ()) -> Part:
    return Part(_PLACE.format(kind, name, words), ids)


def _anchors(sop: Sop, begin: str) -> tuple[str, ...]:
    found_steps = sop.workflow.steps if sop.workflow else ()
    return tuple(f"{begin}step-{step.id}" for step in found_steps)
