"""The parts of an SOP's own page, and of its chart elsewhere, as people read them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from sopbook.core.model import Sop
from sopbook.pages.desk import Desk
from sopbook.pages.directory.responsibilities import responsibilities
from sopbook.pages.own import PRACTICE
from sopbook.pages.views.comparison import Comparison, Listed, comparison
from sopbook.pages.views.embed import embed, prefix
from sopbook.pages.views.foot import foot
from sopbook.pages.views.head import head
from sopbook.pages.views.history import history
from sopbook.pages.views.steps import steps
from sopbook.pages.views.timing import is_timed, timing

# No SOP has such an id, so what the text embeds never gets the same prefix.
_AS_IS, _TO_BE = prefix("as_is"), prefix("to_be")


def _head(sop: Sop, desk: Desk) -> str:
    view = head(sop, desk.site, desk.links, desk.past)
    practice = desk.links.own(PRACTICE.part) if desk.lessons.has(sop.id) else ""
    return desk.renderer.head(replace(view, practice=practice))


def _flow(sop: Sop, desk: Desk) -> str:
    drawing = desk.drawing(sop)
    view = steps(sop, drawing.outline, desk.site, desk.links)
    return desk.renderer.flow(view, desk.figure(sop.title, drawing))


def _embedded(sop: Sop, desk: Desk) -> str:
    drawing = desk.drawing(sop, prefix(sop.id))
    view = embed(sop, drawing.outline, desk.site, desk.links)
    return desk.renderer.embed(view, desk.figure(sop.title, drawing))


def _history(sop: Sop, desk: Desk) -> str:
    return desk.renderer.history(history(sop, desk.known_past, desk.site, desk.links))


def _foot(sop: Sop, desk: Desk) -> str:
    """Print how long it takes, whose it is, what it would change, and what it belongs to."""
    times = timing(sop, desk.ground.estimates, desk.site)
    shared = responsibilities(sop, desk.site, desk.links) if sop.workflow else None
    parts = (
        desk.renderer.timing(times) if times else "",
        desk.renderer.page("responsibilities.html", shared) if shared else "",
        _whole_comparison(sop, desk),
        desk.renderer.foot(foot(sop, desk.site, desk.links, desk.past)),
    )
    return "".join(parts)


PARTS: Mapping[str, Callable[[Sop, Desk], str]] = {
    "head": _head,
    "flow": _flow,
    "embedded": _embedded,
    "history": _history,
    "foot": _foot,
}
"""How each part is printed."""


def headings(sop: Sop, desk: Desk) -> Iterator[tuple[str, str, str]]:
    """Yield our headings on an SOP's page: the title's key, the id, and the part they stand in."""
    if sop.workflow:
        yield "chart.heading", "sopbook-chart", "flow"
        yield "steps.heading", "sopbook-steps", "flow"
    if desk.past:
        yield "history.heading", "sopbook-history", "history"
    if is_timed(sop, desk.ground.estimates):
        yield "timing.heading", "sopbook-timing", "foot"
    if _comparison(sop, desk):
        yield "comparison.heading", "sopbook-comparison", "foot"
    if foot(sop, desk.site, desk.links).groups:
        yield "foot.heading", "sopbook-related", "foot"


def anchors(sop: Sop, begin: str = "") -> tuple[str, ...]:
    """Name the places of an SOP's steps, listed under `begin`."""
    found = sop.workflow.steps if sop.workflow else ()
    return tuple(f"{begin}step-{step.id}" for step in found)


def _comparison(sop: Sop, desk: Desk) -> Comparison | None:
    return comparison(sop, desk.ground.estimates, desk.site, desk.links)


def _whole_comparison(sop: Sop, desk: Desk) -> str:
    found = _comparison(sop, desk)
    if found is None:
        return ""
    before = desk.names.library.sops[found.improves]
    charts = (
        _compared(before, Listed("before", _AS_IS, before.title, found.before.url), desk),
        _compared(sop, Listed("after", _TO_BE, sop.title, ""), desk),
    )
    return desk.renderer.comparison(found, "".join(charts))


def _compared(sop: Sop, listed: Listed, desk: Desk) -> str:
    """Print a chart whose steps are listed elsewhere."""
    figure = desk.figure(sop.title, desk.drawing(sop, listed.prefix, listed.page))
    return desk.renderer.compared(listed, figure)
