"""The command line: the same core as the site, without the host."""

import io
import sys
import traceback

import click

from sopbook.cli.carrying import history
from sopbook.cli.checking import check
from sopbook.cli.differing import diff
from sopbook.cli.digesting import digest
from sopbook.cli.drawing import draw
from sopbook.cli.explaining import explain
from sopbook.cli.folders import FAILED
from sopbook.cli.schemas import schema
from sopbook.cli.starting import new


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="sopbook")
def main() -> None:
    """Keep a department's SOPs: check, compare and draw them, begin new ones."""


for command in (check, diff, digest, draw, explain, history, new, schema):
    main.add_command(command)


def run() -> None:
    """Start the command line; whatever breaks in it must not look like findings to CI."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot write a letter shows its number, and the command goes on.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        main()
    except OSError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(FAILED)
    except Exception:  # noqa: BLE001 - ours to mend, so it is shown whole; only the code is chosen
        traceback.print_exc()
        sys.exit(FAILED)
