"""`sopbook history`: the change history in a file, for builds without the repository."""

import shutil
from pathlib import Path

import click

from sopbook import assets
from sopbook.cli.folders import default_folder, project_here, seen

_SETTING = "history_file"
_USED = "The site's history is read from {file}."
_UNUSED = """\
To have the site's history read from it, write in mkdocs.yml:

    plugins:
      - sopbook:
          history_file: {file}"""


@click.group()
def history() -> None:
    """Carry the change history to where the site is built without the repository."""


@history.command("export")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--language", default=assets.DEFAULT_LANGUAGE, type=click.Choice(assets.languages()),
              help="The language of the site that is built with it.")  # fmt: skip
def export_(file: Path, language: str) -> None:
    """Write the published history of the SOPs to FILE; it holds nobody's address.

    What changed is told in it as of the SOPs and the organisation that lie here now.
    """
    from sopbook.cli.exported import export  # noqa: PLC0415 - other commands start faster

    click.echo(f"Wrote {seen(file)}: {export(default_folder(), file, language)}")


@history.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def import_(file: Path) -> None:
    """Check an exported FILE, tell what is in it, and put it where the site is built from.

    That is the `history_file` in the plugin's settings; without one, it says how to set it.
    """
    from sopbook.cli.exported import contents  # noqa: PLC0415 - as above

    click.echo(f"{seen(file)}: {contents(file)}")
    project = project_here()
    named = project.settings.get(_SETTING)
    if not isinstance(named, str) or not named or project.top is None:
        click.echo(_UNUSED.format(file=seen(file).as_posix()))
        return
    place = project.top / named
    if place.resolve() != file.resolve():
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, place)
    click.echo(_USED.format(file=seen(place)))
