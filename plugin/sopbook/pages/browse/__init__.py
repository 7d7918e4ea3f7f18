"""Pages to browse by: all SOPs in a table, from A to Z, by channel and reason, measure, tool."""

from collections.abc import Mapping
from types import MappingProxyType

from sopbook.pages.browse import a_z, matrix, measures, tools
from sopbook.pages.browse.places import A_Z, ALL, MATRIX, MEASURES, TOOLS
from sopbook.pages.browse.table import table
from sopbook.pages.desk import Desk
from sopbook.pages.kind import Kind, single, titled


def _all(_: str, desk: Desk) -> str:
    return desk.renderer.page("all.html", table(desk.site, desk.links, desk.past))


def _a_z(about: str, desk: Desk) -> str:
    return desk.renderer.page("a_z.html", a_z.index(about, desk.site, desk.links))


def _matrix(_: str, desk: Desk) -> str:
    return desk.renderer.page("matrix.html", matrix.matrix(desk.site, desk.links))


def _measures(_: str, desk: Desk) -> str:
    return desk.renderer.page("measures.html", measures.measures(desk.site, desk.links))


def _tools(_: str, desk: Desk) -> str:
    return desk.renderer.page("tools.html", tools.tools(desk.site, desk.links))


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        ALL.part: single(ALL, _all),
        A_Z.part: Kind(
            lambda desk: a_z.pages(desk.site), _a_z, lambda about, desk: a_z.title(about, desk.site)
        ),
        MATRIX.part: Kind(
            lambda desk: (matrix.page(desk.site),),
            _matrix,
            titled(MATRIX.part),
        ),
        MEASURES.part: Kind(
            lambda desk: (measures.page(desk.site),),
            _measures,
            titled(MEASURES.part),
        ),
        TOOLS.part: Kind(
            lambda desk: filter(None, (tools.page(desk.site),)),
            _tools,
            titled(TOOLS.part),
        ),
    }
)
"""Every kind, by the part that its pages show."""
