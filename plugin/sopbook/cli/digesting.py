"""`sopbook digest`: what changed since a day or a version, for mail and chat."""

from pathlib import Path

import click

from sopbook import assets

# As in the catalogue, which is read only where a digest is made.
_FORMS = ("markdown", "text", "html", "slack", "teams")


@click.command()
@click.argument("folder", required=False,
                type=click.Path(exists=True, file_okay=False, path_type=Path))  # fmt: skip
@click.option("--since", required=True, metavar="YYYY-MM-DD|REV",
              help="The first day, or the version after which to begin.")  # fmt: skip
@click.option("--team", "teams", multiple=True, metavar="ID", help="Only what concerns this team.")
@click.option("--role", "roles", multiple=True, metavar="ID", help="Only what concerns this role.")
@click.option("--channel", "channels", multiple=True, metavar="ID",
              help="Only what concerns this channel.")  # fmt: skip
@click.option("--format", "form", default="text", show_default=True, type=click.Choice(_FORMS),
              help="html is for a mail, slack and teams are the messages that their webhooks "
                   "take.")  # fmt: skip
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path),
              help="Write to this file; `-` or nothing prints it.")  # fmt: skip
@click.option("--language", default=assets.DEFAULT_LANGUAGE, type=click.Choice(assets.languages()),
              help="The language of the sentences.")  # fmt: skip
def digest(  # noqa: PLR0913 - one for each word of the command
    folder: Path | None,
    since: str,
    *,
    teams: tuple[str, ...],
    roles: tuple[str, ...],
    channels: tuple[str, ...],
    form: str,
    output: Path | None,
    language: str,
) -> None:
    """Tell what changed in the SOPs of FOLDER since a day or a version, what matters first.

    Unless named it is the docs folder of the project here, or `sops`. Several teams, roles and
    channels may be named: what concerns any of them is told. Sentences link to their steps where
    `site_url` in mkdocs.yml says where the site is.

    Exit codes: 0 whatever changed, 2 the command itself failed.
    """
    from sopbook.cli.gathering import Wanted, written  # noqa: PLC0415 - others start faster

    wanted = Wanted(since, {"team": teams, "role": roles, "channel": channels})
    report = written(form, folder, wanted, language).encode("utf-8", "backslashreplace")
    if output is None or str(output) == "-":
        click.echo(report, nl=False)
    else:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_bytes(report)
