"""Onboarding paths: what new colleagues read, and what those who train them look at."""

from collections.abc import Iterator, Mapping

from sopbook.pages.desk import Desk
from sopbook.pages.kind import Kind, titled
from sopbook.pages.learning.lessons import Courses
from sopbook.pages.learning.overview import learning
from sopbook.pages.learning.path import path_view
from sopbook.pages.learning.training import trainers
from sopbook.pages.own import LEARNING, PATH, TRAINING, OwnPage, path_of


def _courses(desk: Desk) -> Courses:
    return Courses(
        desk.site, desk.links, desk.ground, desk.known_past, is_practised=desk.lessons.has
    )


def _learning(_: str, desk: Desk) -> str:
    return desk.renderer.page("learning.html", learning(_courses(desk)))


def _path(about: str, desk: Desk) -> str:
    path = desk.names.library.organisation.paths[about]
    return desk.renderer.page("path.html", path_view(path, _courses(desk)))


def _training(_: str, desk: Desk) -> str:
    return desk.renderer.page("training.html", trainers(_courses(desk)))


def _where_there_are_paths(page: OwnPage, desk: Desk) -> Iterator[OwnPage]:
    if desk.names.library.organisation.paths:
        yield page


KINDS: Mapping[str, Kind] = {
    LEARNING.part: Kind(
        lambda desk: _where_there_are_paths(LEARNING, desk), _learning, titled(LEARNING.part)
    ),
    PATH: Kind(
        lambda desk: map(path_of, desk.names.library.organisation.paths),
        _path,
        lambda about, desk: desk.names.library.organisation.paths[about].title,
    ),
    TRAINING.part: Kind(
        lambda desk: _where_there_are_paths(TRAINING, desk),
        _training,
        titled(TRAINING.part),
        is_for_leads=True,
    ),
}
