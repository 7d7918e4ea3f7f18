"""What `sopbook diff` compares, and how it is written. Loaded when it is wanted."""

from pathlib import Path

from sopbook import assets
from sopbook.cli.folders import Failed, default_folder, docs_folder_of, seen
from sopbook.cli.versions import asked_versions, only, repository_around, version_of
from sopbook.core.names import Names
from sopbook.difference.data import data
from sopbook.difference.flowchart import flowchart
from sopbook.difference.markdown import markdown
from sopbook.difference.text import COLOURS, PLAIN, text
from sopbook.history.compared import Comparison, compare, names_of


def compared(typed: tuple[str, ...], language: str) -> tuple[Comparison, Names]:
    """Compare the versions that are meant, and give the names of what is in them."""
    words = assets.words(language)
    docs = _docs(typed)
    repository = repository_around(docs)
    here = version_of(repository, docs, "", words("diff.now"))
    labels = words("diff.head"), here.label
    asked, rest = asked_versions(repository, typed, here.reading.library.sops, labels)
    one, other = asked.labels
    before = version_of(repository, docs, asked.before, one)
    after = version_of(repository, docs, asked.after, other) if asked.after else here
    wanted = only(before, after, docs, rest)
    return compare(before, after, words, wanted), names_of(before, after, words)


def _docs(typed: tuple[str, ...]) -> Path:
    """Find the docs folder: that of a file or folder which is named, else the one here."""
    named = next((Path(word) for word in typed if Path(word).exists()), None)
    docs = docs_folder_of(named) if named else default_folder()
    if not docs.is_dir():
        message = f"The docs folder `{seen(docs)}` is not there; name a file or folder in it."
        raise Failed(message)
    return docs


def written(form: str, comparison: Comparison, names: Names, *, in_colour: bool) -> str:
    """Write a comparison in one of its forms."""
    match form:
        case "markdown":
            return markdown(comparison, names)
        case "mermaid":
            return flowchart(comparison, names)
        case "json":
            return data(comparison)
        case "html":
            from sopbook.pages.difference import page  # noqa: PLC0415 - alone it needs templates

            return page(comparison, names)
        case _:
            return text(comparison, names.words, COLOURS if in_colour else PLAIN)
