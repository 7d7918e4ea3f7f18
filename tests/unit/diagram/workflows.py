"""Hand-made workflows: the ones whose pictures are kept, and the odd ones."""

from sopbook import assets
from sopbook.core.fates import Fate, Fates
from sopbook.core.library import Library
from sopbook.core.measures import parse_duration
from sopbook.core.model import Exit, Kind, Ref, Step, Workflow
from sopbook.core.names import Names
from sopbook.core.organisation import ROLES, Organisation, Role, Team
from sopbook.core.span import Span

HERE = Span("made.workflow.yml")
WORDS = assets.words("en")
ORGANISATION = Organisation(
    roles={
        **ROLES,
        "agent": Role("agent", "Support agent"),
        "team-lead": Role("team-lead", "Team lead"),
        "chatbot": Role("chatbot", "Chatbot", kind="system"),
    },
    teams={"finance": Team("finance", "Finance")},
)
NAMES = Names(Library(organisation=ORGANISATION), WORDS)


def by(*names: str) -> tuple[Ref, ...]:
    """Name actors."""
    return tuple(Ref(name, HERE) for name in names)


def chain(*steps: Step) -> Workflow:
    """Number steps; one without exits, and no end, goes on with the next."""
    return Workflow(
        tuple(
            Step(
                step.id, step.kind, number, HERE, step.text,
                step.exits or _on(steps, number), step.by, step.when, step.within, step.takes,
                to=step.to, after=step.after, sop=step.sop, joins=step.joins,
            )
            for number, step in enumerate(steps, 1)
        )
    )  # fmt: skip


def _on(steps: tuple[Step, ...], number: int) -> tuple[Exit, ...]:
    is_last = number == len(steps) or steps[number - 1].kind is Kind.END
    return () if is_last else (Exit(steps[number].id),)


def step(kind: Kind, name: str, text: str = "", *exits: Exit, **facts: object) -> Step:
    """Make a step; its number comes later."""
    return Step(name, kind, 0, HERE, text, exits, **facts)  # type: ignore[arg-type]


ACCEPTED = step(
    Kind.ASK, "accepted", "Does the customer accept?",
    Exit("tell", "yes", 0.7), Exit("hand-over", "no"), Exit("wait", "wants to think about it"),
    by=by("customer"),
)  # fmt: skip
COMPLAINT = chain(
    step(Kind.START, "call", "Customer calls with a complaint"),
    step(
        Kind.DO, "greet", "Pick up and greet the customer",
        by=by("agent"), within=parse_duration("30 s"),
    ),
    step(Kind.DO, "history", "Look up the order history", by=by("chatbot")),
    step(Kind.DO, "case", "Open a case", by=by("agent"), when="needed"),
    step(Kind.DO, "offer", "Apologise and offer a solution", by=by("agent")),
    ACCEPTED,
    step(
        Kind.WAIT, "wait", "Until the customer calls back", Exit("offer"),
        takes=parse_duration("2 days"),
    ),
    step(
        Kind.ESCALATE, "hand-over", "Hand the case over to a team lead",
        by=by("agent"), to=Ref("team-lead", HERE), after=parse_duration("10 min"),
    ),
    step(Kind.SOP, "refund", sop=Ref("refund", HERE), by=by("team-lead")),
    step(
        Kind.TOGETHER, "tell", "",
        Exit("confirm", "customer is told"), Exit("book", "finance is told"),
    ),
    step(
        Kind.DO, "confirm", "Confirm the solution in writing", Exit("told"),
        by=by("agent"), within=parse_duration("24 h"),
    ),
    step(Kind.DO, "book", "Book the credit note", by=by("finance")),
    step(Kind.JOIN, "told", joins="tell"),
    step(Kind.DO, "survey", "Answer the survey", by=by("customer")),
    step(Kind.END, "solved", "Problem solved"),
)  # fmt: skip
ANSWERS = chain(
    step(
        Kind.ASK, "reason", "What is it about?",
        Exit("bill", "the bill"), Exit("parcel", "a parcel that did not come"),
        Exit("fault", "something broken"), Exit("other", "anything else"),
    ),
    step(Kind.END, "bill", "Billing has the case"),
    step(Kind.END, "parcel", "The carrier is asked"),
    step(Kind.END, "fault", "Repair is booked"),
    step(Kind.END, "other", "A note is left"),
)  # fmt: skip
LOOPS = chain(
    step(Kind.DO, "call", "Call the customer", by=by("agent")),
    step(
        Kind.ASK, "reached", "Did you reach them?",
        Exit("again", "no"), Exit("agree", "yes"), Exit("call", "engaged"),
    ),
    step(Kind.WAIT, "again", "An hour", Exit("call")),
    step(
        Kind.ASK, "agree", "Do you agree on a day?", Exit("booked", "yes"), Exit("agree", "not yet")
    ),
    step(Kind.END, "booked", "The visit is booked"),
)  # fmt: skip
LONG_WORDS = chain(
    step(
        Kind.DO,
        "one",
        "Muvaffakiyetsizleştiricileştiriveremeyebileceklerimizdenmişsinizcesine davranın",
        by=by("agent"),
    ),
    step(Kind.ASK, "two", "Nebeprisikiškiakopūsteliaudami užregistruokite?", Exit("three", "taip")),
    step(Kind.END, "three", "Verificați istoricul comenzilor și condițiile contractuale " * 9),
)
PICTURES = {
    "complaint": COMPLAINT,
    "answers": ANSWERS,
    "loops": LOOPS,
    "long-words": LONG_WORDS,
}

FATES = Fates(
    {"greet": Fate.CHANGED, "history": Fate.REMOVED, "wait": Fate.ADDED, "told": Fate.MOVED},
    {
        ("greet", 0): Fate.REMOVED,
        ("accepted", 1): Fate.ADDED,
        ("accepted", 2): Fate.REROUTED,
    },
)
"""What might have become of the complaint's steps and ways."""
ODD = {
    "nothing": Workflow(()),
    "one step": chain(step(Kind.DO, "only", "Do it")),
    "a question without answers": chain(step(Kind.ASK, "only", "What now?")),
    "itself": chain(step(Kind.DO, "only", "Again", Exit("only"))),
    "itself, in words": chain(step(Kind.ASK, "only", "Again?", Exit("only", "yes"))),
    "twice the same way": chain(
        step(Kind.ASK, "which", "Which?", Exit("end", "a"), Exit("end", "a"), Exit("end")),
        step(Kind.END, "end", "Done"),
    ),
    "nobody comes here": chain(
        step(Kind.END, "end", "Done"), step(Kind.DO, "lost", "Lost"), step(Kind.END, "end2", "Done")
    ),
    "a way to nowhere": chain(step(Kind.DO, "first", "Go", Exit("nowhere", "there"))),
    "the same id twice": chain(step(Kind.DO, "same", "One"), step(Kind.DO, "same", "Two")),
    "no words": chain(step(Kind.DO, "one"), step(Kind.ASK, "two"), step(Kind.END, "three")),
    "many words": chain(
        step(Kind.DO, "one", "word " * 200_000),
        step(Kind.ASK, "two", "x" * 1_000_000, Exit("one", "y" * 1_000_000)),
    ),
    "markup": chain(step(Kind.DO, "one", '<script>alert("&")</script>\x00\x0b', when="]]>")),
    "rounds within rounds": chain(
        step(Kind.DO, "a", "A", Exit("b"), Exit("c")),
        step(Kind.DO, "b", "B", Exit("a"), Exit("c")),
        step(Kind.DO, "c", "C", Exit("b"), Exit("a")),
    ),
}
