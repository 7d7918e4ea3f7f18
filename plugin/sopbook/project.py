"""The edge to the host's file: what a project says about its SOPs, read without the host.

Only what the command line needs. The host itself reads the file again, and more strictly.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

FILE_NAMES = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml")
PLUGIN = "sopbook"


@dataclass(frozen=True, slots=True)
class Project:
    """Where the SOPs lie, and the plugin's settings; `file` is None where there is no project."""

    file: Path | None = None
    docs_folder: Path | None = None
    settings: Mapping[str, Any] = field(default_factory=dict)


class _Lenient(yaml.SafeLoader):
    """Takes tags that mean something to the host alone (`!ENV`, `!!python/name:…`) for nothing."""


_Lenient.add_multi_constructor("!", lambda *_: None)
_Lenient.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: None)


def project_around(folder: Path) -> Project:
    """Find the project that a folder belongs to: the nearest file of the host's, upwards."""
    start = folder.resolve()
    for place in (start, *start.parents):
        for name in FILE_NAMES:
            if (place / name).is_file():
                return _read(place / name)
    return Project()


def _read(file: Path) -> Project:
    try:
        found = yaml.load(file.read_text(encoding="utf-8"), _Lenient)  # noqa: S506 - a SafeLoader
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        message = f"{file} cannot be read: {error}"
        raise ValueError(message) from None
    config = found if isinstance(found, dict) else {}
    docs = config.get("docs_dir")
    folder = file.parent / (docs if isinstance(docs, str) else "docs")
    return Project(file, folder, _settings(config.get("plugins")))


def _settings(plugins: object) -> Mapping[str, Any]:
    """Give the plugin's settings, from either way of listing plugins."""
    listed = plugins.items() if isinstance(plugins, dict) else _pairs(plugins)
    for name, settings in listed:
        if str(name).split("/")[-1] == PLUGIN and isinstance(settings, dict):
            return settings
    return {}


def _pairs(plugins: object) -> list[tuple[object, object]]:
    entries = plugins if isinstance(plugins, list) else []
    return [pair for entry in entries if isinstance(entry, dict) for pair in entry.items()]
