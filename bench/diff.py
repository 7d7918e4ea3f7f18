"""What old versions cost: 200 SOPs of 20 steps with 20 revisions each, read, compared and told.

`python bench/diff.py`. All of it is done as for a build without a cache: each version is read
once, by its two files, and compared with the one before it. Then the worst that anybody may write:
long flows in which nothing kept its place or its words, and long texts without a word in common.
"""

import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TypeVar

from sopbook import assets
from sopbook.core.model import Card, Sop, Step, Workflow
from sopbook.core.reading import read_library
from sopbook.core.span import Span
from sopbook.history.changes.diff import diff
from sopbook.history.changes.sentences import sentences
from tests import generated

T = TypeVar("T")
SOPS, REVISIONS, STEPS = 200, 20, 14
MOST = 8.0
"""Seconds of CPU that all of it may take, with git's part, which is not measured here."""
NAMES = generated.names(assets.words("en"))
EDITS = ("reword", "reword", "insert", "insert", "remove", "move", "text", "text", "card")
CARD = """---
title: SOP {n}
summary: What to do.
responsible: team-lead
status: approved
approved: {{by: team-lead, on: 2026-09-{day:02}}}
review: {{every: 6 months, last: 2026-09-01}}
promise: {{first response: {wait} s}}
tags: [returns]
---

"""
DO = """  - do: {text}
    by: agent
    within: 30 s
    note: |
      With *care*.
    uses: [crm]
"""
ASK = """  - ask: {text}?
    by: customer
    answers:
      yes: next
      no:
        - escalate: Hand over {text}
          to: team-lead
        - end: Lead has it {text}
"""


@dataclass
class Author:
    """Writes an SOP, then changes one thing at a time, as departments do."""

    number: int
    dice: random.Random
    steps: list[str] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    day: int = 1
    wait: int = 30

    def write(self) -> dict[str, bytes]:
        """Give both files as they are now."""
        steps = "".join(self.steps) + "  - end: Done\n"
        card = CARD.format(n=self.number, day=self.day, wait=self.wait)
        text = card + "## How\n\n" + "\n\n".join(self.paragraphs) + "\n"
        return {"x.md": text.encode(), "x.workflow.yml": f"steps:\n{steps}".encode()}

    def revise(self) -> None:
        """Change one thing."""
        place = self.dice.randrange(len(self.steps))
        match self.dice.choice(EDITS):
            case "reword":
                self.steps[place] = self.step()
            case "insert":
                self.steps.insert(place, self.step())
            case "remove":
                del self.steps[place]
            case "move":
                self.steps.insert(0, self.steps.pop(place))
            case "text":
                self.paragraphs[self.dice.randrange(len(self.paragraphs))] = self.paragraph()
            case _:
                self.day, self.wait = self.dice.randint(1, 28), self.dice.choice((20, 30, 60))

    def step(self) -> str:
        """Write a step with what a step has; every fifth is a question."""
        text = f"{self.dice.choice(generated.DEEDS)} {self.dice.randint(1, 99)}"
        return self.dice.choice((ASK, DO, DO, DO, DO)).format(text=text)

    def paragraph(self) -> str:
        """Write a paragraph of some sentences."""
        return " ".join(self.dice.choice(generated.DEEDS) + "." for _ in range(6))


def revisions(number: int) -> Iterator[dict[str, bytes]]:
    """Yield the versions of one SOP, oldest first."""
    author = Author(number, random.Random(number))
    author.steps = [author.step() for _ in range(STEPS)]
    author.paragraphs = [author.paragraph() for _ in range(6)]
    for _ in range(REVISIONS):
        yield author.write()
        author.revise()


def read(files: dict[str, bytes]) -> Sop:
    """Read one version."""
    return read_library(files).library.sops["x"]


class Clock:
    """Adds up CPU time by what it was spent on."""

    def __init__(self) -> None:
        """Begin at nothing."""
        self.spent: dict[str, list[float]] = defaultdict(list)

    def run(self, what: str, work: Callable[[], T]) -> T:
        """Do something, and note what it cost."""
        start = time.process_time()
        done = work()
        self.spent[what].append(time.process_time() - start)
        return done


def tell(number: int, clock: Clock) -> None:
    """Read, compare and tell the versions of one SOP, and forget them as a build does."""
    before: Sop | None = None
    for files in revisions(number):
        after = clock.run("read", partial(read, files))
        changes = clock.run("compared", partial(diff, before, after))
        clock.run("told", partial(sentences, changes, before, after, NAMES))
        before = after


def hostile() -> Iterator[tuple[str, Sop, Sop]]:
    """Yield versions that nobody writes who means well."""
    dice = random.Random(1)
    long, other = generated.workflow(1, 1_000), renamed(generated.workflow(2, 1_000))
    shuffled = dice.sample(long.steps, len(long.steps))
    alike = tuple(replace(step, text="All the same") for step in long.steps)
    yield "1,000 strange steps", sop(long), sop(other)
    yield "1,000 renamed steps", sop(long), sop(renamed(long))
    yield "1,000 shuffled steps", sop(long), sop(numbered(shuffled))
    yield "1,000 steps alike", sop(Workflow(alike)), sop(renamed(Workflow(alike)))
    words = dice.choices(("to", "be", "or", "not"), k=200_000)
    yield "200,000 words", sop(None, " ".join(words)), sop(None, " ".join(reversed(words)))
    lines = [f"- Item {number}" for number in range(20_000)]
    yield "20,000 items", sop(None, "\n".join(lines)), sop(None, "\n".join(reversed(lines)))
    alike_lines = dice.choices(lines[:20], k=20_000)
    yield "20,000 items alike", sop(None, "\n".join(lines)), sop(None, "\n".join(alike_lines))


def sop(workflow: Workflow | None, text: str = "") -> Sop:
    """Make an SOP of a flow or a text."""
    return Sop("x", Card(id="x", title="X"), workflow, text, "x.md", "x.workflow.yml", Span("x"))


def renamed(workflow: Workflow) -> Workflow:
    """Give every step another id."""
    steps = (
        replace(
            step,
            id=f"other-{step.id}",
            joins=step.joins and f"other-{step.joins}",
            exits=tuple(replace(way, target=f"other-{way.target}") for way in step.exits),
        )
        for step in workflow.steps
    )
    return Workflow(tuple(steps))


def numbered(steps: Iterable[Step]) -> Workflow:
    """Number steps in the order given."""
    return Workflow(tuple(replace(step, number=n) for n, step in enumerate(steps, 1)))


def main() -> None:
    """Print the tables."""
    clock = Clock()
    for number in range(SOPS):
        tell(number, clock)
    print(f"{SOPS} SOPs with {REVISIONS} revisions each: CPU in s, and in ms each")
    for what, spent in clock.spent.items():
        print(f"  {what:22} {sum(spent):6.2f} {sum(spent) / len(spent) * 1000:8.2f}")
    print(f"  all, of at most {MOST:g} s  {sum(map(sum, clock.spent.values())):6.2f}")
    print("The worst: compared and told, in ms")
    for what, before, after in hostile():
        worst = Clock()
        changes = worst.run("compared", partial(diff, before, after))
        worst.run("told", partial(sentences, changes, before, after, NAMES))
        print(f"  {what:22}", *(f"{spent[0] * 1000:8.0f}" for spent in worst.spent.values()))


if __name__ == "__main__":
    main()
