"""The pages to browse by, where they lie, and the way from one to the others."""

from dataclasses import dataclass

from sopbook.pages.own import OwnPage
from sopbook.pages.site import Links

ALL = OwnPage("all", "browse/all.md", ())
"""The table of all SOPs."""
A_Z = OwnPage("a_z", "browse/a-z.md", ())
"""All titles and other names; where there are many, its letters have pages of their own."""
MATRIX = OwnPage("matrix", "browse/matrix.md", ())
"""Channels against reasons."""
MEASURES = OwnPage("measures", "browse/measures.md", ())
TOOLS = OwnPage("tools", "browse/tools.md", ())
BROWSE = (ALL, A_Z, MATRIX, MEASURES, TOOLS)


def letter_page(name: str) -> OwnPage:
    """Give the page of a letter, or of a part of one."""
    return OwnPage(A_Z.part, f"browse/a-z-{name}.md", (), about=name)


def measure_anchor(name: str) -> str:
    """Name the place of a measure on the page with all of them."""
    return f"measure-{name}"


def tool_anchor(name: str) -> str:
    """Name the place of a tool on the page with all of them."""
    return f"tool-{name}"


@dataclass(frozen=True, slots=True)
class Way:
    """A page to browse by; `part` names its words."""

    part: str
    url: str
    is_here: bool


def ways(links: Links, here: str = "") -> tuple[Way, ...]:
    """List the pages that the site has; `here` is the part of the page one is on."""
    found = ((page.part, links.own(page.part)) for page in BROWSE)
    return tuple(Way(part, url, part == here) for part, url in found if url)


def filtered(links: Links, **choices: str) -> str:
    """Link the table of all SOPs with filters set; "" where the site has none."""
    table = links.own(ALL.part)
    query = "&".join(f"{name}={value}" for name, value in choices.items() if value)
    return f"{table}?{query}" if table and query else table
