"""People, roles and teams: the directory, a page for each, and the map of escalations."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from sopbook.core.model import CUSTOMER
from sopbook.diagram.draw import draw
from sopbook.pages.browse.work import work
from sopbook.pages.desk import Desk
from sopbook.pages.directory.actor import actor
from sopbook.pages.directory.escalation import PREFIX, escalation_map, flow, words_of_map
from sopbook.pages.directory.people import people
from sopbook.pages.kind import Kind, titled
from sopbook.pages.own import ESCALATION_MAP, PEOPLE, OwnPage


def _actor(about: str, desk: Desk) -> str:
    done = work(about, desk.doings, desk.site, desk.links)
    view = actor(about, done, desk.duties, desk.escalations, desk.site, desk.links)
    return desk.renderer.page("actor.html", view)


def _people(_: str, desk: Desk) -> str:
    return desk.renderer.page("people.html", people(desk.duties, desk.site, desk.links))


def _map(_: str, desk: Desk) -> str:
    """Print the map; its chart has words of its own."""
    found, words = desk.escalations, words_of_map(desk.words)
    title = words("escalation_map.chart")
    drawing = draw(
        flow(found, desk.names),
        replace(desk.names, words=words),
        title=title,
        engine=desk.engine,
        anchor=PREFIX,
        chart_id="sopbook-escalation-chart-picture",
    )
    figure = desk.renderer.chart(title, drawing, drawing.svg, words) if found.ways else ""
    view = escalation_map(found, desk.site, desk.links)
    return desk.renderer.page("escalation_map.html", view, figure)


def _pages(part: str, folder: str, names: Callable[[Desk], Iterable[str]]) -> Kind:
    def all_of(desk: Desk) -> Iterator[OwnPage]:
        for name in names(desk):
            yield OwnPage(part, f"{folder}/{name}.md", (), about=name)

    return Kind(all_of, _actor, lambda about, desk: desk.names.actor(about))


def _only(page: OwnPage, printed: Callable[[str, Desk], str]) -> Kind:
    """Describe a page that a department has as soon as anybody is written down."""

    def if_any(desk: Desk) -> Iterator[OwnPage]:
        who = desk.names.library.organisation
        if who.people or who.teams or who.roles.keys() - {CUSTOMER}:
            yield page

    return Kind(if_any, printed, titled(page.part))


def _roles(desk: Desk) -> Iterable[str]:
    return (name for name in desk.names.library.organisation.roles if name != CUSTOMER)


KINDS: Mapping[str, Kind] = {
    PEOPLE.part: _only(PEOPLE, _people),
    ESCALATION_MAP.part: _only(ESCALATION_MAP, _map),
    "person": _pages("person", "people", lambda desk: desk.names.library.organisation.people),
    "role": _pages("role", "roles", _roles),
    "team": _pages("team", "teams", lambda desk: desk.names.library.organisation.teams),
}
"""By the part that their pages show."""
