"""Made-up workflows as departments write them: the same for the same seed, for tests and bench."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from sopbook.core.library import Library
from sopbook.core.measures import parse_duration
from sopbook.core.model import Exit, Kind, Ref, Step, Workflow
from sopbook.core.names import Names
from sopbook.core.organisation import ROLES, Organisation, Role
from sopbook.core.span import Span
from sopbook.core.words import Words

NOWHERE = Span("generated.workflow.yml")
ACTORS = {
    "agent": Role("agent", "Support agent"),
    "team-lead": Role("team-lead", "Vadovas (-ė)"),
    "chatbot": Role("chatbot", "Chatbot", kind="system"),
    "billing": Role("billing", "Muhasebe departmanı"),
    "quality": Role("quality", "Kvalitātes vadītājs"),
    **ROLES,
}
DEEDS = (
    "Pick up and greet the customer",
    "Open a case",
    "Müşterinin memnuniyetsizliğini değerlendirerek kayıt altına alın",
    "Muvaffakiyetsizleştiricileştiriveremeyebileceklerimizdenmişsinizcesine davranın",
    "Patikrinkite kliento užsakymo numerį ir pristatymo adresą sistemoje",
    "Nebeprisikiškiakopūsteliaudami užregistruokite skundą",
    "Pārbaudiet pasūtījuma statusu un sazinieties ar piegādātāju",
    "Neatkarīgi no rezultāta nosūtiet klientam apstiprinājumu rakstiski",
    "Verificați istoricul comenzilor și condițiile contractuale ale clientului",
    "Trimiteți clientului confirmarea soluției în scris, împreună cu factura corectată",
    "Apologise and offer a solution",
    "Note the outcome",
)
QUESTIONS = (
    "Does the customer accept?",
    "Müşteri sunulan çözümü kabul ediyor mu?",
    "Ar klientas sutinka su pasiūlytu sprendimu?",
    "Vai klients ir apmierināts ar piedāvāto risinājumu?",
    "Este produsul încă în perioada de garanție?",
    "Is it urgent?",
)
ASKED = (0.2, 0.16, 0.1, 0.0)
"""How often a step is a question, by how deep it lies within others."""
ANSWERS = (
    ("yes", "no"),
    ("taip, sutinka", "ne"),
    ("da", "nu, a expirat de curând"),
    ("evet", "hayır", "henüz karar vermedi"),
    ("jā", "nē", "daļēji apmierināts"),
    ("technical", "billing", "delivery", "anything else"),
)
BRANCHES = ("customer is told", "finans bilgilendirilir", "noliktava tiek informēta", "stoc")
WAITS = ("Until the part arrives", "Kol klientas atsakys", "Până la confirmarea băncii")
ENDS = ("Problem solved", "Dava kapatıldı", "Klausimas išspręstas", "Client informat")
TIMES = ("30 s", "2 min", "1-2 min", "24 h", "2 working days")


@dataclass
class Draft:
    """A step before the ids it leads to are known; `ways` are labels with steps, an id or None."""

    id: str
    kind: Kind
    text: str = ""
    then: str = ""
    ways: list[tuple[str, "list[Draft] | str | None"]] = field(default_factory=list)


def names(words: Words) -> Names:
    """Name the actors and SOPs that the generated workflows mention."""
    return Names(Library(organisation=Organisation(roles=ACTORS)), words)


def corpus(count: int = 200, seed: int = 2026) -> Iterator[Workflow]:
    """Make `count` workflows of 1 to 60 steps."""
    for index in range(count):
        yield workflow(seed * 1_000 + index)


def workflow(seed: int, size: int | None = None) -> Workflow:
    """Make one workflow of about `size` steps (1 to 60 where not said)."""
    author = _Author(random.Random(seed))
    drafts = author.top(size or author.dice.randint(1, 60))
    steps = list(_resolved(drafts, "", author.dice))
    return Workflow(tuple(_numbered(steps)))


class _Author:
    """Writes drafts; `left` counts down the steps still to be written."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.left = 0
        self.made = 0

    def top(self, size: int) -> list[Draft]:
        self.left = size
        if size == 1:
            return [self.draft(Kind.END, ENDS)]
        first = self.draft(Kind.START, ("Customer calls", "Müşteri şikâyetle arıyor"))
        self.left -= 1
        return [first, *self.run(0, [first], size), self.draft(Kind.END, ENDS)]

    def draft(self, kind: Kind, texts: tuple[str, ...]) -> Draft:
        self.made += 1
        self.left -= 1
        return Draft(f"s{self.made}", kind, self.dice.choice(texts) if texts else "")

    def run(self, depth: int, before: list[Draft], most: int) -> list[Draft]:
        found: list[Draft] = []
        while self.left > 0 and len(found) < most:
            found.append(self.step(depth, [*before, *found]))
        return found

    def step(self, depth: int, before: list[Draft]) -> Draft:
        chance = self.dice.random()
        if chance < ASKED[depth] and self.left > 2:
            return self.ask(depth, before)
        if chance > 0.97 and depth < 2 and self.left > 4:
            return self.together(depth)
        if chance > 0.92:
            return self.draft(Kind.WAIT, WAITS)
        if chance > 0.86:
            return self.draft(Kind.ESCALATE, ("Hand the case over to a team lead",))
        if chance > 0.82:
            return self.draft(Kind.SOP, ())
        return self.draft(Kind.DO, DEEDS)

    def ask(self, depth: int, before: list[Draft]) -> Draft:
        asked = self.draft(Kind.ASK, QUESTIONS)
        labels = self.dice.choice(ANSWERS[: 3 if depth else 6])
        asked.ways = [(label, self.answer(depth, [*before, asked])) for label in labels]
        if not any(_goes_on(way) for _, way in asked.ways):
            asked.ways[0] = (labels[0], None)
        return asked

    def answer(self, depth: int, before: list[Draft]) -> list[Draft] | str | None:
        chance = self.dice.random()
        if chance < 0.4 or self.left <= 0:
            return None
        if chance < 0.5:
            return self.dice.choice(before[-5:]).id
        steps = self.run(depth + 1, before, self.dice.randint(1, 4)) or None
        if steps and self.dice.random() < 0.3:
            steps.append(self.draft(Kind.END, ENDS))
        elif steps and steps[-1].kind is Kind.DO and self.dice.random() < 0.2:
            steps[-1].then = self.dice.choice(before[-8:]).id
        return steps

    def together(self, depth: int) -> Draft:
        fork = self.draft(Kind.TOGETHER, ())
        for label in BRANCHES[: self.dice.choice((2, 2, 3))]:
            steps = self.run(depth + 2, [fork], self.dice.randint(1, 3))
            fork.ways.append((label, steps or [self.draft(Kind.DO, DEEDS)]))
        return fork


def _goes_on(way: list[Draft] | str | None) -> bool:
    """Say whether an answer comes to what is written after its question."""
    if isinstance(way, list):
        return way[-1].kind is not Kind.END and not way[-1].then
    return way is None


def _resolved(drafts: list[Draft], after: str, dice: random.Random) -> Iterator[Step]:
    for index, draft in enumerate(drafts):
        following = drafts[index + 1].id if index + 1 < len(drafts) else after
        if draft.kind is Kind.TOGETHER:
            join = f"{draft.id}-join"
            yield from _with_ways(draft, join, dice)
            yield Step(join, Kind.JOIN, 0, NOWHERE, exits=(Exit(following),), joins=draft.id)
        elif draft.kind is Kind.ASK:
            yield from _with_ways(draft, following, dice)
        else:
            target = draft.then or following
            exits = () if draft.kind is Kind.END else (Exit(target),)
            yield _step(draft, exits, dice)


def _with_ways(draft: Draft, following: str, dice: random.Random) -> Iterator[Step]:
    exits = tuple(
        Exit(way[0].id if isinstance(way, list) else way or following, label)
        for label, way in draft.ways
    )
    yield _step(draft, exits, dice)
    for _, way in draft.ways:
        if isinstance(way, list):
            yield from _resolved(way, following, dice)


def _step(draft: Draft, exits: tuple[Exit, ...], dice: random.Random) -> Step:
    bare = draft.kind in {Kind.START, Kind.END, Kind.TOGETHER}
    timed = draft.kind is Kind.DO and dice.random() < 0.3
    handed = draft.kind is Kind.ESCALATE
    return Step(
        draft.id,
        draft.kind,
        0,
        NOWHERE,
        text=draft.text,
        exits=exits,
        by=() if bare else _actors(dice),
        when="needed" if draft.kind is Kind.DO and dice.random() < 0.1 else "",
        within=parse_duration(dice.choice(TIMES)) if timed else None,
        takes=parse_duration("2 days") if draft.kind is Kind.WAIT else None,
        to=Ref("team-lead", NOWHERE) if handed else None,
        after=parse_duration("10 min") if handed else None,
        sop=Ref("refund-of-a-returned-parcel", NOWHERE) if draft.kind is Kind.SOP else None,
    )


def _actors(dice: random.Random) -> tuple[Ref, ...]:
    chosen = dice.sample(tuple(ACTORS), dice.choice((0, 1, 1, 1, 2)))
    return tuple(Ref(name, NOWHERE) for name in chosen)


def _numbered(steps: list[Step]) -> Iterator[Step]:
    for number, step in enumerate(steps, 1):
        yield Step(
            step.id, step.kind, number, step.span, step.text, step.exits, step.by, step.when,
            step.within, step.takes, to=step.to, after=step.after, sop=step.sop, joins=step.joins,
        )  # fmt: skip
