"""Small sites, made of files given as text and built by the host as people build theirs."""

import json
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

ORGANISATION = """
people:
  ana: {name: Ana Ionescu, email: ana@example.com, phone: "+40 21 555 0100"}
roles:
  agent: {title: Support agent, people: [ana], escalates_to: lead}
  lead: {title: Team lead, people: [ana]}
"""
WORKFLOW = """
title: Complaint call
responsible: agent
steps:
  - start: Customer calls
  - do: Greet
    by: agent
  - ask: Solved?
    answers: {yes: next, no: greet}
  - end: Done
"""
INDEX = "# Home\n\n```sops\n```\n"
FILES = {"index.md": INDEX, "organisation.yml": ORGANISATION, "call.workflow.yml": WORKFLOW}


def write(root: Path, files: Mapping[str, str]) -> None:
    """Write files below the docs folder of a project."""
    for name, text in files.items():
        file = root / "sops" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def configure(root: Path, **settings: Any) -> MkDocsConfig:
    """Read the project's configuration; `settings` are of `mkdocs.yml`."""
    config = {
        "site_name": "Test",
        "docs_dir": "sops",
        "theme": {"name": "material", "font": False},
        "plugins": ["search", "sopbook"],
        "validation": {"anchors": "warn"},
        "markdown_extensions": ["attr_list", "pymdownx.superfences", "admonition"],
    }
    path = root / "mkdocs.yml"
    path.write_text(yaml.safe_dump(config | settings), encoding="utf-8")
    return load_config(str(path))


def make(root: Path, files: Mapping[str, str], *, strict: bool = True, **settings: Any) -> Path:
    """Write a project, build it, give its site."""
    write(root, FILES | dict(files))
    config = configure(root, strict=strict, **settings)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return Path(config.site_dir)


def found(site: Path) -> list[list[Any]]:
    """List what search can find, as readers see it: kind, id, title, address and so on."""
    return [row for rows in _handed_over(site, "d-*") for row in rows]


def known(site: Path) -> set[str]:
    """List the words that search knows."""
    words = set()
    for coded, _ in _handed_over(site, "?v-*"):
        word = ""
        for entry in coded.split(" "):
            word = word[: int(entry[0], 36)] + entry[1:]
            words.add(word)
    return words


def _handed_over(site: Path, names: str) -> Iterator[Any]:
    """Read files of the index."""
    for file in sorted((site / "assets/sopbook/search").glob(f"*/*/{names}.js")):
        text = file.read_text(encoding="utf-8")
        yield json.loads(text[text.index(",") + 1 : text.rindex(")")])


class Preview:
    """A live preview. The host keeps one plugin over all builds, in this process as in `serve`."""

    def __init__(self, root: Path) -> None:
        """Start it."""
        self._root = root
        configure(root).plugins.on_startup(command="serve", dirty=False)

    def rebuild(self) -> None:
        """Build again, as after a file was saved."""
        build(configure(self._root, strict=True))

    def page(self, path: str) -> str:
        """Read a page of the site."""
        return (self._root / "site" / path).read_text(encoding="utf-8")


@contextmanager
def said() -> Iterator[list[str]]:
    """Collect what the builder says."""
    lines: list[str] = []

    class _Collect(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(record.getMessage())

    handler = _Collect()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        yield lines
    finally:
        logger.removeHandler(handler)
