"""Which reports are wanted, as named on the command line, and where each goes."""

import os
from pathlib import Path

import click

from sopbook.checks.rule import page_of
from sopbook.checks.rules import RULES
from sopbook.core.guesses import one_among
from sopbook.report import job_summary
from sopbook.report import text as text_report
from sopbook.report.catalogue import FORMATS, GITHUB, TEXT
from sopbook.report.material import Findings, Manual, Texts

Wanted = tuple[str, Path]
"""The name of a format, and the file a report in it is written to."""


def format_named(_context: click.Context, _option: click.Parameter, name: str) -> str:
    """Take the name of a format; an unknown one gets the nearest."""
    if name not in FORMATS:
        guess = one_among(name, FORMATS) or f"There are: {', '.join(FORMATS)}."
        message = f"`{name}` is not a format. {guess}"
        raise click.BadParameter(message)
    return name


def reports_named(
    context: click.Context, option: click.Parameter, values: tuple[str, ...]
) -> tuple[Wanted, ...]:
    """Take formats with files apart, as in `sarif=sops.sarif`; each file is written once."""
    wanted: dict[Path, str] = {}
    for value in values:
        name, _, written = value.partition("=")
        file, known = Path(written), format_named(context, option, name)
        if not written:
            message = f"No file is named for `{name}`: write `{name}=FILE`."
            raise click.BadParameter(message)
        if file in wanted:
            message = f"Two reports cannot both be written to `{file}`."
            raise click.BadParameter(message)
        wanted[file] = known
    return tuple((name, file) for file, name in wanted.items())


def usual_format() -> str:
    """Choose the format where none is named: what GitHub reads, where it is listening."""
    return GITHUB if os.environ.get("GITHUB_ACTIONS") == "true" else TEXT


def write_reports(wanted: tuple[Wanted, ...], findings: Findings, texts: Texts) -> None:
    """Write a file per report; a folder that is not there is made."""
    for name, file in wanted:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(_as_bytes(FORMATS[name](findings, texts, _manual())))


def print_report(name: str, findings: Findings, texts: Texts) -> None:
    """Print a report; click leaves the colours out where the output is no terminal."""
    if name == TEXT:
        click.echo(text_report.render(findings, texts, _manual(), text_report.COLOURS))
        return
    # Programs read it, and they expect UTF-8 whatever this terminal writes.
    click.echo(_as_bytes(FORMATS[name](findings, texts, _manual())), nl=False)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if name == GITHUB and summary:
        with Path(summary).open("ab") as file:
            file.write(_as_bytes(job_summary.render(findings, texts, _manual())))


def _manual() -> Manual:
    return {code: page_of(rule) for code, rule in RULES.items()}


def _as_bytes(report: str) -> bytes:
    """End with a line's end; a file's name may hold what UTF-8 cannot."""
    return f"{report}\n".encode("utf-8", "backslashreplace")
