"""`sopbook schema`: what editors complete and mark by."""

from pathlib import Path

import click

from sopbook.core.as_json import as_json


@click.command()
@click.option(
    "--into", type=click.Path(file_okay=False, path_type=Path), help="Write the schemas here."
)
@click.argument("name", type=click.Choice(["workflow", "organisation"]), required=False)
def schema(name: str | None, into: Path | None) -> None:
    """Print the JSON Schema of a workflow file or the organisation, for editors."""
    from sopbook.formats.json_schema import SCHEMAS  # noqa: PLC0415 - other commands start faster

    if into is None:
        click.echo(as_json(SCHEMAS[name or "workflow"]()))
        return
    for each, make in SCHEMAS.items():
        (into / f"{each}.schema.json").write_text(f"{as_json(make())}\n", encoding="utf-8")
