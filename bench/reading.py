"""What reading and checking cost, how memory grows with it, and how soon harm is refused.

`python bench/reading.py`. Ratios are of CPU time in this one process; other times are this
machine's, for comparing them with one another.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from sopbook.core.reading import read_library
from sopbook.edition import edition
from tests.unit.core.test_hostile import HOSTILE

COUNT = 1_000
ORGANISATION = (
    b"roles:\n  agent: {title: Agent}\n  lead: {title: Lead}\ntools:\n  crm: {title: CRM}\n"
)
STEP = (
    "  - do: Do thing {n}\n    by: agent\n    takes: 1-2 min\n    within: 3 min\n"
    "    needs: [paper {n}]\n    note: |\n      With *care*.\n"
)
ASK = (
    "  - ask: Question {n}?\n    by: customer\n    answers:\n      yes: next\n      no:\n"
    "        - escalate: Hand over {n}\n          to: lead\n          after: 10 min\n"
    "        - end: Lead has it {n}\n"
)


def sops(count: int = COUNT) -> Mapping[str, bytes]:
    """Make workflows of twenty steps."""
    steps = "".join((ASK if n % 4 == 0 else STEP).format(n=n) for n in range(1, 13))
    text = (
        "title: SOP {}\nsummary: What to do.\nresponsible: lead\npromise: {{resolution: 24 h}}\n"
        "steps:\n"
    ) + steps.replace("{", "{{").replace("}", "}}")
    files = {f"sop-{n}.workflow.yml": f"{text}  - end: Done\n".format(n) for n in range(count)}
    return {"organisation.yml": ORGANISATION} | {path: t.encode() for path, t in files.items()}


def cpu(work: Callable[[], object]) -> float:
    """Time one run, in seconds of CPU."""
    start = time.process_time()
    work()
    return time.process_time() - start


def command(count: int) -> tuple[float, float]:
    """Run `sopbook check` on so many workflows: seconds of CPU, and MB at the most."""
    with TemporaryDirectory() as folder:
        for path, data in sops(count).items():
            Path(folder, path).write_bytes(data)
        process = subprocess.Popen(
            [sys.executable, "-m", "sopbook.cli", "check", folder], stdout=subprocess.DEVNULL
        )
        used = os.wait4(process.pid, 0)[2]
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def grown() -> None:
    """Print what the command costs by the number of SOPs."""
    print("sopbook check, the whole process: SOPs, CPU in s, memory in MB")
    for count in (1, COUNT // 2, COUNT, 2 * COUNT):
        spent, memory = command(count)
        print(f"  {count:6} {spent:6.2f} {memory:6.0f}")


def main() -> None:
    """Print the tables."""
    grown()  # First: a process begins with its parent's memory in this count.
    files = sops()
    ours = min(cpu(lambda: edition(files)) for _ in range(3))
    theirs = min(
        cpu(lambda: [yaml.load(t, yaml.CSafeLoader) for t in files.values()]) for _ in range(3)
    )
    print(
        f"{COUNT} SOPs read and checked: {ours:.2f} s, {ours / theirs:.2f}x PyYAML's C loader alone"
    )
    spent = {
        name: cpu(partial(read_library, {"x.workflow.yml": HOSTILE[name]})) for name in HOSTILE
    }
    slowest = sorted(spent, key=lambda name: -spent[name])[:8]
    print(f"{len(spent)} hostile files: the slowest to be refused, in ms")
    for name in slowest:
        print(f"  {name:20} {spent[name] * 1000:8.1f}")


if __name__ == "__main__":
    main()
