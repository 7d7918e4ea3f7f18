"""The command line: the same core as the site, without the host."""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
import traceback
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from sopbook import assets
from sopbook.checks.policy import Policy, severities_of
from sopbook.core.diagnostic import Diagnostic
from sopbook.core.model import Sop
from sopbook.core.values import EXPECTED_ID, as_id, is_id
from sopbook.diagram.placement import Engine
from sopbook.docs_folder import read_folder
from sopbook.edition import Edition, edition
from sopbook.engines import ENGINES, engine_named
from sopbook.project import project_around
from sopbook.report import text as text_report
from sopbook.report.material import rooted

FOUND, FAILED = 1, 2
DEFAULT_FOLDER = "sops"


@dataclass(frozen=True, slots=True)
class Checked:
    """A docs folder that was read and checked."""

    root: Path
    edition: Edition

    def shown(self, only: Iterable[Path] = ()) -> tuple[Diagnostic, ...]:
        """Keep the findings in some files or folders; all where none is named."""
        kept = [_absolute(path) for path in only]
        if not kept:
            return self.edition.findings
        return tuple(
            found for found in self.edition.findings if _is_below(self.root / found.span.path, kept)
        )


class Failed(click.ClickException):
    """The command could not do its work; that is not the same as having found something."""

    exit_code = FAILED


def _is_below(file: Path, places: list[Path]) -> bool:
    return any(_absolute(file).is_relative_to(place) for place in places)


def _absolute(path: Path) -> Path:
    """Give the whole path, without following links: a finding may be about a link."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - `resolve` follows links, `absolute` keeps `..`


def docs_folder_of(path: Path) -> Path:
    """Find the docs folder around a path: the nearest one above that holds the organisation."""
    folder = path if path.is_dir() else path.parent
    for place in (folder, *folder.resolve().parents):
        if (place / "organisation.yml").is_file() or (place / "organisation").is_dir():
            return place
    return folder


def read_and_check(root: Path, on: dt.date | None = None) -> Checked:
    """Read a docs folder and check it, by the day and by what the project says about rules."""
    try:
        settings = project_around(root).settings
        severities = severities_of(settings.get("checks") or {})
    except ValueError as error:
        raise Failed(str(error)) from None
    return Checked(root, edition(*read_folder(root), policy=Policy(severities, on)))


def print_findings(checked: Checked, findings: tuple[Diagnostic, ...]) -> None:
    """Print findings; click leaves the colours out where the output is no terminal."""
    root = os.path.relpath(checked.root)
    prefix = "" if root == "." else f"{root}/"
    moved, texts = rooted(findings, checked.edition.texts, prefix)
    click.echo(text_report.render(moved, texts, style=text_report.COLOURS))


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="sopbook")
def main() -> None:
    """Keep a department's SOPs: check them, draw them, begin new ones."""


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD",
              help="The day to judge reviews and the like by; today unless given.")  # fmt: skip
def check(paths: tuple[Path, ...], on: dt.datetime | None) -> None:
    """Report every mistake in PATHS (files or folders; `sops` unless named).

    Exit codes: 0 nothing found, 1 something found, 2 the command itself failed.
    """
    named = paths or (_default_folder(),)
    day = (on or dt.datetime.now().astimezone()).date()
    found = False
    for root in dict.fromkeys(docs_folder_of(path) for path in named):
        checked = read_and_check(root, day)
        findings = checked.shown(path for path in named if docs_folder_of(path) == root)
        print_findings(checked, findings)
        found = found or bool(findings)
    sys.exit(FOUND if found else 0)


def _default_folder() -> Path:
    folder = Path(DEFAULT_FOLDER)
    return folder if folder.is_dir() else Path()


@main.command()
@click.option(
    "--into", type=click.Path(file_okay=False, path_type=Path), help="Write the schemas here."
)
@click.argument("name", type=click.Choice(["workflow", "organisation"]), required=False)
def schema(name: str | None, into: Path | None) -> None:
    """Print the JSON Schema of a workflow file or the organisation, for editors."""
    from sopbook.formats.json_schema import SCHEMAS  # noqa: PLC0415 - other commands start faster

    if into:
        for each, make in SCHEMAS.items():
            (into / f"{each}.schema.json").write_text(_as_json(make()), encoding="utf-8")
        return
    click.echo(_as_json(SCHEMAS[name or "workflow"]()), nl=False)


def _as_json(value: Mapping[str, object]) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


@main.command()
@click.argument("sop_id", metavar="SOP-ID")
@click.option("--into", default=DEFAULT_FOLDER, type=click.Path(file_okay=False, path_type=Path),
              show_default=True, help="The folder to write to.")  # fmt: skip
def new(sop_id: str, into: Path) -> None:
    """Begin an SOP: write a Markdown file and a workflow to fill in.

    The first SOP of a folder gets an organisation and a home page beside it.
    """
    if not is_id(sop_id):
        message = f"`{sop_id}` is not {EXPECTED_ID}. {as_id(sop_id)}"
        raise click.BadParameter(message.strip(), param_hint="SOP-ID")
    files = {into / f"{sop_id}{ending}": content for ending, content in assets.starter_files()}
    for file in files:
        if file.exists():
            raise Failed(f"{file} is there already; nothing was written")
    files |= _first_files(into)
    into.mkdir(parents=True, exist_ok=True)
    for file, content in files.items():
        file.write_text(content.replace("SOP-ID", sop_id), encoding="utf-8")
        click.echo(f"Wrote {file}")


def _first_files(into: Path) -> dict[Path, str]:
    """Give what a department's first SOP needs beside it, as far as it is not there."""
    root = docs_folder_of(into) if into.is_dir() else into
    missing = {root / name: content for name, content in assets.department_files()}
    return {file: content for file, content in missing.items() if not file.exists()}


@main.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path),
              help="Write the SVG here; `-` or nothing prints it.")  # fmt: skip
@click.option("--language", default=assets.DEFAULT_LANGUAGE, type=click.Choice(assets.languages()),
              help="The language of the words we add.")  # fmt: skip
@click.option("--engine", default=ENGINES[0], type=click.Choice(ENGINES), show_default=True,
              help="Who works out the places of the boxes.")  # fmt: skip
def draw(file: Path, output: Path | None, language: str, engine: str) -> None:
    """Draw the workflow in FILE as an SVG picture."""
    from sopbook.core.names import Names  # noqa: PLC0415 - other commands start faster
    from sopbook.diagram.draw import draw as draw_chart  # noqa: PLC0415

    checked = read_and_check(docs_folder_of(file))
    sop = _sop_in(checked, file)
    if sop is None or sop.workflow is None:
        print_findings(checked, checked.shown([file]))
        raise Failed(f"{file} has no workflow that can be drawn")
    names = Names(checked.edition.reading.library, assets.words(language))
    picture = draw_chart(
        sop.workflow, names, title=sop.title, engine=_engine(engine), standalone=True
    ).svg
    if output is None or str(output) == "-":
        click.echo(picture)
    else:
        output.write_text(picture + "\n", encoding="utf-8")


def _engine(name: str) -> Engine:
    try:
        return engine_named(name)
    except ImportError as error:
        raise Failed(str(error)) from None


def _sop_in(checked: Checked, file: Path) -> Sop | None:
    """Find the SOP that one of its two files belongs to."""
    path = file.resolve().relative_to(checked.root.resolve()).as_posix()
    sops = checked.edition.reading.library.sops.values()
    return next((sop for sop in sops if path in {sop.workflow_path, sop.markdown_path}), None)


def run() -> None:
    """Start the command line; whatever breaks in it must not look like findings to CI."""
    try:
        main()
    except OSError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(FAILED)
    except Exception:  # noqa: BLE001 - ours to mend, so it is shown whole; only the code is chosen
        traceback.print_exc()
        sys.exit(FAILED)


if __name__ == "__main__":
    run()
