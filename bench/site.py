"""What the charts cost: a department's SOPs built with sopbook, and the same text without it.

    python bench/site.py                 # 1,000 SOPs
    python bench/site.py --pages 100 --rounds 3

Both sites hold the same words in the same folders, with Material and `navigation.prune`. For
sopbook the steps are workflows, drawn and listed; for plain MkDocs they stand in the text as the
numbered list that an author would write there. Both are built in one run, in turns; CPU time is
user plus system of the whole process, memory its peak. The pages are the same for the same seed.
"""

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

SEED = 2026
PER_FOLDER = 25
QUESTIONS = 0.25
GOALS = {"CPU s": 1.25, "peak MiB": 1.2}
WORDS = (
    "agent",
    "customer",
    "order",
    "refund",
    "parcel",
    "invoice",
    "case",
    "call",
    "answer",
    "supervisor",
    "warranty",
    "delivery",
    "the",
    "a",
    "to",
    "of",
    "and",
    "in",
    "is",
    "with",
    "for",
    "on",
    "at",
    "by",
    "from",
    "within",
    "before",
    "after",
    "when",
    "their",
    "its",
    "every",
    "new",
    "open",
    "check",
    "confirm",
    "explain",
    "offer",
    "note",
    "send",
    "repeat",
    "promise",
    "return",
    "replace",
    "escalate",
    "record",
)
SITE = """\
site_name: Bench
site_url: https://sops.example.com/
use_directory_urls: false
theme:
  name: material
  font: false
  features: [navigation.prune, navigation.indexes]
plugins: [{plugins}]
markdown_extensions: [admonition, attr_list, def_list, footnotes, tables, pymdownx.superfences]
"""
ORGANISATION = """\
people:
  ana-ionescu: {name: Ana Ionescu, title: Team lead, email: ana@example.com, deputy: ion-marin}
  ion-marin: {name: Ion Marin, title: Support agent, email: ion@example.com}
roles:
  agent: {title: Support agent, people: [ion-marin], escalates_to: team-lead}
  team-lead: {title: Team lead, people: [ana-ionescu]}
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one build took."""

    cpu: float
    memory: float


@dataclass(frozen=True, slots=True)
class Sop:
    """A made-up SOP: words, and steps of which some are questions."""

    title: str
    text: str
    steps: tuple[tuple[str, bool], ...]


def sop(number: int) -> Sop:
    """Make up an SOP: 600 words in sections, three tables, 6 to 18 steps."""
    dice = random.Random(SEED + number)

    def words(count: int) -> str:
        return " ".join(dice.choices(WORDS, k=count))

    def table() -> str:
        rows = "".join(f"| {words(2)} | {words(3)} | {words(2)} |\n" for _ in range(5))
        return f"| When | Then | Who |\n|---|---|---|\n{rows}"

    sections = (f"## {words(3).capitalize()}\n\n{words(145)}.\n\n{table()}" for _ in range(3))
    steps = tuple(
        (words(5).capitalize(), dice.random() < QUESTIONS) for _ in range(dice.randint(6, 18))
    )
    return Sop(f"SOP {number} {words(2)}", "\n".join([*sections, words(60)]), steps)


def as_workflow(made: Sop) -> str:
    """Write the steps as sopbook reads them."""
    lines = ["steps:", "  - start: The customer calls"]
    for number, (text, is_question) in enumerate(made.steps):
        if is_question and number:
            back = f"step-{number - 1}"
            lines += [f"  - ask: {text}?", f"    id: step-{number}", "    by: agent"]
            lines += ["    answers:", "      yes: next", f"      no: {back}"]
        else:
            lines += [f"  - do: {text}", f"    id: step-{number}", "    by: agent"]
            lines += ["    within: 2 min", "    note: Open the record of the customer first."]
    return "\n".join([*lines, "  - end: Solved", ""])


def as_list(made: Sop) -> str:
    """Write the steps as an author would without sopbook."""
    lines = ["1.  The customer calls"]
    for text, is_question in made.steps:
        mark = "?\n\n    -   yes: next\n    -   no: back one step" if is_question else ""
        note = "" if is_question else "\n\n    Support agent, within 2 min. Open the record first."
        lines.append(f"1.  {text}{mark}{note}")
    return "\n".join([*lines, "1.  Solved", ""])


def write_site(
    root: Path,
    pages: int,
    plugins: str,
    write: Callable[[Path, Sop], None],
    per_folder: int = PER_FOLDER,
) -> None:
    """Write a site of so many SOPs, and its settings."""
    docs = root / "docs"
    docs.mkdir(parents=True)
    (root / "mkdocs.yml").write_text(SITE.format(plugins=plugins), encoding="utf-8")
    (docs / "index.md").write_text("# Bench\n", encoding="utf-8")
    for number in range(pages):
        folder = docs / f"area-{number // per_folder:03}"
        folder.mkdir(exist_ok=True)
        write(folder / f"sop-{number:05}", sop(number))


def write_ours(stem: Path, made: Sop) -> None:
    """Text and workflow, side by side."""
    card = f"title: {made.title}\nsummary: {made.title}.\nresponsible: ana-ionescu\n"
    card += "status: review\nreview: {every: 12 months, last: 2026-09-01}\n"
    stem.with_suffix(".md").write_text(f"---\n{card}---\n\n{made.text}\n", encoding="utf-8")
    stem.with_suffix(".workflow.yml").write_text(as_workflow(made), encoding="utf-8")


def write_plain(stem: Path, made: Sop) -> None:
    """All of it in the text."""
    head = f"---\ntitle: {made.title}\n---\n\n# {made.title}\n\n{made.title}."
    text = f"{head}\n\nAna Ionescu, Team lead.\n\n{as_list(made)}\n{made.text}\n"
    stem.with_suffix(".md").write_text(text, encoding="utf-8")


def build(root: Path) -> Cost:
    """Build a site in a process of its own, and see what the process took."""
    command = (sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", "site")
    env = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    with (root / "log").open("w") as log:
        process = subprocess.Popen(command, cwd=root, env=env, stdout=log, stderr=log)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit((root / "log").read_text())
    # Linux counts in KiB, macOS in bytes.
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def table(pages: int, ours: list[Cost], plain: list[Cost]) -> Iterator[str]:
    """Both costs side by side, medians of all rounds."""
    yield f"{pages} SOPs, {len(ours)} round(s)"
    yield f"{'':10}{'sopbook':>10}{'plain':>10}{'ratio':>8}{'goal':>8}"
    for name, pick in (("CPU s", lambda it: it.cpu), ("peak MiB", lambda it: it.memory)):
        one, other = (statistics.median(map(pick, costs)) for costs in (ours, plain))
        met = "met" if one / other <= GOALS[name] else "MISSED"
        yield f"{name:10}{one:10.1f}{other:10.1f}{one / other:8.2f}{GOALS[name]:8.2f}  {met}"


def main() -> None:
    """Write both sites into a temporary folder, build them in turns, print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="sopbook-bench-") as folder:
        ours, plain = Path(folder, "ours"), Path(folder, "plain")
        write_site(ours, asked.pages, "search, sopbook", write_ours)
        (ours / "docs/organisation.yml").write_text(ORGANISATION, encoding="utf-8")
        write_site(plain, asked.pages, "search", write_plain)
        costs = [(build(ours), build(plain)) for _ in range(asked.rounds)]
    print(*table(asked.pages, [it for it, _ in costs], [it for _, it in costs]), sep="\n")


if __name__ == "__main__":
    main()
