"""The page on which SOPs are practised."""

from collections.abc import Mapping

from sopbook.pages.desk import Desk
from sopbook.pages.kind import Kind, titled
from sopbook.pages.own import PRACTICE
from sopbook.pages.views.practice import practice


def _practice(_: str, desk: Desk) -> str:
    return desk.renderer.page("practice.html", practice(desk.lessons, desk.site, desk.links))


KINDS: Mapping[str, Kind] = {
    PRACTICE.part: Kind(
        lambda desk: (PRACTICE,) if desk.lessons.sops else (), _practice, titled(PRACTICE.part)
    ),
}
