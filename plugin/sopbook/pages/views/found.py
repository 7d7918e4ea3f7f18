"""What search reads of an SOP: its words, and none of the interface's or of anybody's contacts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sopbook.analysis.people import deputy_of, people
from sopbook.core.model import Sop, Step
from sopbook.pages.site import Site

# Markdown's signs, and the addresses of links: nobody searches for them.
_SIGNS = re.compile(r"\]\([^)]*\)|[*_`#>\[\]|]")


@dataclass(frozen=True, slots=True)
class Spot:
    """A step, as something that can be found and opened."""

    anchor: str
    caption: str
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """The SOP itself and its steps."""

    title: str
    text: str
    spots: tuple[Spot, ...]


def found(sop: Sop, site: Site) -> Found:
    """Gather the words of an SOP."""
    card = sop.card
    texts = (card.summary, *card.aliases, *card.tags, *dict.fromkeys(_people(sop, site)))
    steps = sop.workflow.steps if sop.workflow else ()
    return Found(sop.title, _sentence(texts), tuple(_spot(step, site) for step in steps))


def _people(sop: Sop, site: Site) -> Iterator[str]:
    """Name who answers for the SOP, those behind a role or team, and who stands in."""
    organisation = site.library.organisation
    for ref in (sop.card.responsible, deputy_of(sop, organisation)):
        if ref:
            yield site.names.actor(ref.target)
            yield from (person.name for person in people(ref.target, organisation))


def _spot(step: Step, site: Site) -> Spot:
    texts = (step.when, step.say, step.note, *step.needs, *step.gives)
    signless = (_SIGNS.sub(" ", text) for text in texts)
    return Spot(f"step-{step.id}", site.names.caption(step), _sentence(tuple(signless)))


def _sentence(texts: tuple[str, ...]) -> str:
    return " · ".join(" ".join(text.split()) for text in texts if text.strip())
