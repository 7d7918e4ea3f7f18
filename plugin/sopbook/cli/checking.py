"""`sopbook check`: every mistake, as a report for a person or a program."""

import datetime as dt
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from sopbook.cli.folders import Failed, default_folder, docs_folder_of, read_and_check
from sopbook.cli.formats import (
    Wanted,
    format_named,
    print_report,
    reports_named,
    usual_format,
    write_reports,
)
from sopbook.core.diagnostic import Diagnostic, Severity, in_order
from sopbook.report.catalogue import FORMATS
from sopbook.report.material import Findings, Texts

FOUND = 1
_WEIGHTS = tuple(Severity)


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD",
              help="The day to judge reviews and the like by; today unless given.")  # fmt: skip
@click.option("--format", "name", default=usual_format, callback=format_named, metavar="NAME",
              help=f"What is printed: {', '.join(FORMATS)}. Unless given it is text, and github "
                   "under GitHub Actions.")  # fmt: skip
@click.option("--report", "reports", multiple=True, callback=reports_named, metavar="NAME=FILE",
              help="Write a report to a file, too; may be given several times.")  # fmt: skip
@click.option("--fail-on", type=click.Choice([each.value for each in Severity]),
              default=Severity.WARNING.value, show_default=True,
              help="How grave a finding must be for the exit code 1.")  # fmt: skip
def check(
    paths: tuple[Path, ...],
    on: dt.datetime | None,
    name: str,
    reports: tuple[Wanted, ...],
    fail_on: str,
) -> None:
    """Report every mistake in PATHS, files or folders.

    Unless named it is the docs folder of the project here, or `sops`.

    Exit codes: 0 nothing found, 1 something found, 2 the command itself failed.
    """
    day = (on or dt.datetime.now().astimezone()).date()
    findings, texts = _found(paths or _usual_paths(), day)
    write_reports(reports, findings, texts)
    print_report(name, findings, texts)
    sys.exit(FOUND if _is_grave(findings, Severity(fail_on)) else 0)


def _usual_paths() -> tuple[Path, ...]:
    folder = default_folder()
    if not folder.is_dir():
        message = f"The docs folder `{folder}` is not there; name the one to check."
        raise Failed(message)
    return (folder,)


def _found(paths: tuple[Path, ...], day: dt.date) -> tuple[Findings, Texts]:
    """Check the docs folders that some paths lie in, and keep what is found in these paths."""
    findings: list[Diagnostic] = []
    texts: dict[str, str] = {}
    roots = {path: docs_folder_of(path) for path in paths}
    for root in dict.fromkeys(roots.values()):
        only = [path for path in paths if roots[path] == root]
        found, read = read_and_check(root, day).shown(only)
        findings += found
        texts |= read
    return in_order(findings), texts


def _is_grave(findings: Iterable[Diagnostic], least: Severity) -> bool:
    return any(_WEIGHTS.index(found.severity) <= _WEIGHTS.index(least) for found in findings)
