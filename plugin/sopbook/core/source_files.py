"""Which file is what, by its path inside the docs folder."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from sopbook.core.findings import Findings
from sopbook.core.span import Span

WORKFLOW = ".workflow.yml"
_NEARLY_WORKFLOW = re.compile(r"\.work-?flows?\.ya?ml$", re.IGNORECASE)
_ORGANISATION = re.compile(r"organisation(?:/[^/]+)?\.yml")
_NEARLY_ORGANISATION = re.compile(r"organi[sz]ations?(?:/[^/]+)?\.ya?ml", re.IGNORECASE)
_TRANSLATION = re.compile(r"\.(?P<language>[a-z]{2,3}(?:-[A-Z]{2})?)(?:\.workflow\.yml|\.md)$")


class Source(Enum):
    """What a file is to us."""

    MARKDOWN = "markdown"
    WORKFLOW = "workflow"
    ORGANISATION = "organisation"
    TRANSLATION = "translation"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Pair:
    """The files of one SOP or page: a path without its ending, and which of the two are there."""

    stem: str
    markdown: str = ""
    workflow: str = ""

    @property
    def name(self) -> str:
        """The last part of the path: the SOP's id unless its card sets one."""
        return self.stem.rpartition("/")[2]


def source_of(path: str) -> Source:
    """Say what a file is; paths have `/` between folders."""
    if _TRANSLATION.search(path):
        return Source.TRANSLATION
    if path.endswith(WORKFLOW):
        return Source.WORKFLOW
    if _ORGANISATION.fullmatch(path):
        return Source.ORGANISATION
    return Source.MARKDOWN if path.endswith(".md") else Source.OTHER


def is_organisation(path: str) -> bool:
    """Say whether a file is the organisation or a part of it, or was meant to be."""
    return bool(_ORGANISATION.fullmatch(path) or _NEARLY_ORGANISATION.fullmatch(path))


def is_ours(path: str) -> bool:
    """Say whether a file is read at all, if only to say that its name is nearly right."""
    nearly = _NEARLY_WORKFLOW.search(path) or _NEARLY_ORGANISATION.fullmatch(path)
    return source_of(path) is not Source.OTHER or bool(nearly)


def pairs(paths: Iterable[str]) -> tuple[Pair, ...]:
    """Put each workflow to its Markdown, in order of path."""
    stems: dict[str, dict[str, str]] = {}
    for path in sorted(paths):
        source = source_of(path)
        if source is Source.WORKFLOW:
            stems.setdefault(path.removesuffix(WORKFLOW), {})["workflow"] = path
        elif source is Source.MARKDOWN:
            stems.setdefault(path.removesuffix(".md"), {})["markdown"] = path
    return tuple(Pair(stem, **found) for stem, found in stems.items())


def complain_of_paths(paths: Iterable[str], findings: Findings) -> None:
    """Report names that are nearly right, reserved, or the same to other file systems."""
    seen: dict[str, str] = {}
    for path in sorted(paths):
        _complain_of_name(path, findings)
        folded = unicodedata.normalize("NFC", path).casefold()
        if folded in seen:
            message = f"`{path}` and `{seen[folded]}` are the same file on Windows and macOS"
            findings.complain("SOP119", Span(path), message, "Rename one of them.")
        seen.setdefault(folded, path)


def _complain_of_name(path: str, findings: Findings) -> None:
    source = source_of(path)
    if source is Source.TRANSLATION:
        language = _TRANSLATION.search(path)["language"]  # type: ignore[index] # it just matched
        message = f"The ending `.{language}` is reserved for translations, which are not read yet"
        findings.complain(
            "SOP119", Span(path), message, "Choose a name without a dot before the ending."
        )
    elif source is Source.OTHER and _NEARLY_WORKFLOW.search(path):
        better = _NEARLY_WORKFLOW.sub(WORKFLOW, path)
        message = f"This looks like a workflow, but its name does not end in `{WORKFLOW}`"
        findings.complain("SOP119", Span(path), message, f"Rename it to `{better}`.")
    elif source is Source.OTHER and _NEARLY_ORGANISATION.fullmatch(path):
        message = "This looks like the organisation, but its name is not `organisation.yml`"
        findings.complain("SOP119", Span(path), message, "Rename it.")
