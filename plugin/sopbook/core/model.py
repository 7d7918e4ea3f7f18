"""What an SOP is. Facts are frozen; equality is of meaning, so places do not count in it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sopbook.core.measures import Duration
from sopbook.core.span import Span

Places = Mapping[str, Span]
"""Where the value of each written key stands, by the key."""

CUSTOMER = "customer"
"""The role that always exists."""
COLLEAGUE = "?"
"""Somebody who works here and is not to be named; no author can write such an id."""


class Kind(StrEnum):
    """What a step is; `JOIN` is never written: it closes a `together`."""

    START = "start"
    DO = "do"
    ASK = "ask"
    WAIT = "wait"
    ESCALATE = "escalate"
    SOP = "sop"
    TOGETHER = "together"
    JOIN = "join"
    END = "end"


class Status(StrEnum):
    """The state of a document."""

    DRAFT = "draft"
    REVIEW = "review"
    APPROVED = "approved"
    RETIRED = "retired"


class Bound(StrEnum):
    """Which side of its value a target is on, in the author's words."""

    AT_LEAST = "at least"
    AT_MOST = "at most"


@dataclass(frozen=True, slots=True)
class Ref:
    """A name that must mean something elsewhere, and where it was written."""

    target: str
    span: Span = field(compare=False)

    def __str__(self) -> str:
        """Give the name alone."""
        return self.target


@dataclass(frozen=True, slots=True)
class Resource:
    """A tool's key (`tool`), or a link with the words for it (`title`, `url`)."""

    tool: Ref | None = None
    title: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding that is meant to be: its rule's code, and why."""

    code: str
    reason: str
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class Exit:
    """A way out of a step: the words on the arrow (may be empty) and the id it leads to.

    `share` is how often it is taken, from 0 to 1, where the author said so.
    """

    target: str
    label: str = ""
    share: float | None = None
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Step:
    """One step, resolved: `exits` holds every way on, in the order written.

    `text` is the author's sentence; empty for `SOP` (its title is the other SOP's), `TOGETHER`
    and `JOIN` (their words are the interface's). `number` counts from 1 in written order.
    """

    id: str
    kind: Kind
    number: int
    span: Span = field(compare=False)
    text: str = ""
    exits: tuple[Exit, ...] = ()
    by: tuple[Ref, ...] = ()
    when: str = ""
    within: Duration | None = None
    takes: Duration | None = None
    say: str = ""
    note: str = ""
    uses: tuple[Resource, ...] = ()
    needs: tuple[str, ...] = ()
    gives: tuple[str, ...] = ()
    automate: str = ""
    was: str = ""
    to: Ref | None = None
    after: Duration | None = None
    sop: Ref | None = None
    joins: str = ""
    """For a `JOIN`, the id of the `TOGETHER` it closes."""
    places: Places = field(default_factory=dict, compare=False)
    allow: tuple[Waiver, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Wrong:
    """A wrong answer, and why it is wrong (may be empty)."""

    text: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question that an author wrote to practise with; `step` is the one it belongs to."""

    situation: str
    right: str
    wrong: tuple[Wrong, ...]
    why: str = ""
    step: Ref | None = None
    places: Places = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Workflow:
    """The steps in written order, nested ones and joins included; the first is where it starts.

    `practice` are the questions that its author wrote.
    """

    steps: tuple[Step, ...]
    practice: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class Approval:
    """Who approved, and on which day."""

    by: Ref | None = None
    on: dt.date | None = None
    places: Places = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Review:
    """When to look at it again: every so often since `last`, or `by` a day."""

    every: Duration | None = None
    last: dt.date | None = None
    by: dt.date | None = None
    places: Places = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Promise:
    """What the customer was promised: the words for it, and the time."""

    what: str
    time: Duration
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class Target:
    """A measure and what it should reach: `amount` as typed; a time's `value` is in seconds."""

    measure: Ref
    bound: Bound
    amount: str
    value: float
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """Document control: everything about an SOP that is not its steps or its text."""

    id: str = ""
    title: str = ""
    summary: str = ""
    responsible: Ref | None = None
    deputy: Ref | None = None
    status: Status = Status.DRAFT
    approved: Approval | None = None
    effective: dt.date | None = None
    review: Review | None = None
    audience: tuple[Ref, ...] = ()
    channels: tuple[Ref, ...] = ()
    reasons: tuple[Ref, ...] = ()
    promise: tuple[Promise, ...] = ()
    measures: tuple[Target, ...] = ()
    related: tuple[Ref, ...] = ()
    replaces: Ref | None = None
    improves: Ref | None = None
    decide_by: dt.date | None = None
    tags: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    places: Places = field(default_factory=dict, compare=False)
    allow: tuple[Waiver, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Sop:
    """One SOP: its card, its workflow (None: text only) and its Markdown (empty: chart only).

    `markdown_path` and `workflow_path` are relative to the docs folder, "" where there is no
    such file; `text_line` is the line of the file on which `text` begins.
    """

    id: str
    card: Card
    workflow: Workflow | None
    text: str
    markdown_path: str
    workflow_path: str
    span: Span = field(compare=False)
    text_line: int = field(default=1, compare=False)

    @property
    def title(self) -> str:
        """The title on the card."""
        return self.card.title

    @property
    def page_path(self) -> str:
        """The Markdown path of its page; made from the workflow's where there is no Markdown."""
        return self.markdown_path or self.workflow_path.removesuffix(".workflow.yml") + ".md"

    @property
    def source_path(self) -> str:
        """The file to edit first: the workflow where there is one."""
        return self.workflow_path or self.markdown_path
