"""Every kind of page that nobody wrote."""

from collections.abc import Mapping

from sopbook.pages import browse, directory, learning
from sopbook.pages.desk import Desk
from sopbook.pages.kind import Kind, single, titled
from sopbook.pages.own import (
    CHECKED,
    GONE,
    HOME,
    IMPROVEMENT,
    NEWS,
    PAST,
    RULES,
    histories,
    news_of,
)
from sopbook.pages.practice import kinds as practice
from sopbook.pages.views.checked import checked
from sopbook.pages.views.gone import gone
from sopbook.pages.views.home import home
from sopbook.pages.views.improvement import improvement
from sopbook.pages.views.manual import manual
from sopbook.pages.views.whole_history import PREFIX, whole_history


def _home(_: str, desk: Desk) -> str:
    found = len(desk.inspection.findings)
    return desk.renderer.page("home.html", home(desk.site, desk.links, found))


def _improvement(_: str, desk: Desk) -> str:
    return desk.renderer.page("improvement.html", improvement(desk.ground, desk.site, desk.links))


def _checked(_: str, desk: Desk) -> str:
    return desk.renderer.page("checked.html", checked(desk.inspection, desk.site, desk.links))


def _rules(_: str, desk: Desk) -> str:
    return desk.renderer.page("manual.html", manual(desk.inspection.policy, desk.links))


def _gone(_: str, desk: Desk) -> str:
    return desk.renderer.page("gone.html", gone(desk.known_past, desk.site))


def _past(about: str, desk: Desk) -> str:
    sop, past = desk.names.library.sops[about], desk.known_past
    drawn = past.chronicle.drawn.get(about)
    drawing = desk.difference(sop, drawn, PREFIX) if drawn else None
    outline = drawing.outline if drawing else None
    view = whole_history(sop, past, desk.site, desk.links, outline)
    figure = desk.figure(view.caption(desk.words), drawing) if drawing else ""
    return desk.renderer.page("whole_history.html", view, figure)


def _news(about: str, desk: Desk) -> str:
    return desk.renderer.page("news.html", desk.bulletin.view(about, desk.site, desk.links))


KINDS: Mapping[str, Kind] = {
    **browse.KINDS,
    **directory.KINDS,
    HOME.part: single(HOME, _home),
    IMPROVEMENT.part: single(IMPROVEMENT, _improvement, is_for_leads=True),
    CHECKED.part: single(CHECKED, _checked, is_for_leads=True),
    RULES.part: single(RULES, _rules, is_for_leads=True),
    PAST: Kind(lambda desk: histories(desk.known_past.chronicle), _past, titled(PAST)),
    GONE.part: Kind(
        lambda desk: (GONE,) if desk.known_past.chronicle.gone else (), _gone, titled(GONE.part)
    ),
    NEWS.part: Kind(
        lambda desk: (news_of(about, path) for about, path in desk.bulletin.paths()),
        _news,
        lambda about, desk: desk.bulletin.title(about),
    ),
    **learning.KINDS,
    **practice.KINDS,
}
"""Every kind, by the part that its pages show."""
