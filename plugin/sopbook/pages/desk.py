"""The desk pages are printed at: what all of them share, and the place that is looked from."""

from collections.abc import Callable
from functools import cached_property

from sopbook.analysis.duties import Duties, duties
from sopbook.analysis.escalations import Escalations, escalations
from sopbook.checks.ground import Ground, ground_of
from sopbook.core.model import Sop, Workflow
from sopbook.core.names import Names
from sopbook.core.words import Words
from sopbook.diagram.draw import Drawing, draw
from sopbook.diagram.placement import Engine
from sopbook.history.chronicle import Drawn
from sopbook.pages.bulletin import bulletin
from sopbook.pages.doings import Doings, doings
from sopbook.pages.inspection import Inspection
from sopbook.pages.past import Past
from sopbook.pages.practice.lessons import Lessons
from sopbook.pages.render import Renderer
from sopbook.pages.site import AS_SET, Choices, Links, site

Prose = Callable[[str, Callable[[str], str]], str]
"""Turns an author's Markdown into sanitised HTML; the function says where its links lead."""

_PICTURE = "sopbook-chart-picture"


class Desk:
    """Holds the library under its names, the renderer, and the `links` of the page at hand."""

    def __init__(
        self,
        inspection: Inspection,
        words: Words,
        *,
        engine: Engine,
        prose: Prose,
        choices: Choices = AS_SET,
        past: Past | None = None,
    ) -> None:
        """Prepare what all pages share. `past` is None where nothing is told of it."""
        self.inspection = inspection
        self.engine, self._prose = engine, prose
        self.past = past
        self.names = Names(inspection.reading.library, words)
        self.site = site(self.names, choices)
        self.renderer = Renderer(words, self._markdown)
        self.bulletin = bulletin(self.known_past.chronicle, self.known_past.zone, self.names)
        self.links = Links(sop=lambda _: "")

    @property
    def words(self) -> Words:
        """The interface's words."""
        return self.names.words

    @property
    def known_past(self) -> Past:
        """What was published; nothing where nothing is told of it."""
        return self.past or Past()

    @cached_property
    def ground(self) -> Ground:
        """What the rules stand on: ways, times and people of all workflows."""
        return ground_of(self.inspection.reading)

    @cached_property
    def duties(self) -> Duties:
        """Who stands in, approves, is asked and is told in all SOPs."""
        return duties(self.names.library, self.site.listed.values(), self.site.relations.run_by)

    @cached_property
    def escalations(self) -> Escalations:
        """Who turns to whom in the whole department."""
        return escalations(self.names.library.organisation, self.site.listed.values())

    @cached_property
    def doings(self) -> Doings:
        """Who does what in all SOPs."""
        return doings(self.site, self.ground.estimates.handovers)

    @cached_property
    def lessons(self) -> Lessons:
        """What there is to practise."""
        return Lessons(self.ground.ways, self.site)

    def drawing(self, sop: Sop, begin: str = "", page: str | None = None) -> Drawing:
        """Draw a chart; its steps are listed beside it, under `begin`, or on a `page` of theirs."""
        return draw(
            sop.workflow or Workflow(()),
            self.names,
            title=sop.title,
            engine=self.engine,
            page=page or "",
            anchor=f"{begin}step-" if page is None else "step-",
            chart_id=f"{begin}{_PICTURE}",
        )

    def difference(self, sop: Sop, drawn: Drawn, begin: str) -> Drawing:
        """Draw two versions as one chart; its steps are listed under `begin`."""
        return draw(
            drawn.workflow,
            self.names,
            title=sop.title,
            engine=self.engine,
            anchor=f"{begin}step-",
            chart_id=f"{begin}{_PICTURE}",
            fates=drawn.fates,
        )

    def figure(self, title: str, drawing: Drawing) -> str:
        """Print a chart with its frame."""
        return self.renderer.chart(title, drawing, drawing.svg)

    def _markdown(self, text: str) -> str:
        return self._prose(text, self.links.follow)
