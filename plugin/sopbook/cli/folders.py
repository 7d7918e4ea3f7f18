"""Which docs folder is meant, and what is found in it."""

import datetime as dt
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import click

from sopbook.checks.policy import Policy, severities_of
from sopbook.core.diagnostic import Diagnostic
from sopbook.docs_folder import read_folder
from sopbook.edition import Edition, edition
from sopbook.project import Project, project_around
from sopbook.report.material import Findings, Texts, rooted

FAILED = 2
_USUAL = Path("sops")


class Failed(click.ClickException):
    """The command could not do its work; that is not the same as having found something."""

    exit_code = FAILED


@dataclass(frozen=True, slots=True)
class Checked:
    """A docs folder that was read and checked."""

    root: Path
    edition: Edition

    def shown(self, only: Iterable[Path]) -> tuple[Findings, Texts]:
        """Keep the findings in some files or folders; their paths are seen from here."""
        kept = [_real(path) for path in only]
        found = (each for each in self.edition.findings if self._is_in(each, kept))
        root = seen(self.root).as_posix()
        return rooted(found, self.edition.texts, "" if root == "." else f"{root}/")

    def _is_in(self, found: Diagnostic, kept: list[Path]) -> bool:
        file = self.root / found.span.path
        return any(file.is_relative_to(place) for place in kept)


def _real(path: Path) -> Path:
    """Give the whole path; a file keeps its name, since a finding may be about a link."""
    return path.resolve() if path.is_dir() else path.parent.resolve() / path.name


def seen(path: Path) -> Path:
    """Give a path as seen from here."""
    return Path(os.path.relpath(path))


def default_folder() -> Path:
    """Give the docs folder that is meant where none is named; it may not be there yet."""
    docs = project_here().docs_folder
    if docs:
        return seen(docs)
    return Path() if not _USUAL.is_dir() and _organised(Path.cwd()) else _USUAL


def docs_folder_of(path: Path) -> Path:
    """Find the docs folder a file or folder belongs to; at least the folder itself."""
    folder = path if path.is_dir() else path.parent
    return docs_folder_around(folder) or _real(folder)


def docs_folder_around(folder: Path) -> Path | None:
    """Find the docs folder around a folder, which need not be there: a project's or a team's."""
    place = _real(folder)
    project = _project(place)
    if project.docs_folder and (project.holds(place) or place == project.top):
        return project.docs_folder.resolve()
    return _organised(place)


def _organised(folder: Path) -> Path | None:
    """Find the nearest folder upwards that holds an organisation."""
    for place in (folder, *folder.parents):
        if (place / "organisation.yml").is_file() or (place / "organisation").is_dir():
            return place
    return None


def read_and_check(root: Path, on: dt.date | None = None) -> Checked:
    """Read a docs folder and check it, by the day and by what the project says about rules."""
    project = _project(root)
    try:
        severities = severities_of(project.settings.get("checks"))
    except ValueError as error:
        message = f"{project.file}: {error}"
        raise Failed(message) from None
    return Checked(root, edition(*read_folder(root), policy=Policy(severities, on)))


def project_here() -> Project:
    """Find the project around the folder one stands in."""
    return _project(Path())


def _project(path: Path) -> Project:
    try:
        return project_around(path)
    except ValueError as error:
        raise Failed(str(error)) from None
