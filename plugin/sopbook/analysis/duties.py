"""What people, roles and teams have to do with SOPs beside their steps, looked up by who it is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sopbook.analysis.people import deputy_of
from sopbook.analysis.raci import raci
from sopbook.core.library import Library
from sopbook.core.model import Sop
from sopbook.core.organisation import Organisation

Index = Mapping[str, tuple[str, ...]]
"""For somebody's id, the ids of what they have to do with."""


@dataclass(frozen=True, slots=True)
class Duties:
    """The SOPs for which somebody answers by name, is the deputy, approved, is asked, or is told.

    `covers` has the people whose deputy somebody is, `groups` the roles and teams they are in.
    """

    answers: Index
    deputy: Index
    approves: Index
    asked: Index
    told: Index
    covers: Index
    groups: Index


def duties(library: Library, sops: Iterable[Sop], run_by: Index) -> Duties:
    """Look through these SOPs, once a build; `run_by` says by which others each is run."""
    who, listed = library.organisation, tuple(sops)
    found = {sop.id: raci(sop, library, run_by.get(sop.id, ())) for sop in listed}
    return Duties(
        answers=_turned((str(sop.card.responsible or ""), sop.id) for sop in listed),
        deputy=_turned((str(deputy_of(sop, who) or ""), sop.id) for sop in listed),
        approves=_turned(_approvals(listed)),
        asked=_turned((name, sop) for sop, each in found.items() for name in each.asked),
        told=_turned((name, sop) for sop, each in found.items() for name in each.told),
        covers=_turned((str(one.deputy or ""), one.id) for one in who.people.values()),
        groups=_turned(_members(who)),
    )


def _approvals(sops: Iterable[Sop]) -> Iterator[tuple[str, str]]:
    for sop in sops:
        if sop.card.approved and sop.card.approved.by:
            yield sop.card.approved.by.target, sop.id


def _members(who: Organisation) -> Iterator[tuple[str, str]]:
    for role in who.roles.values():
        yield from ((ref.target, role.id) for ref in role.people)
    for team in who.teams.values():
        lead = (team.lead,) if team.lead else ()
        yield from ((ref.target, team.id) for ref in (*lead, *team.people))


def _turned(pairs: Iterable[tuple[str, str]]) -> Index:
    found: dict[str, dict[str, None]] = {}
    for who, what in pairs:
        if who:
            found.setdefault(who, {})[what] = None
    return {who: tuple(names) for who, names in found.items()}
