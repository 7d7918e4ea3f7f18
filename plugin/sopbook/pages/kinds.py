"""The kinds of pages that nobody wrote: which there are of each, what they show and are called."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sopbook.pages.desk import Desk
from sopbook.pages.own import (
    CHECKED,
    GONE,
    IMPROVEMENT,
    NEWS,
    PAST,
    RULES,
    OwnPage,
    histories,
    news_of,
)
from sopbook.pages.views.checked import checked
from sopbook.pages.views.gone import gone
from sopbook.pages.views.improvement import improvement
from sopbook.pages.views.manual import manual
from sopbook.pages.views.whole_history import PREFIX, whole_history


def _named(part: str) -> Callable[[str, Desk], str]:
    """Title pages by the words for what they show; those of one SOP bear its title."""
    return lambda about, desk: desk.words(f"{part}.title", title=desk.names.sop(about))


@dataclass(frozen=True, slots=True)
class Kind:
    """Pages of one kind: which there are, what one shows, and its title.

    `printed` and `title` take what the page is about. `is_for_leads` where a site may do without.
    """

    pages: Callable[[Desk], Iterable[OwnPage]]
    printed: Callable[[str, Desk], str]
    title: Callable[[str, Desk], str]
    is_for_leads: bool = False


def _lead(page: OwnPage, printed: Callable[[str, Desk], str]) -> Kind:
    return Kind(lambda _: (page,), printed, _named(page.part), is_for_leads=True)


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


KINDS = {
    IMPROVEMENT.part: _lead(IMPROVEMENT, _improvement),
    CHECKED.part: _lead(CHECKED, _checked),
    RULES.part: _lead(RULES, _rules),
    PAST: Kind(lambda desk: histories(desk.known_past.chronicle), _past, _named(PAST)),
    GONE.part: Kind(
        lambda desk: (GONE,) if desk.known_past.chronicle.gone else (), _gone, _named(GONE.part)
    ),
    NEWS.part: Kind(
        lambda desk: (news_of(about, path) for about, path in desk.bulletin.paths()),
        _news,
        lambda about, desk: desk.bulletin.title(about),
    ),
}
"""Every kind, by the part that its pages show."""
