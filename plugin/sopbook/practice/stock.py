"""Where wrong answers come from: the steps of all SOPs, by what kind of answer they are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from sopbook.analysis.people import people
from sopbook.analysis.ways import Ways
from sopbook.core.model import Kind, Sop, Step
from sopbook.core.names import Names
from sopbook.practice.alike import is_name
from sopbook.practice.exercise import Asked, Choice

_MOST_LIKE = 6
_NEIGHBOURS = 6
_GROUPS = {Kind.ASK: Asked.FIND_OUT, Kind.END: Asked.END, Kind.SOP: Asked.SOP}


_NO_STEPS = frozenset({Kind.START, Kind.JOIN})
Choices = Mapping[Asked, tuple[Choice, ...]]
"""Steps as answers, by what kind of answer they are."""


def group_of(step: Step) -> Asked:
    """Say as the answer to which question a step is given."""
    return _GROUPS.get(step.kind, Asked.NEXT)


@dataclass(frozen=True)
class Stock:
    """The SOPs that are practised, and how their steps are named.

    `names_people` is False where the site shows roles and teams alone.
    """

    names: Names
    ways: Mapping[str, Ways]
    names_people: bool = True
    _captions: dict[str, dict[str, str]] = field(default_factory=dict)
    _like: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _shelves: dict[str, list[str]] = field(default_factory=dict)
    _choices: dict[str, Choices] = field(default_factory=dict)
    _people: dict[str, frozenset[str]] = field(default_factory=dict)

    def captions(self, sop: str) -> dict[str, str]:
        """Say what each step of an SOP is about."""
        if sop not in self._captions:
            steps = self.ways[sop].steps
            self._captions[sop] = {name: self._caption(step) for name, step in steps.items()}
        return self._captions[sop]

    def _caption(self, step: Step) -> str:
        caption = self.names.caption(step)
        if step.to and is_name(caption, self.names.actor(step.to.target)):
            # Steps such as `escalate: Team lead on duty` say nothing of what is done.
            return self.names.words("practice.over", name=caption)
        if step.kind is Kind.WAIT:
            return self.names.words("practice.wait", name=caption)
        if step.kind is Kind.TOGETHER:
            return f"{caption}: {', '.join(way.label for way in step.exits)}"
        return caption

    def choices(self, sop: str) -> Choices:
        """Give the steps of an SOP as answers to questions about another."""
        if sop not in self._choices:
            captions = self.captions(sop)
            found: dict[Asked, list[Choice]] = {}
            for step in self.ways[sop].walked:
                if step.kind not in _NO_STEPS:
                    choice = Choice(captions[step.id], step.id, sop)
                    found.setdefault(group_of(step), []).append(choice)
            self._choices[sop] = {group: tuple(each) for group, each in found.items()}
        return self._choices[sop]

    def behind(self, name: str) -> frozenset[str]:
        """Give the ids of the people behind a name."""
        if name not in self._people:
            found = people(name, self.names.library.organisation)
            self._people[name] = frozenset(one.id for one in found)
        return self._people[name]

    def like(self, sop: str) -> tuple[str, ...]:
        """Give the SOPs most like one, the nearest first; never an earlier or a proposed one."""
        if sop not in self._like:
            own = self.ways[sop].sop
            found = dict.fromkeys(self._near(own))
            fit = (name for name in found if name in self.ways and not self._is_same(own, name))
            self._like[sop] = tuple(islice(fit, _MOST_LIKE))
        return self._like[sop]

    def akin(self, sop: str) -> Iterator[str]:
        """Give those of them that customers come to for the same reasons."""
        own = {ref.target for ref in self.ways[sop].sop.card.reasons}
        for name in self.like(sop):
            if not own.isdisjoint(ref.target for ref in self.ways[name].sop.card.reasons):
                yield name

    def _near(self, sop: Sop) -> Iterator[str]:
        yield from (ref.target for ref in sop.card.related)
        yield from (step.sop.target for step in self.ways[sop.id].walked if step.sop)
        for shelf in self._places(sop):
            beside = self._shelf(shelf)
            at = beside.index(sop.id)
            near = range(max(0, at - _NEIGHBOURS), min(len(beside), at + _NEIGHBOURS + 1))
            yield from (beside[place] for place in sorted(near, key=lambda n: (abs(n - at), n)))

    def _shelf(self, shelf: str) -> list[str]:
        if not self._shelves:
            for name, way in self.ways.items():
                for place in self._places(way.sop):
                    self._shelves.setdefault(place, []).append(name)
        return self._shelves[shelf]

    def _places(self, sop: Sop) -> tuple[str, ...]:
        """Name where SOPs like this one stand: in its folder, among those for the same reason."""
        folder = sop.source_path.rpartition("/")[0]
        return (f"/{folder}", *(f"#{ref.target}" for ref in sop.card.reasons), "")

    def _is_same(self, sop: Sop, name: str) -> bool:
        return not _versions(sop).isdisjoint(_versions(self.ways[name].sop))


def _versions(sop: Sop) -> frozenset[str]:
    """Give the SOP, and those of which it is the next version, or might be."""
    others = (sop.card.replaces, sop.card.improves)
    return frozenset((sop.id, *(ref.target for ref in others if ref)))
