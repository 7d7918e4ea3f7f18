"""Find and read what ships beside the code: templates, static files, the interface's words."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from sopbook.core.words import Message, Words

_PACKAGE = Path(__file__).resolve().parent
# In a wheel the templates lie in the package; in the tree, at the top of the project.
ROOT = next(
    place / "site_templates"
    for place in (_PACKAGE, _PACKAGE.parent.parent)
    if (place / "site_templates").is_dir()
)
FRAGMENTS = ROOT / "fragments"
STARTER = ROOT / "starter"
DEFAULT_LANGUAGE = "en"
SCRIPTS = "assets/sopbook/"


def languages() -> tuple[str, ...]:
    """List the languages the interface speaks."""
    return tuple(sorted(file.stem for file in (ROOT / "locales").glob("*.toml")))


@cache
def words(language: str) -> Words:
    """Read the words of a language; English where the interface does not speak it."""
    known = language if language in languages() else DEFAULT_LANGUAGE
    text = (ROOT / "locales" / f"{known}.toml").read_text(encoding="utf-8")
    return Words(known, dict(_messages(tomllib.loads(text))))


def _messages(table: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, Message]]:
    """Flatten nested tables to dotted keys; a table with `other` is one message."""
    for key, value in table.items():
        if isinstance(value, dict) and "other" not in value:
            yield from _messages(value, f"{prefix}{key}.")
        elif isinstance(value, (str, dict)):
            yield prefix + key, value


def static_files() -> Iterator[tuple[str, Path]]:
    """Yield each CSS and JS file: its path in the site, and where it lies."""
    for file in sorted((ROOT / "assets").rglob("*")):
        if file.is_file():
            yield f"assets/{file.relative_to(ROOT / 'assets').as_posix()}", file


def is_for_every_page(path: str) -> bool:
    """Say whether a script runs on every page; those in folders are loaded when they are needed."""
    return path.startswith(SCRIPTS) and path.endswith(".js") and "/" not in path[len(SCRIPTS) :]


def search_button() -> str:
    """Give the template of the button that the host prints beside its search box."""
    return (FRAGMENTS / "sopbook" / "search_button.html").read_text(encoding="utf-8")


def standalone_style() -> str:
    """Give the style of a page that is a file of its own."""
    return (ROOT / "standalone" / "difference.css").read_text(encoding="utf-8")


def department_files() -> Iterator[tuple[str, str]]:
    """Yield what a new department needs once: the name of each file, and its content."""
    for file in sorted(STARTER.iterdir()):
        if file.is_file():
            yield file.name, file.read_text(encoding="utf-8")


def starter_files() -> Iterator[tuple[str, str]]:
    """Yield what `sopbook new` writes: the ending of each file's name, and its content."""
    for file in sorted((STARTER / "sop").iterdir()):
        yield file.name.removeprefix("SOP-ID"), file.read_text(encoding="utf-8")
