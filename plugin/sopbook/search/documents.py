"""What can be found: SOPs, pages, people and things, each with its words."""

from dataclasses import dataclass, field
from enum import StrEnum


class Sort(StrEnum):
    """What a document is about."""

    SOP = "sop"
    PAGE = "page"
    PERSON = "person"
    ROLE = "role"
    TEAM = "team"
    CHANNEL = "channel"
    MEASURE = "measure"
    TOOL = "tool"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a page: a step (`number` counts from 1), or a heading (`number` is 0).

    `words` are found like the caption, `text` only where nothing else says so.
    """

    anchor: str
    caption: str
    number: int = 0
    words: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """Something to be found: `url` is as seen from the site's root.

    `aliases` are other names, `people` who answers for it, `labels` its tags, reasons and channels
    in the reader's words; `text` stands before the first heading. `facets` are pairs of a facet's
    name and the ids it has there.
    """

    sort: Sort
    id: str
    title: str
    url: str
    summary: str = ""
    status: str = ""
    responsible: str = ""
    channels: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    spots: tuple[Spot, ...] = ()
    text: str = ""
    facets: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Facet:
    """Something to filter by, and its values: pairs of id and title, in the order of choice."""

    name: str
    values: tuple[tuple[str, str], ...] = field(default=())
