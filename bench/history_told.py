"""What telling the histories of many SOPs costs, cold and warm.

`.venv/bin/python bench/history_told.py`

A made-up repository: every SOP changes in most of its revisions in what it says, who does it, how
long it may take, or in its steps. It is told twice, each time in a process of its own: first with
nothing known, then with what the first one kept. Both must tell the same.
"""

import argparse
import hashlib
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from sopbook import assets
from sopbook.core.names import Names
from sopbook.docs_folder import read_folder
from sopbook.edition import edition
from sopbook.history.git_chronicle import Chronicler, Place

SEED = 2026
STEPS = 20
GOALS = {"cold": 8.0, "warm": 0.5}
START = 1_767_250_800
WORDS = [
    "answer",
    "ask",
    "book",
    "call",
    "case",
    "check",
    "close",
    "confirm",
    "customer",
    "explain",
    "invoice",
    "listen",
    "note",
    "offer",
    "open",
    "order",
    "parcel",
    "photo",
    "record",
    "refund",
    "repeat",
    "reply",
    "return",
    "send",
    "thank",
    "wait",
    "warranty",
    "write",
]
ORGANISATION = """\
people:
  ana: {name: Ana Ionescu, email: ana@example.com}
roles:
  agent: {title: Support agent, people: [ana], escalates_to: lead}
  lead: {title: Team lead, people: [ana]}
"""


class Flow:
    """A made-up SOP that is worked on."""

    def __init__(self, number: int) -> None:
        """Write the first version."""
        self.number, self.dice = number, random.Random(SEED + number)
        self.steps = [self._step(place) for place in range(STEPS)]

    def _step(self, place: int) -> dict[str, str]:
        kind = "ask" if self.dice.random() < 0.25 else "do"  # noqa: PLR2004 - a quarter
        text = " ".join(self.dice.choices(WORDS, k=5)).capitalize()
        return {"kind": kind, "text": text, "id": f"s{place}-{self.dice.randrange(10**6)}",
                "by": "agent", "within": "2 min"}  # fmt: skip

    def change(self) -> None:
        """Change one step, or two."""
        for _ in range(self.dice.randint(1, 2)):
            step = self.dice.choice(self.steps)
            match self.dice.randrange(6):
                case 0:
                    step["text"] = f"{step['text']} {self.dice.choice(WORDS)}"
                case 1:
                    step["by"] = self.dice.choice(("agent", "lead"))
                case 2:
                    step["within"] = f"{self.dice.randint(1, 30)} min"
                case 3:
                    self.steps.insert(self.dice.randrange(len(self.steps)), self._step(99))
                case 4:
                    self.steps.remove(step)
                case _:
                    self.steps.sort(key=lambda each: each is step)

    def written(self) -> str:
        """Write it as a file."""
        lines = [f"title: SOP {self.number}", "responsible: ana", "steps:", "  - start: A call"]
        for place, step in enumerate(self.steps):
            lines += [f"  - {step['kind']}: {step['text']}{'?' * (step['kind'] == 'ask')}",
                      f"    id: {step['id']}", f"    by: {step['by']}"]  # fmt: skip
            if step["kind"] == "ask":
                back = self.steps[max(place - 1, 0)]["id"]
                lines += ["    answers:", "      yes: next", f"      no: {back}"]
            else:
                lines.append(f"    within: {step['within']}")
        return "\n".join([*lines, "  - end: Solved", ""])


def stream(flows: int, revisions: int) -> Iterator[bytes]:
    """Write the repository as git imports it."""
    made = [Flow(number) for number in range(flows)]
    yield from _commit("The organisation", 0, "sops/organisation.yml", ORGANISATION)
    for revision in range(revisions):
        for flow in made:
            if revision:
                flow.change()
            place = 1 + revision * flows + flow.number
            path = f"sops/sop-{flow.number:04}.workflow.yml"
            yield from _commit(f"Change {revision}", place, path, flow.written())


def _commit(message: str, place: int, path: str, text: str) -> Iterator[bytes]:
    person = f"Ana Ionescu <ana@example.com> {START + place * 3600} +0000"
    yield b"commit refs/heads/main\n"
    yield f"committer {person}\n".encode()
    yield _data(message) + f"M 100644 inline {path}\n".encode() + _data(text)


def _data(text: str) -> bytes:
    return b"data %d\n%s\n" % (len(text.encode()), text.encode())


def git(top: Path, *arguments: str, given: bytes = b"") -> None:
    """Run git, deaf to the machine's settings."""
    env = os.environ | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(("git", *arguments), cwd=top, env=env, input=given, check=True)


def tell(top: Path) -> None:
    """Tell the histories once, and print what that took; git's own time is counted, too."""
    docs = top / "sops"
    folder = read_folder(docs)
    names = Names(edition(*folder).reading.library, assets.words("en"))
    start = _cpu()
    found = Chronicler(Place(docs, top / ".cache")).chronicle(names, folder[0])
    took = _cpu() - start
    told = hashlib.sha256(repr(found).encode()).hexdigest()
    count = sum(len(each.sentences) for _, each in found.news())
    print(json.dumps({"cpu": took, "told": told, "sentences": count}))


def _cpu() -> float:
    times = os.times()
    return time.process_time() + times.children_user + times.children_system


def main() -> None:
    """Make the repository, tell it cold and warm, print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--flows", type=int, default=200)
    parser.add_argument("--revisions", type=int, default=20)
    parser.add_argument("--tell", type=Path)
    asked = parser.parse_args()
    if asked.tell:
        tell(asked.tell)
        return
    with tempfile.TemporaryDirectory(prefix="sopbook-bench-") as folder:
        top = Path(folder)
        git(top, "init", "--quiet", "--initial-branch=main")
        data = b"".join(stream(asked.flows, asked.revisions))
        git(top, "fast-import", "--quiet", given=data)
        git(top, "reset", "--quiet", "--hard")
        again = (sys.executable, __file__, "--tell", folder)
        found = {name: json.loads(subprocess.check_output(again)) for name in GOALS}
    print(f"{asked.flows} workflows x {asked.revisions} revisions,"
          f" {found['cold']['sentences']} sentences")  # fmt: skip
    for name, goal in GOALS.items():
        met = "met" if found[name]["cpu"] <= goal else "MISSED"
        print(f"{name:6}{found[name]['cpu']:8.2f} CPU s, at most {goal:.1f}: {met}")
    print("identical" if found["cold"]["told"] == found["warm"]["told"] else "DIFFERENT")


if __name__ == "__main__":
    main()
