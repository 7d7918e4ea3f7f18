"""Who does an SOP, answers for it, is asked, is told: the RACI of its page, derived."""

from dataclasses import dataclass

from sopbook.analysis.raci import raci
from sopbook.core.model import Sop
from sopbook.pages.directory.actor import Named, named
from sopbook.pages.site import Links, Site


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who takes part; the numbers are those of the steps they do."""

    who: Named
    is_system: bool
    steps: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One of the four parts; `key` names its words. It may be nobody's."""

    key: str
    parties: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class Responsibilities:
    """All four, in the order of the four letters."""

    parts: tuple[Part, ...]


def responsibilities(sop: Sop, site: Site, links: Links) -> Responsibilities:
    """Name everybody who takes part in an SOP."""
    found = raci(sop, site.library, site.relations.run_by.get(sop.id, ()))

    def party(name: str, steps: tuple[int, ...] = ()) -> Party:
        return Party(named(name, site, links), site.names.is_system(name), steps)

    return Responsibilities((
        Part("does", tuple(party(name, steps) for name, steps in found.does)),
        Part("answers", tuple(map(party, found.answers))),
        Part("asked", tuple(map(party, found.asked))),
        Part("told", tuple(map(party, found.told))),
    ))  # fmt: skip
