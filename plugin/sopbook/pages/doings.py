"""Who does, takes over, hands over and answers for what, in all SOPs that may be listed."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, TypeVar

from sopbook.analysis.handovers import Handovers
from sopbook.analysis.hands import Change
from sopbook.core.fold import fold
from sopbook.core.model import Sop, Step
from sopbook.core.organisation import Organisation
from sopbook.pages.news.circles import circles_with
from sopbook.pages.site import Site

Found = TypeVar("Found")
Standing = Callable[[str], frozenset[str]]
"""Gives a name, and the roles and teams it stands for."""


class Deed(NamedTuple):
    """A step of an SOP that somebody does."""

    sop: Sop
    step: Step


class Passing(NamedTuple):
    """A hand-over in an SOP."""

    sop: Sop
    change: Change


@dataclass(frozen=True, slots=True)
class Doings:
    """What each person, role and team has to do with SOPs, by id, in the order of their titles.

    Who is named as a person acts for their roles and teams, a role for the teams in which it is
    played. Between two of one team nothing is handed over, as far as the team is concerned.
    """

    deeds: Mapping[str, tuple[Deed, ...]]
    taken: Mapping[str, tuple[Passing, ...]]
    given: Mapping[str, tuple[Passing, ...]]
    answered: Mapping[str, tuple[Sop, ...]]


def doings(site: Site, handovers: Handovers) -> Doings:
    """Look through all SOPs, once a build."""
    standing = _standing(site.library.organisation)
    sops = sorted(site.listed.values(), key=lambda sop: (fold(sop.title), sop.id))
    changes = [Passing(sop, change) for sop in sops for change in _changes(sop, handovers)]
    return Doings(
        deeds=_by_name(_deeds(sops, standing)),
        taken=_by_name(_sides(changes, standing, is_taken=True)),
        given=_by_name(_sides(changes, standing, is_taken=False)),
        answered=_by_name(_answered(sops, standing)),
    )


def _standing(organisation: Organisation) -> Standing:
    return cache(
        lambda name: frozenset((name, *(one.id for one in circles_with(name, organisation))))
    )


def _changes(sop: Sop, handovers: Handovers) -> Iterable[Change]:
    found = handovers.of(sop.id)
    return found.changes if found else ()


def _deeds(sops: Iterable[Sop], standing: Standing) -> Iterator[tuple[str, Deed]]:
    for sop in sops:
        for step in sop.workflow.steps if sop.workflow else ():
            for name in _all((by.target for by in step.by), standing):
                yield name, Deed(sop, step)


def _sides(
    passings: Iterable[Passing], standing: Standing, *, is_taken: bool
) -> Iterator[tuple[str, Passing]]:
    for passing in passings:
        giving, taking = (
            _all(hands, standing) for hands in (passing.change.giving, passing.change.taking)
        )
        for name in taking - giving if is_taken else giving - taking:
            yield name, passing


def _answered(sops: Iterable[Sop], standing: Standing) -> Iterator[tuple[str, Sop]]:
    for sop in sops:
        if sop.card.responsible:
            for name in standing(sop.card.responsible.target):
                yield name, sop


def _all(names: Iterable[str], standing: Standing) -> frozenset[str]:
    return frozenset().union(*map(standing, names))


def _by_name(pairs: Iterable[tuple[str, Found]]) -> Mapping[str, tuple[Found, ...]]:
    found: dict[str, list[Found]] = {}
    for name, what in pairs:
        found.setdefault(name, []).append(what)
    return {name: tuple(every) for name, every in found.items()}
