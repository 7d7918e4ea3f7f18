"""`sopbook new`: the files of an SOP to fill in."""

from pathlib import Path

import click

from sopbook import assets
from sopbook.cli.folders import Failed, default_folder, docs_folder_around, seen
from sopbook.core.values import EXPECTED_ID, as_id, is_id


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
    files |= _first_files(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for file, content in files.items():
        file.write_text(content.replace("SOP-ID", sop_id), encoding="utf-8")
        click.echo(f"Wrote {seen(file)}")


def _first_files(into: Path) -> dict[Path, str]:
    """Give what a department's first SOP needs beside it, as far as it is not there."""
    root = docs_folder_around(into) or into
    missing = {root / name: content for name, content in assets.department_files()}
    return {file: content for file, content in missing.items() if not file.exists()}
