"""The escalation map: who turns to whom, as a chart and as a list."""

from collections.abc import Iterable
from dataclasses import dataclass

from sopbook.analysis.escalations import Escalation, Escalations, Handing
from sopbook.core.model import Exit, Kind, Step, Workflow
from sopbook.core.names import Names
from sopbook.core.span import Span
from sopbook.core.words import Words
from sopbook.diagram.outline import line
from sopbook.pages.directory.actor import Named, named
from sopbook.pages.own import PEOPLE
from sopbook.pages.site import Links, Site
from sopbook.pages.views.reference import SopLink, sop_link

PREFIX = "sopbook-turns-"
"""Stands before the ids of the list's items, which the chart leads to."""
MOST = 6
"""So many places in SOPs are listed of a kind; the rest are a click away."""
MOST_FOLDED = 100
"""So many of them: a chart of a whole department has thousands."""
_NOWHERE = Span("")
_OVERLAY = "map."


@dataclass(frozen=True, slots=True)
class Place:
    """A step in which a case is escalated."""

    sop: SopLink
    caption: str
    url: str
    after: str


@dataclass(frozen=True, slots=True)
class Way:
    """Whom somebody turns to; `number` is that one's in the list.

    In SOPs they do so at `places` and at the `rest`; `more` counts what is not listed.
    """

    who: str
    number: int
    anchor: str
    is_rule: bool
    time: str
    places: tuple[Place, ...]
    rest: tuple[Place, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody in the map, and whom they turn to."""

    number: int
    anchor: str
    who: Named
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Map:
    """All of it; `lost` are those for whom nothing is said."""

    nodes: tuple[Node, ...]
    tops: tuple[Named, ...]
    lost: tuple[Named, ...]
    everybody: str


def escalation_map(found: Escalations, site: Site, links: Links) -> Map:
    """List everybody in the map by their numbers in the chart."""
    numbers = {name: number for number, name in enumerate(found.names, start=1)}
    return Map(
        nodes=tuple(
            Node(
                number,
                PREFIX + name,
                named(name, site, links),
                tuple(_way(way, numbers, site, links) for way in found.of(name)),
            )
            for name, number in numbers.items()
        ),
        tops=_all(found.tops, site, links),
        lost=_all(found.lost, site, links),
        everybody=links.own(PEOPLE.key),
    )


def flow(found: Escalations, names: Names) -> Workflow:
    """Write the map as steps and ways, for the room that draws those."""
    return Workflow(
        tuple(
            Step(
                name,
                Kind.DO,
                number,
                _NOWHERE,
                names.actor(name),
                tuple(Exit(way.target, _label(way, names.words)) for way in found.of(name)),
            )
            for number, name in enumerate(found.names, start=1)
        )
    )


def words_of_map(words: Words) -> Words:
    """Give the interface's words with those of a chart put as for this one."""
    ours = {
        key.removeprefix(_OVERLAY): message
        for key, message in words.messages.items()
        if key.startswith(_OVERLAY)
    }
    return Words(words.language, {**words.messages, **ours})


def _label(way: Escalation, words: Words) -> str:
    """Say in as few words as fit on an arrow after what time it happens."""
    times = way.times
    if len(times) > 1:
        return words("escalation_map.between", first=times[0], last=times[-1])
    return "".join(times)


def _all(names: Iterable[str], site: Site, links: Links) -> tuple[Named, ...]:
    return tuple(named(name, site, links) for name in names)


def _way(way: Escalation, numbers: dict[str, int], site: Site, links: Links) -> Way:
    places = [_place(each, site, links) for each in way.handings[:MOST_FOLDED]]
    return Way(
        who=site.names.actor(way.target),
        number=numbers[way.target],
        anchor=PREFIX + way.target,
        is_rule=way.is_rule,
        time=_label(way, site.words),
        places=tuple(places[:MOST]),
        rest=tuple(places[MOST:]),
        more=max(0, len(way.handings) - MOST_FOLDED),
    )


def _place(handing: Handing, site: Site, links: Links) -> Place:
    sop = sop_link(handing.sop, site, links)
    url = f"{sop.url}#step-{handing.step.id}" if sop.url else ""
    return Place(sop, line(handing.step.text), url, handing.after)
