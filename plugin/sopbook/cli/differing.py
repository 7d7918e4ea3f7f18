"""`sopbook diff`: what changed between two versions, for people who do not read diffs."""

import sys
from pathlib import Path

import click

from sopbook import assets

DIFFERENT = 1
_TEXT = "text"
_FORMS = (_TEXT, "markdown", "mermaid", "html", "json")


@click.command()
@click.argument("typed", nargs=-1, metavar="[REV[..REV]] [SOP]...")
@click.option("--format", "form", default=_TEXT, show_default=True, type=click.Choice(_FORMS),
              help="How it is written: markdown for a comment on a request to merge, html for a "
                   "page on its own, mermaid for the flowcharts alone.")  # fmt: skip
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path),
              help="Write to this file; `-` or nothing prints it.")  # fmt: skip
@click.option("--language", default=assets.DEFAULT_LANGUAGE, type=click.Choice(assets.languages()),
              help="The language of the sentences.")  # fmt: skip
@click.option("--exit-code", "by_code", is_flag=True,
              help="Exit with 1 where anything changed.")  # fmt: skip
def diff(
    typed: tuple[str, ...], form: str, output: Path | None, language: str, *, by_code: bool
) -> None:
    """Tell what changed in SOPs between two versions, in sentences and drawn.

    Without a version it is the last commit against the files as they are. `main` compares that
    version with the files, `v1..v2` two versions, and `main...change` what a branch changed since
    it left the other. SOPs are named by id, or by file or folder; unless any is named, it is all.

    Exit codes: 0 whatever changed, 2 the command itself failed; with --exit-code, 1 for changes.
    """
    from sopbook.cli.comparing import compared, written  # noqa: PLC0415 - others start faster

    comparison, names = compared(typed, language)
    file = None if output is None or str(output) == "-" else output
    report = written(form, comparison, names, in_colour=file is None)
    if file:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(_as_bytes(report))
    elif form == _TEXT:
        click.echo(report)  # It leaves the colours out where the output is no terminal.
    else:
        # Programs read it, and they expect UTF-8 whatever this terminal writes.
        click.echo(_as_bytes(report), nl=False)
    sys.exit(DIFFERENT if by_code and comparison else 0)


def _as_bytes(report: str) -> bytes:
    """End with a line's end; a file's name may hold what UTF-8 cannot."""
    return f"{report}\n".encode("utf-8", "backslashreplace")
