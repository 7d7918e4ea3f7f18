"""`sopbook draw`: an SOP's chart as a picture."""

from pathlib import Path

import click

from sopbook import assets
from sopbook.cli.folders import Checked, Failed, docs_folder_of, read_and_check
from sopbook.cli.formats import print_report
from sopbook.core.model import Sop
from sopbook.diagram.placement import Engine
from sopbook.engines import ENGINES, engine_named
from sopbook.report.catalogue import TEXT


@click.command()
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
        print_report(TEXT, *checked.shown([file]))
        message = f"{file} has no workflow that can be drawn"
        raise Failed(message)
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
