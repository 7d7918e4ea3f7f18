"""Who works here and with what: people, roles, teams, channels, measures, tools, paths."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sopbook.core.measures import Duration
from sopbook.core.model import CUSTOMER, Places, Ref, Waiver
from sopbook.core.span import Span

NOWHERE = Span("")


@dataclass(frozen=True, slots=True)
class Shift:
    """Hours on some days: `days` from 0 (Monday) to 6; times in minutes after midnight.

    A shift whose `end` is not after its `start` ends on the next day.
    """

    days: tuple[int, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hours:
    """When somebody can be reached: as typed, and as shifts."""

    text: str
    shifts: tuple[Shift, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """A colleague, and how to reach them; `until` is the last day they hold their duties."""

    id: str
    name: str
    title: str = ""
    email: str = ""
    phone: str = ""
    chat: str = ""
    hours: Hours | None = None
    time_zone: str = ""
    deputy: Ref | None = None
    until: dt.date | None = None
    span: Span = field(default=NOWHERE, compare=False)
    places: Places = field(default_factory=dict, compare=False)
    allow: tuple[Waiver, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Role:
    """A part that people play (`kind` is `person`), or a machine (`system`), or the customer.

    Only the customer's title may be empty: then the interface has the word.
    """

    id: str
    title: str
    kind: str = "person"
    people: tuple[Ref, ...] = ()
    escalates_to: Ref | None = None
    email: str = ""
    phone: str = ""
    chat: str = ""
    hours: Hours | None = None
    time_zone: str = ""
    span: Span = field(default=NOWHERE, compare=False)
    places: Places = field(default_factory=dict, compare=False)
    allow: tuple[Waiver, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Team:
    """A department or group; `lead` answers for it."""

    id: str
    title: str
    email: str = ""
    phone: str = ""
    chat: str = ""
    hours: Hours | None = None
    time_zone: str = ""
    lead: Ref | None = None
    people: tuple[Ref, ...] = ()
    escalates_to: Ref | None = None
    span: Span = field(default=NOWHERE, compare=False)
    places: Places = field(default_factory=dict, compare=False)
    allow: tuple[Waiver, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Term:
    """A channel, reason or audience. Empty `title`: known to all, the interface has the words."""

    id: str
    title: str = ""
    span: Span = field(default=NOWHERE, compare=False)
    places: Places = field(default_factory=dict, compare=False)
    allow: tuple[Waiver, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Audience(Term):
    """For whom SOPs and paths are; `roles` are the roles and teams that it is, where said."""

    roles: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that is counted; `good` is `high` or `low`. Empty `title`: known, as in `Term`."""

    id: str
    title: str = ""
    meaning: str = ""
    unit: str = ""
    good: str = "high"
    span: Span = field(default=NOWHERE, compare=False)
    places: Places = field(default_factory=dict, compare=False)
    allow: tuple[Waiver, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Tool:
    """A program or resource that steps use."""

    id: str
    title: str
    url: str = ""
    span: Span = field(default=NOWHERE, compare=False)
    places: Places = field(default_factory=dict, compare=False)
    allow: tuple[Waiver, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class LearningPath:
    """The SOPs a new hire reads, in order (`for` in the file is `audience` here)."""

    id: str
    title: str
    audience: Ref | None = None
    sops: tuple[Ref, ...] = ()
    within: Duration | None = None
    span: Span = field(default=NOWHERE, compare=False)
    places: Places = field(default_factory=dict, compare=False)
    allow: tuple[Waiver, ...] = field(default=(), compare=False)


CHANNELS = (
    "phone", "email", "letter", "website", "face-to-face", "social-media", "chat", "chatbot",
    "portal",
)  # fmt: skip
REASONS = ("information", "price", "order", "service", "complaint")
AUDIENCES = ("agents", "supervisors", "managers", "trainers")
ROLES = {CUSTOMER: Role(CUSTOMER, "", kind=CUSTOMER)}
MEASURES = {
    "ttr": Measure("ttr", good="low"),
    "art": Measure("art", good="low"),
    "csat": Measure("csat", unit="%"),
    "ces": Measure("ces"),
    "nps": Measure("nps"),
    "churn": Measure("churn", unit="%", good="low"),
    "abandonment": Measure("abandonment", unit="%", good="low"),
}


def _terms(names: tuple[str, ...]) -> dict[str, Term]:
    return {name: Term(name) for name in names}


def _audiences() -> dict[str, Audience]:
    return {name: Audience(name) for name in AUDIENCES}


@dataclass(frozen=True, slots=True)
class Organisation:
    """Every section by id, the known channels, reasons, audiences and measures included."""

    people: Mapping[str, Person] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=lambda: dict(ROLES))
    teams: Mapping[str, Team] = field(default_factory=dict)
    channels: Mapping[str, Term] = field(default_factory=lambda: _terms(CHANNELS))
    reasons: Mapping[str, Term] = field(default_factory=lambda: _terms(REASONS))
    audiences: Mapping[str, Audience] = field(default_factory=_audiences)
    measures: Mapping[str, Measure] = field(default_factory=lambda: dict(MEASURES))
    tools: Mapping[str, Tool] = field(default_factory=dict)
    paths: Mapping[str, LearningPath] = field(default_factory=dict)
    is_written: bool = True
    """Whether there is a file of it at all."""
    is_whole: bool = True
    """Whether all of it could be read: otherwise names may be missing here that were written."""
    stand_ins: Mapping[str, str] | None = field(default=None, repr=False)
    """Where people are not to be named: by their ids, the role or team that stands for each."""

    def actor(self, name: str) -> Person | Role | Team | None:
        """Find who is meant: a person, a role or a team."""
        return self.people.get(name) or self.roles.get(name) or self.teams.get(name)

    def groups(self) -> Iterator["Role | Team"]:
        """Yield the roles, then the teams."""
        yield from self.roles.values()
        yield from self.teams.values()

    def is_system(self, name: str) -> bool:
        """Say whether the actor is a machine."""
        role = self.roles.get(name)
        return role is not None and role.kind == "system"

    def is_colleague(self, name: str) -> bool:
        """Say whether the actor is somebody who works here: neither a machine nor the customer."""
        actor = self.actor(name)
        return actor is not None and (not isinstance(actor, Role) or actor.kind == "person")

    def entries(self) -> Iterator[Person | Role | Team | Term | Measure | Tool | LearningPath]:
        """Yield everything that has an entry, section by section."""
        for section in (
            self.people, self.roles, self.teams, self.channels, self.reasons, self.audiences,
            self.measures, self.tools, self.paths,
        ):  # fmt: skip
            yield from section.values()
