"""How strictly the demo can be built here."""

import subprocess
from pathlib import Path


def strictly(project: Path) -> tuple[str, ...]:
    """Give the option of `make site`: a clone without its past is warned of, and is still built."""
    ask = ("git", "rev-parse", "--is-shallow-repository")
    done = subprocess.run(ask, cwd=project, capture_output=True, text=True, check=False)
    return () if done.stdout.strip() == "true" else ("--strict",)
