"""The edge to the disk: the source files of a docs folder, none from outside it."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from sopbook.core.diagnostic import Diagnostic
from sopbook.core.other_files import complain_of_other
from sopbook.core.source_files import is_ours
from sopbook.core.span import Span


def read_folder(root: Path) -> tuple[Mapping[str, bytes], tuple[Diagnostic, ...], frozenset[str]]:
    """Read every source file below `root`, by its path with `/`; a link is a finding instead.

    Also gives the paths of the other files, which are published as they are.
    """
    sources: dict[str, bytes] = {}
    refused: list[Diagnostic] = []
    others: set[str] = set()
    for file in sorted(_visible(root)):
        path = file.relative_to(root).as_posix()
        if not _is_inside(file, root):
            refused.append(_link(path))
        elif is_ours(path):
            sources[path] = file.read_bytes()
        else:
            others.add(path)
            other = complain_of_other(path, file.read_bytes() if path.endswith(".svg") else b"")
            refused += [other] if other else []
    return sources, tuple(refused), frozenset(others)


def _visible(folder: Path) -> Iterator[Path]:
    """Yield files and links; what begins with a dot is left out, as the host does."""
    for entry in folder.iterdir():
        if entry.name.startswith("."):
            continue
        if entry.is_dir() and not entry.is_symlink():
            yield from _visible(entry)
        else:
            yield entry


def _is_inside(file: Path, root: Path) -> bool:
    return not file.is_symlink() and file.resolve().is_relative_to(root.resolve())


def _link(path: str) -> Diagnostic:
    message = f"`{path}` is a link to another place on this computer; it could publish anything"
    return Diagnostic("SOP119", message, Span(path), "Put the file itself here.")
