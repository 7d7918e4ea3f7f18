"""What somebody has to do in all SOPs: their steps, what they take over, and what they hand on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from sopbook.analysis.hands import Hands
from sopbook.core.fold import fold
from sopbook.core.model import Step
from sopbook.diagram.outline import line
from sopbook.pages.browse.places import filtered
from sopbook.pages.browse.step_link import Part, part
from sopbook.pages.doings import Deed, Doings, Passing
from sopbook.pages.own import key_of
from sopbook.pages.site import Links, Site
from sopbook.pages.views.reference import SopLink, sop_link

MOST_SOPS = 60
"""So many SOPs are listed; where there are more, the table of all of them has the rest."""
MOST_PASSINGS = 6
"""So many hand-overs to the same one, or from them, are listed."""


@dataclass(frozen=True, slots=True)
class Other:
    """Somebody from whom cases come, or to whom they go; `more` counts what is not listed."""

    name: str
    url: str
    count: int
    parts: tuple[Part, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Work:
    """All of it. `count` is how many steps there are, `sops` in how many SOPs.

    `taken` and `given` count the places where cases are handed over. Where not all SOPs are listed,
    `more` says how many are not, and `everything` is where they are.
    """

    name: str
    count: int
    sops: int
    parts: tuple[Part, ...]
    more: int
    everything: str
    taken: int
    takes: tuple[Other, ...]
    given: int
    gives: tuple[Other, ...]
    answered: tuple[SopLink, ...]
    more_answered: int


def work(about: str, doings: Doings, site: Site, links: Links) -> Work:
    """Gather the work of a person, a role or a team."""
    row = _Rows(about, site, links)
    deeds = doings.deeds.get(about, ())
    parts = [tuple(them) for _, them in groupby(deeds, key=lambda deed: deed.sop.id)]
    taken, given = doings.taken.get(about, ()), doings.given.get(about, ())
    answered = doings.answered.get(about, ())
    return Work(
        name=site.names.actor(about),
        count=len(deeds),
        sops=len(parts),
        parts=tuple(row.part(them) for them in parts[:MOST_SOPS]),
        more=max(0, len(parts) - MOST_SOPS),
        everything=_everything(about, site, links),
        taken=len(taken),
        takes=row.others((passing.change.giving, passing) for passing in taken),
        given=len(given),
        gives=row.others((passing.change.taking, passing) for passing in given),
        answered=tuple(sop_link(sop.id, site, links) for sop in answered[:MOST_SOPS]),
        more_answered=max(0, len(answered) - MOST_SOPS),
    )


def _everything(about: str, site: Site, links: Links) -> str:
    """Link the table of all SOPs, showing those that concern somebody."""
    group = group_of(about, site)
    return filtered(links, **{group: about}) if group in {"role", "team"} else filtered(links)


def group_of(name: str, site: Site) -> str:
    """Say whether a name is a person's, a role's or a team's; "" where it means nobody."""
    organisation = site.library.organisation
    groups = (("person", organisation.people), ("role", organisation.roles))
    found = (group for group, known in (*groups, ("team", organisation.teams)) if name in known)
    return next(found, "")


@dataclass(frozen=True, slots=True)
class _Rows:
    """Makes rows of what was found, with links to it."""

    about: str
    site: Site
    links: Links

    def part(self, deeds: tuple[Deed, ...]) -> Part:
        """Gather the steps in one SOP."""
        steps = [deed.step for deed in deeds]
        return part(deeds[0].sop, steps, self.site, self.links, map(self._who, steps))

    def others(self, passings: Iterable[tuple[Hands, Passing]]) -> tuple[Other, ...]:
        """Gather hand-overs by the one at the other end; the one with most of them comes first."""
        found: dict[str, list[Passing]] = {}
        for hands, passing in passings:
            for name in hands:
                found.setdefault(name, []).append(passing)
        order = sorted(found, key=lambda name: (-len(found[name]), fold(self._name(name)), name))
        return tuple(self._other(name, found[name]) for name in order)

    def _other(self, name: str, passings: list[Passing]) -> Other:
        group = group_of(name, self.site)
        return Other(
            name=self._name(name),
            url=self.links.own(key_of(group, name)) if group else "",
            count=len(passings),
            parts=tuple(self._parts(passings[:MOST_PASSINGS])),
            more=max(0, len(passings) - MOST_PASSINGS),
        )

    def _parts(self, passings: Iterable[Passing]) -> Iterator[Part]:
        for _, each in groupby(passings, key=lambda passing: passing.sop.id):
            them = tuple(each)
            steps = (one.change.step for one in them)
            yield part(them[0].sop, steps, self.site, self.links)

    def _who(self, step: Step) -> str:
        """Name who does a step, where that is not who it is about by name."""
        names = [by.target for by in step.by]
        return "" if self.about in names else " + ".join(map(self._name, names))

    def _name(self, name: str) -> str:
        return line(self.site.names.actor(name))
