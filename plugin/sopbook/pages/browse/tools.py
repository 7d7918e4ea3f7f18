"""What people work with: each tool, and the steps that use it."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from sopbook.core.fold import fold
from sopbook.core.model import Step
from sopbook.core.organisation import Tool
from sopbook.pages.addresses import followed
from sopbook.pages.browse.places import TOOLS, Way, filtered, tool_anchor, ways
from sopbook.pages.browse.step_link import Part, part
from sopbook.pages.doings import Deed
from sopbook.pages.own import OwnPage
from sopbook.pages.site import Links, Site

MOST = 15
"""So many SOPs are named at a tool; the table of all of them has the rest."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A tool: `url` leads to it, "" for nowhere; `count` steps use it, in `sops` SOPs."""

    anchor: str
    title: str
    url: str
    count: int
    sops: int
    parts: tuple[Part, ...]
    more: int
    all: str


@dataclass(frozen=True, slots=True)
class Tools:
    """Tools that steps use; `idle` are the others."""

    ways: tuple[Way, ...]
    entries: tuple[Entry, ...]
    idle: tuple[Entry, ...]


def page(site: Site) -> OwnPage | None:
    """Give the page, with the places that links may lead to; None where there are no tools."""
    known = site.library.organisation.tools
    anchors = tuple(map(tool_anchor, known))
    return OwnPage(TOOLS.part, TOOLS.path, (), anchors) if known else None


def tools(site: Site, links: Links) -> Tools:
    """Gather the page."""
    found: dict[str, list[Deed]] = {}
    for sop in sorted(site.listed.values(), key=lambda sop: (fold(sop.title), sop.id)):
        for step in sop.workflow.steps if sop.workflow else ():
            for name in used(step):
                found.setdefault(name, []).append(Deed(sop, step))
    known = site.library.organisation.tools.values()
    order = sorted(known, key=lambda one: (fold(one.title), one.id))
    entries = [_entry(one, found.get(one.id, ()), site, links) for one in order]
    return Tools(
        ways=ways(links, TOOLS.part),
        entries=tuple(one for one in entries if one.count),
        idle=tuple(one for one in entries if not one.count),
    )


def used(step: Step) -> tuple[str, ...]:
    """Name the tools of a step, each once."""
    return tuple(dict.fromkeys(one.tool.target for one in step.uses if one.tool))


def _entry(tool: Tool, deeds: Iterable[Deed], site: Site, links: Links) -> Entry:
    every = tuple(deeds)
    by_sop = [tuple(them) for _, them in groupby(every, key=lambda deed: deed.sop.id)]
    return Entry(
        anchor=tool_anchor(tool.id),
        title=tool.title,
        url=followed(tool.url),
        count=len(every),
        sops=len(by_sop),
        parts=tuple(
            part(them[0].sop, (deed.step for deed in them), site, links) for them in by_sop[:MOST]
        ),
        more=max(0, len(by_sop) - MOST),
        all=filtered(links, tool=tool.id),
    )
