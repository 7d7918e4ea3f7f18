"""Departments for bench/search.py: near-alike SOPs in six languages, written as departments do.

An SOP is about an operation on an object (a refund of a deposit) for a product or a country, and a
kind of customer, a circumstance or a channel. They come in families: titles of four to seven words
of which one tells the siblings apart; hundreds share each step, a third has an alias, texts name
what other SOPs are about. The lists are in bench/words, one file a language; what agents type is
in bench/queries.py. The same SOPs come out for the same seed.
"""

import json
import random
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LISTS = Path(__file__).parent / "words"
CHANNELS = (
    "phone", "email", "letter", "website", "face-to-face", "social-media", "chat", "portal",
)  # fmt: skip
PRODUCTS = (
    "Solis", "Norvik", "Alba", "Tessera", "Corvo", "Lumen", "Vesta", "Marlo", "Pellio", "Quanta",
    "Brisa", "Ondara",
)  # fmt: skip
MODELS = ("", " Mini", " Plus", " 250")
TOOLS = ("CRM", "Atlas", "Ledger", "Helios")
PER_FOLDER = 50
OWN_STEP = "own"
SEED = 2026
SIBLINGS = (3, 7)
EVERY_ALIAS = 3


@dataclass(frozen=True, slots=True)
class Case:
    """One SOP: its number, and places in the lists of a language."""

    number: int
    operation: int
    object: int
    mark: int
    tail: int

    @property
    def id(self) -> str:
        """Its id."""
        return f"s-{self.operation}-{self.object}-{self.mark}-{self.tail}"

    @property
    def code(self) -> str:
        """A code that stands in its text and nowhere else."""
        return f"KX-{(self.number * 7919 + 1234) % 90_000 + 10_000}"

    @property
    def has_alias(self) -> bool:
        """Whether somebody wrote down how customers put it."""
        return self.number % EVERY_ALIAS == 0


@dataclass(frozen=True, slots=True)
class Department:
    """The words of a language, and which SOPs there are."""

    words: dict[str, Any]
    cases: tuple[Case, ...]

    @property
    def language(self) -> str:
        """Its language."""
        return str(self.words["language"])

    @property
    def marks(self) -> Sequence[Sequence[str]]:
        """Products and countries: in a title, and as typed."""
        products = [f"{product}{model}" for product in PRODUCTS for model in MODELS]
        return [*((name, name) for name in products), *self.words["countries"]]

    @property
    def tails(self) -> Sequence[Sequence[str]]:
        """What tells siblings apart: in a title, and as typed."""
        return [*self.words["tails"], *((name, name) for name in self.words["channels"])]

    def owner(self, case: Case) -> int:
        """Say who is responsible."""
        return (case.operation * 3 + case.object) % len(self.words["people"])

    def named(self, case: Case) -> dict[str, str]:
        """Give what its title names."""
        return {
            "operation": self.words["operations"][case.operation][0],
            "object": self.words["objects"][case.object][0],
            "mark": self.marks[case.mark][0],
            "tail": self.tails[case.tail][0],
        }

    def title(self, case: Case) -> str:
        """Give its title."""
        title = str(self.words["title"]).format(**self.named(case))
        return title[0].upper() + title[1:]

    def write(self, root: Path) -> None:
        """Write the SOPs into a docs folder."""
        root.mkdir(parents=True, exist_ok=True)
        (root / "organisation.yml").write_text(_organisation(self), encoding="utf-8")
        (root / "index.md").write_text("# Home\n", encoding="utf-8")
        for case in self.cases:
            folder = root / f"f{case.number // PER_FOLDER}"
            folder.mkdir(exist_ok=True)
            workflow, text = _sop(self, case)
            (folder / f"{case.id}.workflow.yml").write_text(workflow, encoding="utf-8")
            (folder / f"{case.id}.md").write_text(text, encoding="utf-8")

    def write_plain(self, root: Path) -> None:
        """Write the same words as plain Markdown, for a site without sopbook."""
        for case in self.cases:
            folder = root / f"f{case.number // PER_FOLDER}"
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{case.id}.md").write_text(_plain_page(self, case), encoding="utf-8")
        (root / "index.md").write_text("# Home\n", encoding="utf-8")


def department(language: str, size: int) -> Department:
    """Make a department of so many SOPs."""
    words = tomllib.loads((LISTS / f"{language}.toml").read_text(encoding="utf-8"))
    found = Department(words, ())
    places = sorted(_places(found, size))
    return Department(words, tuple(Case(number, *place) for number, place in enumerate(places)))


def _places(found: Department, size: int) -> set[tuple[int, int, int, int]]:
    """Choose families, and some siblings of each."""
    chance = random.Random(SEED)
    lists = (found.words["operations"], found.words["objects"], found.marks)
    chosen: set[tuple[int, int, int, int]] = set()
    while len(chosen) < size:
        one, other, mark = (chance.randrange(len(words)) for words in lists)
        tails = chance.sample(range(len(found.tails)), chance.randint(*SIBLINGS))
        chosen.update((one, other, mark, tail) for tail in tails[: size - len(chosen)])
    return chosen


def _organisation(found: Department) -> str:
    people = {f"p{place}": {"name": name} for place, name in enumerate(found.words["people"])}
    channels = {
        name: {"title": title}
        for name, title in zip(CHANNELS, found.words["channels"], strict=True)
    }
    return json.dumps({"people": people, "channels": channels}, ensure_ascii=False)


def _sop(found: Department, case: Case) -> tuple[str, str]:
    """Write the workflow and the text of an SOP. JSON is YAML, too."""
    words = found.words
    _, _, customer, _ = words["operations"][case.operation]
    said = found.named(case) | {
        "object": words["objects"][case.object][2],
        "tool": TOOLS[case.number % len(TOOLS)],
    }
    card: dict[str, Any] = {
        "title": found.title(case),
        "summary": words["summary"].format(**said),
        "responsible": f"p{found.owner(case)}",
        "status": "approved",
        "channels": list(_channels(found, case)),
        "aliases": [customer] if case.has_alias else [],
        "steps": list(_steps(found, case, said)),
    }
    text = f"{_noise(found, case, 0)}\n\n## {words['unusual']}\n\n{_noise(found, case, 1)}\n"
    return json.dumps(card, ensure_ascii=False), text


def _channels(found: Department, case: Case) -> Iterator[str]:
    """Name the channel of its title, or two as they come."""
    own = case.tail - len(found.words["tails"])
    if own >= 0:
        yield CHANNELS[own]
    else:
        yield from (CHANNELS[(case.number + gap) % len(CHANNELS)] for gap in (0, 3))


def _steps(found: Department, case: Case, said: dict[str, str]) -> Iterator[dict[str, str]]:
    """Give steps that hundreds have, and in their midst the one of this operation."""
    chance = random.Random(case.number)
    words = found.words
    greet, *generic = (step.format(**said) for step in words["generic"])
    before, between, after = chance.sample(generic, 3)
    yield {"start": greet}
    yield {"do": before}
    yield {"do": between}
    yield {"id": OWN_STEP, "do": words["operations"][case.operation][3]}
    yield {"id": "answer", "do": after, "say": words["say"]}
    yield {"end": words["close"].format(**said)}


def _noise(found: Department, case: Case, part: int) -> str:
    """Write what a text says of other SOPs; the second part has the code of this one."""
    chance = random.Random(case.number * 2 + part)
    said = {
        "other": chance.choice(found.marks)[0],
        "elsewhere": chance.choice(found.words["countries"])[0],
        "thing": chance.choice(found.words["objects"])[2],
        "form": f"FZ-{chance.randrange(100, 160)}",
        "number": chance.randrange(2, 40),
        "year": chance.randrange(2015, 2026),
    }
    lines = [line.format(**said) for line in chance.sample(found.words["noise"], 3)]
    return " ".join([*lines[:2], *([f"{case.code}."] if part else []), *lines[2:]])


def _plain_page(found: Department, case: Case) -> str:
    """Write an SOP as one does without sopbook: each step a heading that can be linked."""
    workflow, text = _sop(found, case)
    sop = json.loads(workflow)
    who = found.words["people"][int(sop["responsible"][1:])]
    steps = "".join(
        f"## {next(step[kind] for kind in ('start', 'do', 'end') if kind in step)} "
        f"{{#{step.get('id', f'at-{place}')}}}\n\n{step.get('say', '')}\n\n"
        for place, step in enumerate(sop["steps"])
    )
    about = " ".join([sop["summary"], *sop["aliases"]])
    return f"# {sop['title']}\n\n{about} {who}.\n\n{steps}{text}"
