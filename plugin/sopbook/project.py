"""The edge to the host's file: what a project says about its SOPs, read without the host.

Only what the command line needs. The host itself reads the file again, and more strictly.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import construct_env_tag

FILE_NAMES = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml")
PLUGIN = "sopbook"
_DOCS = "docs"
_INHERIT = "INHERIT"

Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Project:
    """Where the SOPs lie, and the plugin's settings; empty where no project has the plugin."""

    file: Path | None = None
    docs_folder: Path | None = None
    settings: Table = field(default_factory=dict)
    site_url: str = ""
    """Where the site will be, as it was typed."""
    in_folders: bool = True
    """Whether each page of the site lies in a folder of its own."""

    @property
    def top(self) -> Path | None:
        """Give the project's own folder."""
        return self.file.parent if self.file else None

    def holds(self, path: Path) -> bool:
        """Say whether a file or folder belongs to the docs folder."""
        docs = self.docs_folder
        return docs is not None and path.resolve().is_relative_to(docs.resolve())


class _Lenient(yaml.CSafeLoader):
    """Knows `!ENV`; other tags mean something to the host alone, and are taken for nothing."""


_Lenient.add_constructor("!ENV", construct_env_tag)
_Lenient.add_multi_constructor("!", lambda *_: None)
_Lenient.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: None)


def project_around(path: Path) -> Project:
    """Find the project that a file or folder belongs to: the nearest file of the host's, upwards.

    Raises ValueError, with a sentence for the person who wrote the file, where it cannot be read.
    """
    start = path.resolve()
    for place in (start, *start.parents):
        for name in FILE_NAMES:
            if (place / name).is_file():
                return _project(place / name)
    return Project()


def _project(file: Path) -> Project:
    config = _whole(file)
    settings = _settings(config.get("plugins"))
    if settings is None:
        return Project()
    docs = config.get("docs_dir")
    url = config.get("site_url")
    return Project(
        file,
        file.parent / (docs if isinstance(docs, str) else _DOCS),
        settings,
        url if isinstance(url, str) else "",
        config.get("use_directory_urls") is not False,
    )


def _whole(file: Path, below: tuple[Path, ...] = ()) -> Table:
    """Read a file with what it inherits; a file that inherits from itself inherits nothing."""
    own = _read(file)
    parent = own.get(_INHERIT)
    if not isinstance(parent, str):
        return own
    inherited = (file.parent / parent).resolve()
    if inherited in (*below, file):
        return own
    if not inherited.is_file():
        message = f"{file} inherits from `{parent}`, which is not there"
        raise ValueError(message)
    return _merged(_whole(inherited, (*below, file)), own)


def _read(file: Path) -> Table:
    try:
        found = yaml.load(file.read_bytes(), _Lenient)  # noqa: S506 - a SafeLoader
    except yaml.MarkedYAMLError as error:
        place = f":{error.problem_mark.line + 1}" if error.problem_mark else ""
        message = f"{file}{place} cannot be read: {error.problem}"
        raise ValueError(message) from None
    except yaml.YAMLError as error:
        message = f"{file} cannot be read: {error}"
        raise ValueError(message) from None
    return found if isinstance(found, dict) else {}


def _merged(parent: Table, own: Table) -> Table:
    """Put one table over another as the host does: tables are merged, all else is replaced."""
    return {
        **parent,
        **{
            key: _merged(parent[key], value)
            if isinstance(value, dict) and isinstance(parent.get(key), dict)
            else value
            for key, value in own.items()
        },
    }


def _settings(plugins: object) -> Table | None:
    """Give the plugin's settings, from either way of listing plugins; None: it is not listed."""
    for name, settings in _listed(plugins):
        if name == PLUGIN:
            return settings if isinstance(settings, dict) else {}
    return None


def _listed(plugins: object) -> Iterator[tuple[object, object]]:
    for entry in plugins if isinstance(plugins, list) else [plugins]:
        if isinstance(entry, dict):
            yield from entry.items()
        else:
            yield entry, None
