"""Links to steps of SOPs, SOP by SOP."""

from collections.abc import Iterable
from dataclasses import dataclass

from sopbook.core.model import Sop, Step
from sopbook.diagram.outline import line
from sopbook.pages.site import Links, Site
from sopbook.pages.views.reference import SopLink, sop_link


@dataclass(frozen=True, slots=True)
class StepLink:
    """A step, by its number; `url` is "" for nowhere. `who` is named in place of a role or team."""

    number: int
    caption: str
    url: str
    when: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Some steps of one SOP."""

    sop: SopLink
    steps: tuple[StepLink, ...]


def part(
    sop: Sop, steps: Iterable[Step], site: Site, links: Links, who: Iterable[str] = ()
) -> Part:
    """Link steps of an SOP; `who` names somebody for each, where anybody is to be named."""
    link, names = sop_link(sop.id, site, links), tuple(who)
    found = tuple(steps)
    return Part(
        link,
        tuple(
            StepLink(
                number=step.number,
                caption=line(site.names.caption(step)),
                url=f"{link.url}#step-{step.id}" if link.url else "",
                when=line(step.when),
                who=one,
            )
            for step, one in zip(found, names or [""] * len(found), strict=True)
        ),
    )
