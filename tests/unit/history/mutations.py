"""Versions of an SOP as they come about: one edit after the other, at random."""

import datetime as dt
import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from sopbook.core.fold import slug
from sopbook.core.measures import parse_duration
from sopbook.core.model import (
    Approval,
    Bound,
    Card,
    Exit,
    Kind,
    Promise,
    Question,
    Ref,
    Resource,
    Review,
    Sop,
    Status,
    Step,
    Target,
    Workflow,
    Wrong,
)
from sopbook.core.span import Span
from tests import generated

HERE = Span("mutated.workflow.yml")
NAMES = ("agent", "team-lead", "chatbot", "billing", "quality")
WORDS = ("case", "customer", "refund", "letter", "șef", "müşteri", "not", "1.5", "please", "the")
TIMES = ("30 s", "60 s", "1 min", "1-2 min", "24 h", "1 day", "2 working days", "2 days")
DAYS = (dt.date(2026, 1, 1), dt.date(2026, 9, 1), dt.date(2027, 3, 1))
LINES = (
    "## Unusual cases", "It isn't our fault.", "- First look, then ask", "1. Call", "    - Deeper",
    "| You may give | Agent |", "|---|---|", "> Stay calm.", "```flowchart", "refund", "```", "",
    "", "Title", "---", "The limits are per case,", "and they are meant to be used.",
    "<!-- nobody sees this -->", "!!! note", "    Inside.", "up to 60 EUR", "**Bold** words.",
)  # fmt: skip

Steps = list[Step]


def ref(name: str) -> Ref:
    """Name something."""
    return Ref(name, HERE)


def sop(seed: int, size: int | None = None) -> Sop:
    """Make an SOP of a generated workflow, with a card and a text."""
    dice = random.Random(seed)
    made = generated.workflow(seed, size)
    steps = tuple(_dressed(step, dice) for step in made.steps)
    card = Card(id="made", title="Made up", summary="What to do.", responsible=ref("team-lead"))
    found = Sop("made", card, Workflow(steps), text(dice), "made.md", "made.workflow.yml", HERE)
    for _ in range(6):
        found = replace(found, card=mutated_card(found.card, dice))
    return found


def text(dice: random.Random) -> str:
    """Write some lines of Markdown."""
    return "\n".join(dice.choices(LINES, k=dice.randint(0, 14)))


def _dressed(step: Step, dice: random.Random) -> Step:
    if step.kind is not Kind.DO or dice.random() < 0.5:
        return step
    return replace(
        step,
        say=text(dice),
        note=text(dice),
        needs=tuple(dice.sample(WORDS, 2)),
        uses=(Resource(ref("crm")), Resource(None, "Guide", "https://guide.example.com")),
    )


def mutated(before: Sop, seed: int, edits: int) -> Sop:
    """Make a later version, some edits away."""
    dice = random.Random(seed)
    after = before
    for _ in range(edits):
        chance = dice.random()
        if chance < 0.2:
            after = replace(after, card=mutated_card(after.card, dice))
        elif chance < 0.3:
            after = replace(after, text=mutated_text(after.text, dice))
        elif chance < 0.35:
            assert after.workflow
            practice = mutated_practice(after.workflow, dice)
            after = replace(after, workflow=replace(after.workflow, practice=practice))
        else:
            assert after.workflow
            steps = dice.choice(EDITS)(list(after.workflow.steps), dice)
            after = replace(after, workflow=numbered(steps, after.workflow.practice))
    return after


def numbered(steps: Steps, practice: tuple[Question, ...] = ()) -> Workflow:
    """Number steps in the order given."""
    return Workflow(tuple(replace(step, number=n) for n, step in enumerate(steps, 1)), practice)


def mutated_practice(workflow: Workflow, dice: random.Random) -> tuple[Question, ...]:
    """Write a question to practise with, or drop one."""
    if workflow.practice and dice.random() < 0.4:
        return workflow.practice[1:]
    about = ref(dice.choice(workflow.steps).id) if dice.random() < 0.5 else None
    right, *others = dice.sample(WORDS, 3)
    wrong = tuple(Wrong(text, "no") for text in others)
    return (*workflow.practice, Question("What now?", right, wrong, step=about))


def mutated_text(before: str, dice: random.Random) -> str:
    """Add, drop, swap or reword a line."""
    lines = before.split("\n")
    place = dice.randrange(len(lines))
    chance = dice.random()
    if chance < 0.4:
        lines.insert(place, dice.choice(LINES))
    elif chance < 0.6:
        del lines[place]
    elif chance < 0.8:
        lines[place] += " " + dice.choice(WORDS)
    else:
        dice.shuffle(lines)
    return "\n".join(lines)


def mutated_card(card: Card, dice: random.Random) -> Card:
    """Change one thing on a card."""
    names = tuple(ref(name) for name in dice.sample(NAMES, dice.randint(0, 3)))
    day, time = dice.choice((None, *DAYS)), parse_duration(dice.choice(TIMES))
    assert time
    changes: dict[str, Any] = {
        "title": f"Made {dice.choice(WORDS)}",
        "summary": dice.choice(("", "What to do.", "What  to do.", "What not to do.")),
        "responsible": names[0] if names else None,
        "deputy": names[0] if names else None,
        "status": dice.choice(tuple(Status)),
        "approved": Approval(names[0] if names else None, day) if day else None,
        "effective": day,
        "review": dice.choice((None, Review(time, day), Review(by=day))),
        "audience": names,
        "channels": names,
        "reasons": names,
        "promise": tuple(Promise(name.target, time, HERE) for name in names),
        "measures": tuple(
            Target(name, Bound.AT_LEAST, f"{n} %", n, "%") for n, name in enumerate(names)
        ),
        "related": names,
        "replaces": names[0] if names else None,
        "improves": names[0] if names else None,
        "decide_by": day,
        "tags": tuple(dice.sample(WORDS, 2)),
        "aliases": tuple(dice.sample(WORDS, 2)),
    }
    fact = dice.choice(tuple(changes))
    return replace(card, **{fact: changes[fact]})


def _place(steps: Steps, dice: random.Random) -> int:
    return dice.randrange(len(steps))


def _free(name: str, steps: Steps) -> str:
    taken = {step.id for step in steps}
    names = (name, *(f"{name}-{number}" for number in range(2, len(steps) + 3)))
    return next(each for each in names if each not in taken)


def _renamed(steps: Steps, old: str, new: str) -> Steps:
    return [
        replace(
            step,
            id=new if step.id == old else step.id,
            joins=new if step.joins == old else step.joins,
            exits=_led(step.exits, old, new),
        )
        for step in steps
    ]


def _led(exits: tuple[Exit, ...], old: str, new: str) -> tuple[Exit, ...]:
    return tuple(replace(way, target=new) if way.target == old else way for way in exits)


def insert(steps: Steps, dice: random.Random) -> Steps:
    """Put a step before another one."""
    place = _place(steps, dice)
    follower = steps[place]
    text = dice.choice(generated.DEEDS)
    new = Step(
        _free(slug(text), steps), Kind.DO, 0, HERE, text, (Exit(follower.id),), (ref("agent"),)
    )
    led = [replace(step, exits=_led(step.exits, follower.id, new.id)) for step in steps]
    return [*led[:place], new, *led[place:]]


def remove(steps: Steps, dice: random.Random) -> Steps:
    """Take a step out; who led to it leads to what followed."""
    gone = steps[_place(steps, dice)]
    onward = next((way.target for way in gone.exits if way.target != gone.id), "")
    rest = [step for step in steps if step is not gone]
    if len(steps) == 1:
        return steps
    if onward:
        return [replace(step, exits=_led(step.exits, gone.id, onward)) for step in rest]
    return [
        replace(step, exits=tuple(way for way in step.exits if way.target != gone.id))
        for step in rest
    ]


def move(steps: Steps, dice: random.Random) -> Steps:
    """Move some neighbours elsewhere in the list alone."""
    start = _place(steps, dice)
    block = steps[start : start + dice.randint(1, 3)]
    rest = [step for step in steps if step not in block]
    place = dice.randint(0, len(rest))
    return [*rest[:place], *block, *rest[place:]]


def swap(steps: Steps, dice: random.Random) -> Steps:
    """Let two steps change places, in the flow as well."""
    one, other = (steps[_place(steps, dice)] for _ in range(2))
    names = {one.id: other.id, other.id: one.id}
    found = {one.id: replace(other, exits=one.exits), other.id: replace(one, exits=other.exits)}
    swapped = [found.get(step.id, step) for step in steps]
    return [
        replace(
            step,
            exits=tuple(
                replace(way, target=names.get(way.target, way.target)) for way in step.exits
            ),
        )
        for step in swapped
    ]


def reword(steps: Steps, dice: random.Random) -> Steps:
    """Write a step's sentence anew; its id follows, or is kept."""
    place = _place(steps, dice)
    step = steps[place]
    words = step.text.split() or ["Done"]
    words[dice.randrange(len(words))] = dice.choice(WORDS)
    said = " ".join(words)
    steps[place] = replace(step, text=said)
    return (
        steps if dice.random() < 0.4 else _renamed(steps, step.id, _free(slug(said) or "x", steps))
    )


def rename(steps: Steps, dice: random.Random) -> Steps:
    """Give a step another id, with or without a word about it."""
    place = _place(steps, dice)
    old = steps[place].id
    new = _free(f"n{dice.randrange(1000)}", steps)
    steps[place] = replace(steps[place], was=dice.choice(("", old)))
    return _renamed(steps, old, new)


def lead(steps: Steps, dice: random.Random) -> Steps:
    """Lead a way of a step elsewhere, or give it one more or one less."""
    place, other = _place(steps, dice), steps[_place(steps, dice)].id
    exits = list(steps[place].exits)
    chance = dice.random()
    if exits and chance < 0.6:
        exits[0] = replace(exits[0], target=other)
    elif chance < 0.8:
        exits.append(Exit(other, dice.choice(("maybe", "later", "poate"))))
    else:
        exits = exits[1:]
    steps[place] = replace(steps[place], exits=tuple(exits))
    return steps


def label(steps: Steps, dice: random.Random) -> Steps:
    """Change the words or the share of an answer, or the order of answers."""
    place = _place(steps, dice)
    exits = list(steps[place].exits)
    dice.shuffle(exits)
    if exits and dice.random() < 0.7:
        exits[0] = replace(exits[0], label=dice.choice(WORDS), share=dice.choice((None, 0.3)))
    steps[place] = replace(steps[place], exits=tuple(exits))
    return steps


def fact(steps: Steps, dice: random.Random) -> Steps:
    """Change a fact of a step."""
    place = _place(steps, dice)
    names = tuple(ref(name) for name in dice.sample(NAMES, dice.randint(0, 2)))
    time = parse_duration(dice.choice(TIMES))
    changes: dict[str, Any] = {
        "by": names,
        "to": names[0] if names else None,
        "sop": names[0] if names else None,
        "kind": dice.choice((Kind.DO, Kind.ASK, Kind.WAIT, Kind.END, Kind.ESCALATE)),
        "within": dice.choice((None, time)),
        "takes": dice.choice((None, time)),
        "after": dice.choice((None, time)),
        "when": dice.choice(("", "needed", "there is none yet")),
        "say": text(dice),
        "note": text(dice),
        "needs": tuple(dice.sample(WORDS, 2)),
        "gives": tuple(dice.sample(WORDS, 1)),
        "uses": (Resource(ref("crm")),),
        "automate": dice.choice(WORDS),
    }
    chosen = dice.choice(tuple(changes))
    steps[place] = replace(steps[place], **{chosen: changes[chosen]})
    return steps


EDITS: tuple[Callable[[Steps, random.Random], Steps], ...] = (
    insert, remove, move, swap, reword, rename, lead, label, fact, fact,
)  # fmt: skip
