"""Whom to turn to next, in the whole department: as its roles and teams say, and as its SOPs do."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sopbook.core.measures import Duration
from sopbook.core.model import CUSTOMER, Kind, Sop, Step
from sopbook.core.organisation import Organisation, Role, Team


@dataclass(frozen=True, slots=True)
class Handing:
    """A step in which a case is escalated, by its SOP's id."""

    sop: str
    step: Step

    @property
    def after(self) -> str:
        """Say after what time; "" where that is not said."""
        return self.step.after.text if self.step.after else ""


@dataclass(frozen=True, slots=True)
class Escalation:
    """Who turns to whom, by id. `is_rule` where that holds always, whatever the SOP."""

    source: str
    target: str
    is_rule: bool
    handings: tuple[Handing, ...] = ()

    @property
    def times(self) -> tuple[str, ...]:
        """After what times it happens, each once, the shortest first."""
        times = [each.step.after for each in self.handings if each.step.after]
        return tuple(dict.fromkeys(time.text for time in sorted(times, key=_most)))


@dataclass(frozen=True, slots=True)
class Escalations:
    """All of them; where they end; and the roles and teams for which nothing is said."""

    ways: tuple[Escalation, ...]
    tops: tuple[str, ...]
    lost: tuple[str, ...]

    def of(self, source: str) -> tuple[Escalation, ...]:
        """Give those of one role, team or person."""
        return tuple(way for way in self.ways if way.source == source)

    def onto(self, target: str) -> tuple[Escalation, ...]:
        """Give those that end with one role, team or person."""
        return tuple(way for way in self.ways if way.target == target)

    @property
    def names(self) -> tuple[str, ...]:
        """List everybody who turns to somebody, or is turned to."""
        pairs = ((way.source, way.target) for way in self.ways)
        return tuple(dict.fromkeys(name for pair in pairs for name in pair))


def escalations(who: Organisation, sops: Iterable[Sop]) -> Escalations:
    """Gather them. A step that nobody is named for escalates from nobody."""
    handings: dict[tuple[str, str], list[Handing]] = {
        (group.id, group.escalates_to.target): [] for group in who.groups() if group.escalates_to
    }
    rules = frozenset(handings)
    for pair, handing in _handings(sops):
        handings.setdefault(pair, []).append(handing)
    ways = tuple(Escalation(*pair, pair in rules, tuple(found)) for pair, found in handings.items())
    sources, targets = {way.source for way in ways}, {way.target for way in ways}
    ours = [group.id for group in _colleagues(who) if group.id not in sources]
    tops = tuple(name for name in ours if name in targets)
    lost = tuple(name for name in ours if name not in targets and not _has_way(name, who, sources))
    return Escalations(ways, tops, lost)


def _most(time: Duration) -> float:
    return time.most


def _handings(sops: Iterable[Sop]) -> Iterator[tuple[tuple[str, str], Handing]]:
    for sop in sops:
        for step in sop.workflow.steps if sop.workflow else ():
            if step.kind is Kind.ESCALATE and step.to:
                for by in step.by:
                    if by.target not in {CUSTOMER, step.to.target}:
                        yield (by.target, step.to.target), Handing(sop.id, step)


def _colleagues(who: Organisation) -> Iterator[Role | Team]:
    return (group for group in who.groups() if who.is_colleague(group.id))


def _has_way(name: str, who: Organisation, sources: set[str]) -> bool:
    """Say whether the people behind a role or team know whom to turn to by another of theirs."""
    own: Mapping[str, Role | Team] = {group.id: group for group in who.groups()}
    members = {str(ref) for ref in own[name].people}
    return any(
        other in sources and not members.isdisjoint(map(str, group.people))
        for other, group in own.items()
        if other != name
    )
