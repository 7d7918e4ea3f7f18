"""`python -m sopbook.cli` is `sopbook`."""

from sopbook.cli import run

run()
