"""`sopbook new`: the files of an SOP to fill in."""

import re
from collections.abc import Mapping
from pathlib import Path

import click

from sopbook import assets
from sopbook.cli.folders import Failed, default_folder, docs_folder_around, seen
from sopbook.core.reading import read_library
from sopbook.core.source_files import is_organisation
from sopbook.core.values import EXPECTED_ID, as_id, is_id
from sopbook.docs_folder import read_folder

# What stands in the files to fill in for names that each department has of its own.
_ID, _ACTS, _ANSWERS = "SOP-ID", "WHO-ACTS", "WHO-ANSWERS"


@click.command()
@click.argument("sop_id", metavar="SOP-ID")
@click.option("--into", type=click.Path(file_okay=False, path_type=Path),
              help="The folder to write to; the docs folder of the project here, or `sops`, unless "
                   "given.")  # fmt: skip
def new(sop_id: str, into: Path | None) -> None:
    """Begin an SOP: write a Markdown file and a workflow to fill in.

    The first SOP of a folder gets an organisation and a home page beside it.
    """
    if not is_id(sop_id):
        message = f"`{sop_id}` is not {EXPECTED_ID}. {as_id(sop_id)}"
        raise click.BadParameter(message.strip(), param_hint="SOP-ID")
    folder = into or default_folder()
    files = {folder / f"{sop_id}{ending}": content for ending, content in assets.starter_files()}
    for file in files:
        if file.exists():
            message = f"{seen(file)} is there already; nothing was written"
            raise Failed(message)
    first = _first_files(folder)
    names = _names(folder, first)
    folder.mkdir(parents=True, exist_ok=True)
    for file, content in (files | first).items():
        file.write_text(_filled(content, names | {_ID: sop_id}), encoding="utf-8")
        click.echo(f"Wrote {seen(file)}")


def _first_files(into: Path) -> dict[Path, str]:
    """Give what a department's first SOP needs beside it, as far as it is not there."""
    root = docs_folder_around(into) or into
    missing = {root / name: content for name, content in assets.department_files()}
    return {file: content for file, content in missing.items() if not file.exists()}


def _names(into: Path, first: Mapping[Path, str]) -> dict[str, str]:
    """Choose who acts and who answers in the new SOP, among those that are known here."""
    begun = {file.name: text.encode() for file, text in first.items() if is_organisation(file.name)}
    sources = begun or read_folder(docs_folder_around(into) or into)[0]
    who = read_library(sources).library.organisation
    acting = next((name for name in (*who.roles, *who.people) if who.is_colleague(name)), "")
    above = who.roles[acting].escalates_to if acting in who.roles else None
    return {_ACTS: acting, _ANSWERS: above.target if above else acting}


def _filled(content: str, names: Mapping[str, str]) -> str:
    """Put names in their places; a line whose name is not known waits as a comment."""
    for place, name in names.items():
        line = re.compile(rf"^( *)(\S+: ){place}", re.MULTILINE)
        content = content.replace(place, name) if name else line.sub(r"\1# \2…", content)
    return content
