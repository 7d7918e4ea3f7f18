"""The steps list: the same steps as the chart's, with all that is known about each."""

from collections.abc import Mapping
from dataclasses import dataclass

from sopbook.core.measures import Duration
from sopbook.core.model import Kind, Resource, Sop
from sopbook.core.organisation import Role
from sopbook.diagram.outline import Actor, Item, Outline, Way
from sopbook.pages.addresses import followed
from sopbook.pages.own import key_of_actor
from sopbook.pages.site import Links, Site
from sopbook.pages.views.contact import Contact, contact
from sopbook.pages.views.reference import SopLink, sop_link


@dataclass(frozen=True, slots=True)
class Jump:
    """A way on that is worth a link: an answer, a branch, or a step that is not the next one."""

    label: str
    percent: str
    number: int
    anchor: str
    caption: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a branch comes from: a step further up, and its answer or the branch's name."""

    number: int
    label: str
    is_answer: bool


@dataclass(frozen=True, slots=True)
class Doer:
    """Who does a step. `url` is their page, which may be empty.

    A customer and a machine take no work over from anybody: `is_handed` says that this one does.
    """

    actor: Actor
    url: str
    is_role: bool
    is_handed: bool


@dataclass(frozen=True, slots=True)
class Tool:
    """What a step is done with; `url` may be empty."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One step of the list; `say` and `note` are Markdown.

    `within` is the deadline in seconds, 0 where there is none that a watch could count.
    """

    item: Item
    anchor: str
    doers: tuple[Doer, ...]
    origins: tuple[Origin, ...]
    jumps: tuple[Jump, ...]
    say: str
    note: str
    needs: tuple[str, ...]
    gives: tuple[str, ...]
    uses: tuple[Tool, ...]
    automate: str
    escalation: Contact | None
    sop: SopLink | None
    report: str
    within: int = 0


@dataclass(frozen=True, slots=True)
class Steps:
    """The list; `prefix` keeps the anchors of several lists on one page apart."""

    title: str
    prefix: str
    entries: tuple[Entry, ...]


def steps(sop: Sop, outline: Outline, site: Site, links: Links, prefix: str = "") -> Steps:
    """Join what the outline says with the rest of each step; none where there is no workflow."""
    found = sop.workflow.steps if sop.workflow else ()
    captions = {item.number: item.caption for item in outline.items}
    origins = _origins(outline)
    pairs = zip(outline.items, found, strict=True)
    entries = tuple(
        Entry(
            item=item,
            anchor=_anchor(prefix, item.id),
            doers=tuple(_doer(actor, site, links) for actor in item.actors),
            origins=origins.get(item.number, ()),
            jumps=tuple(_jump(way, prefix, captions) for way in item.ways if _is_jump(way, item)),
            say=step.say,
            note=step.note,
            needs=step.needs,
            gives=step.gives,
            uses=tuple(_tool(resource, site) for resource in step.uses),
            automate=step.automate,
            escalation=contact(step.to.target, site, links) if step.to else None,
            sop=sop_link(step.sop.target, site, links) if step.sop else None,
            report=site.problem(sop, step.id, step.number),
            within=_seconds(step.within),
        )
        for item, step in pairs
    )
    return Steps(sop.title, prefix, entries)


def _doer(actor: Actor, site: Site, links: Links) -> Doer:
    found = site.library.organisation.actor(actor.id)
    return Doer(
        actor=actor,
        url=links.own(key_of_actor(found)) if found else "",
        is_role=isinstance(found, Role),
        is_handed=not (actor.is_system or actor.is_customer),
    )


def _seconds(within: Duration | None) -> int:
    """Give a deadline in seconds; in working days, no watch can count it."""
    return 0 if within is None or within.working else round(within.most)


def _anchor(prefix: str, step_id: str) -> str:
    return f"{prefix}step-{step_id}"


def _origins(outline: Outline) -> Mapping[int, tuple[Origin, ...]]:
    """Say where each branch begins that the list tells from its answer: by the step's number.

    A step that others lead to without a word is where ways meet, not a branch of its own.
    """
    into: dict[int, list[tuple[Item, Way]]] = {}
    for item in outline.items:
        for way in item.ways:
            if way.number > item.number:
                into.setdefault(way.number, []).append((item, way))
    return {
        number: tuple(_origin(item, way) for item, way in ways)
        for number, ways in into.items()
        if all(way.label and item.number != number - 1 for item, way in ways)
    }


def _origin(item: Item, way: Way) -> Origin:
    return Origin(item.number, way.label, item.kind is Kind.ASK)


def _is_jump(way: Way, item: Item) -> bool:
    return bool(way.label) or way.number != item.number + 1


def _jump(way: Way, prefix: str, captions: dict[int, str]) -> Jump:
    return Jump(
        way.label, way.percent, way.number, _anchor(prefix, way.target), captions[way.number]
    )


def _tool(resource: Resource, site: Site) -> Tool:
    if resource.tool is None:
        return Tool(resource.title or resource.url, followed(resource.url))
    found = site.library.organisation.tools.get(resource.tool.target)
    if found is None:
        return Tool(resource.tool.target, "")
    return Tool(found.title, followed(found.url))
