"""The command line, as people start it."""

import os
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner, Result

from sopbook.cli import main

ORGANISATION = """\
people:
  ana: {name: Ana Ionescu, email: ana@example.com}
roles:
  agent: {title: Agent, people: [ana]}
"""
GOOD = """\
title: Call
summary: What to do when a customer calls.
responsible: ana
steps:
  - do: Answer
    by: agent
  - end: Helped
"""
BAD = GOOD.replace("by: agent", "by: agnet")
# A step that nothing leads to: a warning.
WARNING = GOOD.replace("by: agent\n", "by: agent\n    then: done\n  - do: Greet\n    by: agent\n")
WARNING = WARNING.replace("- end", "- id: done\n    end")
ADVICE = "plugins:\n  - sopbook:\n      checks: {SOP210: advice}\ndocs_dir: sops\n"


def start(*words: str) -> Result:
    """Start it in this process."""
    return CliRunner().invoke(main, words)


def run(*words: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Start it in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "sopbook.cli", *words],
        cwd=cwd,
        env=os.environ | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
