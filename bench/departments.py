"""Departments for bench/search.py: near-alike SOPs in six languages, and what agents type for them.

One SOP for a reason, a product, its variant and a channel, as departments write them: same steps,
same sentences, other words in the title. The lists are in bench/words, one file a language.
The same SOPs and queries come out for the same seed.
"""

import json
import random
import tomllib
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

LISTS = Path(__file__).parent / "words"
CHANNELS = (
    "phone", "email", "letter", "website", "face-to-face", "social-media", "chat", "chatbot",
    "portal",
)  # fmt: skip
PER_FOLDER = 50
LITTLE = 3
"""Words up to so many letters say little of a step."""
OWN_STEP = "own"
SEED = 2026


@dataclass(frozen=True, slots=True)
class Case:
    """One SOP: places in the lists of a language."""

    reason: int
    noun: int
    variant: int
    channel: int

    @property
    def id(self) -> str:
        """Its id."""
        return f"s-{self.reason}-{self.noun}-{self.variant}-{self.channel}"

    @property
    def code(self) -> str:
        """A code that stands in its text and nowhere else."""
        number = ((self.reason * 10 + self.noun) * 5 + self.variant) * 9 + self.channel
        return f"KX-{(number * 7919 + 1234) % 90_000 + 10_000}"


@dataclass(frozen=True, slots=True)
class Query:
    """What is typed, the SOP that is meant, and the step, where its words are typed.

    In the SOP's id `*` stands for anything: where little was typed, more than one may be meant.
    """

    sort: str
    text: str
    sop: str
    step: str = ""


@dataclass(frozen=True, slots=True)
class Department:
    """The words of a language, and which SOPs there are."""

    words: dict[str, Any]
    cases: tuple[Case, ...]

    @property
    def language(self) -> str:
        """Its language."""
        return str(self.words["language"])

    def said(self, case: Case) -> dict[str, str]:
        """Give the words of an SOP."""
        reason, customer, step = self.words["reasons"][case.reason]
        noun, typed, part = self.words["nouns"][case.noun]
        return {
            "reason": reason,
            "customer": customer,
            "step": step,
            "noun": noun,
            "typed": typed,
            "part": part,
            "variant": self.words["variants"][case.variant],
            "channel": self.words["channels"][case.channel],
        }

    def write(self, root: Path) -> None:
        """Write the SOPs into a docs folder."""
        (root / "organisation.yml").parent.mkdir(parents=True, exist_ok=True)
        (root / "organisation.yml").write_text(_organisation(self), encoding="utf-8")
        (root / "index.md").write_text("# Home\n", encoding="utf-8")
        for number, case in enumerate(self.cases):
            folder = root / f"f{number // PER_FOLDER}"
            folder.mkdir(exist_ok=True)
            workflow, text = _sop(self, case)
            (folder / f"{case.id}.workflow.yml").write_text(workflow, encoding="utf-8")
            (folder / f"{case.id}.md").write_text(text, encoding="utf-8")

    def write_plain(self, root: Path) -> None:
        """Write the same words as plain Markdown, for a site without sopbook."""
        for number, case in enumerate(self.cases):
            folder = root / f"f{number // PER_FOLDER}"
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{case.id}.md").write_text(_plain_page(self, case), encoding="utf-8")
        (root / "index.md").write_text("# Home\n", encoding="utf-8")


def department(language: str, size: int) -> Department:
    """Make a department of so many SOPs."""
    words = tomllib.loads((LISTS / f"{language}.toml").read_text(encoding="utf-8"))
    ranges = (range(len(words[name])) for name in ("reasons", "nouns", "variants", "channels"))
    cases = [Case(*places) for places in product(*ranges)]
    random.Random(SEED).shuffle(cases)
    return Department(words, tuple(sorted(cases[:size], key=lambda case: case.id)))


def _organisation(found: Department) -> str:
    people = {f"p{place}": {"name": name} for place, name in enumerate(found.words["people"])}
    channels = {
        name: {"title": title}
        for name, title in zip(CHANNELS, found.words["channels"], strict=True)
    }
    return json.dumps({"people": people, "channels": channels}, ensure_ascii=False)


def _sop(found: Department, case: Case) -> tuple[str, str]:
    """Write the workflow and the text of an SOP. JSON is YAML, too."""
    words, said = found.words, found.said(case)
    greet, ask, note, tell, close = words["generic"]
    steps: list[dict[str, str]] = [
        {"start": greet},
        {"do": ask},
        {"id": "serial", "do": words["serial"].format(**said)},
        {"id": OWN_STEP, "do": said["step"]},
        {"do": note},
        {"id": "answer", "do": words["answer"].format(**said), "say": tell},
        {"end": close},
    ]
    card = {
        "title": words["title"].format(**said),
        "summary": words["summary"].format(**said),
        "responsible": f"p{(case.reason + case.noun) % len(words['people'])}",
        "status": "approved",
        "channels": [CHANNELS[case.channel]],
        "aliases": [said["customer"]],
    }
    text = f"{words['body'].format(**said)}\n\n## {words['unusual']}\n\n{case.code}. {tell}.\n"
    return json.dumps(card | {"steps": steps}, ensure_ascii=False), text


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
    return f"# {sop['title']}\n\n{sop['summary']} {sop['aliases'][0]}. {who}.\n\n{steps}{text}"


def queries(found: Department, count: int) -> Iterator[Query]:
    """Yield what agents type: `count` of each sort, for SOPs by chance."""
    chance = random.Random(SEED + 1)
    for case in chance.sample(found.cases, min(count, len(found.cases))):
        said = found.said(case)
        title = [said["noun"], said["variant"], said["reason"], said["channel"]]
        telling = [word.strip(",.") for word in said["step"].split() if len(word) > LITTLE]
        own = " ".join(chance.sample(telling, min(3, len(telling))))
        words = " ".join(title).split()
        rest = [said["noun"], said["variant"], said["channel"]]
        for sort, parts in {
            "title": title,
            "inflected": [said["reason"], said["typed"], said["variant"], said["channel"]],
            "customer": [said["customer"], *rest],
            "order": chance.sample(title, len(title)),
            "half": [_half(word) for word in words],
            "plain": [_plain(part) for part in title],
            "typo": _slip(title, chance),
            "hurried": [_half(_plain(word)) for word in chance.sample(words, len(words))],
        }.items():
            yield Query(sort, " ".join(parts).lower(), case.id)
        pair = [said["reason"], said["noun"]]
        some = f"s-{case.reason}-{case.noun}-*-*"
        yield Query("short", " ".join(_half(_plain(word)) for word in " ".join(pair).split()), some)
        yield Query("short typo", " ".join(_slip(pair, chance)), some)
        yield Query("short step", f"{own} {said['noun']}".lower(), some, OWN_STEP)
        yield Query("step", " ".join([own, *rest]).lower(), case.id, OWN_STEP)
        yield Query("code", case.code, case.id)
        yield Query("code typed", case.code.lower().replace("-", ""), case.id)


def _half(word: str) -> str:
    return word[: max(3, (len(word) * 3 + 4) // 5)]


def _plain(text: str) -> str:
    """Type without marks, as on a foreign keyboard."""
    letters = unicodedata.normalize("NFKD", text.replace("ı", "i"))  # noqa: RUF001
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _slip(parts: Sequence[str], chance: random.Random) -> list[str]:
    """Make one slip in one of the longer words."""
    words = " ".join(parts).split()
    place = chance.choice([at for at, word in enumerate(words) if len(word) > 4])  # noqa: PLR2004
    words[place] = _slipped(words[place], chance)
    return words


def _slipped(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word) - 1)
    other = chance.choice("aeinorst")
    return chance.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + other + word[at:],
            word[:at] + other + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )
