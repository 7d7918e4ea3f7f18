"""An SOP as something to be found: its words, and none of anybody's contacts."""

from collections.abc import Iterator

from sopbook.analysis.people import deputy_of, people
from sopbook.core.model import Sop, Step
from sopbook.core.organisation import Person
from sopbook.pages.finding.sections import Section, plain, sections
from sopbook.pages.news.circles import Circle, Group, circles_of
from sopbook.pages.site import Site
from sopbook.search.documents import Document, Sort, Spot


def sop_document(sop: Sop, url: str, site: Site) -> Document:
    """Gather the words of an SOP."""
    card, names = sop.card, site.names
    channels = tuple(names.channel(ref.target) for ref in card.channels)
    reasons = tuple(names.reason(ref.target) for ref in card.reasons)
    first, *below = sections(sop.text)
    return Document(
        Sort.SOP,
        sop.id,
        sop.title,
        url,
        summary=card.summary,
        status=card.status.value,
        responsible=_responsible(sop, site),
        channels=channels,
        aliases=card.aliases,
        people=tuple(dict.fromkeys(_people(sop, site))),
        labels=(*channels, *reasons, *card.tags),
        spots=(*_steps(sop, site), *map(heading, below)),
        text=first.text,
        facets=tuple(_facets(sop, site)),
    )


def heading(section: Section) -> Spot:
    """Make a section something that can be opened."""
    return Spot(section.anchor, section.heading, text=section.text)


def _responsible(sop: Sop, site: Site) -> str:
    ref = sop.card.responsible
    return site.names.actor(ref.target) if ref and _is_shown(ref.target, site) else ""


def _people(sop: Sop, site: Site) -> Iterator[str]:
    """Name who answers for the SOP, those behind a role or team, and who stands in."""
    organisation = site.library.organisation
    for ref in (sop.card.responsible, deputy_of(sop, organisation)):
        if ref and _is_shown(ref.target, site):
            yield site.names.actor(ref.target)
        if ref and site.choices.names_people:
            yield from (person.name for person in people(ref.target, organisation))


def _is_shown(name: str, site: Site) -> bool:
    is_person = isinstance(site.library.organisation.actor(name), Person)
    return site.choices.names_people or not is_person


def _steps(sop: Sop, site: Site) -> Iterator[Spot]:
    for step in sop.workflow.steps if sop.workflow else ():
        caption = site.names.caption(step)
        words = _sentence(_words(step, site))
        text = _sentence((step.say, plain(step.note)))
        yield Spot(f"step-{step.id}", caption, step.number, words, text)


def _words(step: Step, site: Site) -> Iterator[str]:
    """Yield what a step says of itself beside its caption."""
    yield step.when
    yield from step.needs
    yield from step.gives
    if step.to and _is_shown(step.to.target, site):
        yield site.names.actor(step.to.target)
    tools = site.library.organisation.tools
    for resource in step.uses:
        name = resource.tool.target if resource.tool else ""
        yield tools[name].title if name in tools else resource.title


def _facets(sop: Sop, site: Site) -> Iterator[tuple[str, tuple[str, ...]]]:
    card = sop.card
    circles = circles_of(sop, site.library.organisation)
    yield "role", _ids(circles, Group.ROLE)
    yield "channel", tuple(map(str, card.channels))
    yield "reason", tuple(map(str, card.reasons))
    yield "team", _ids(circles, Group.TEAM)
    yield "status", (card.status.value,)
    ref = card.responsible
    yield "responsible", (ref.target,) if ref and _is_shown(ref.target, site) else ()
    yield "kind", (Sort.SOP.value,)


def _ids(circles: frozenset[Circle], group: Group) -> tuple[str, ...]:
    return tuple(sorted(circle.id for circle in circles if circle.group is group))


def _sentence(texts: Iterator[str] | tuple[str, ...]) -> str:
    return " · ".join(" ".join(text.split()) for text in texts if text.strip())
