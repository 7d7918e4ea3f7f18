"""The files of a docs folder -> the library, with every mistake in every file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from sopbook.core.diagnostic import Diagnostic, Related, in_order
from sopbook.core.findings import Findings
from sopbook.core.front_matter import HostValue, MarkdownFile, host_value, read_markdown
from sopbook.core.library import Library
from sopbook.core.model import Sop, Waiver
from sopbook.core.nodes import Node, Table, form_of
from sopbook.core.organisation import Organisation
from sopbook.core.organisation_form import read_organisation
from sopbook.core.sop_form import WorkflowFile, complain_of_page, is_sop, read_sop
from sopbook.core.source_files import (
    Pair,
    Source,
    complain_of_paths,
    is_organisation,
    pairs,
    source_of,
)
from sopbook.core.span import Span
from sopbook.core.text import read_text
from sopbook.core.values import ALLOW
from sopbook.core.yaml_events import read_yaml

ALLOW_KEY = "allow"
Others = frozenset[str] | None
"""The paths of files that are no sources; None: it is not known which there are."""


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown file as the host should see it: the keys that are the host's, and the text."""

    path: str
    meta: Mapping[str, HostValue]
    text: str
    sop_id: str = ""
    text_line: int = 1
    allow: tuple[Waiver, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a docs folder holds, its mistakes in order, and each file's text for showing lines."""

    library: Library
    findings: tuple[Diagnostic, ...] = ()
    pages: Mapping[str, Page] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    others: Others = None


def read_library(sources: Mapping[str, bytes], others: Others = None) -> Reading:
    """Read everything; the keys of `sources` are paths inside the docs folder, with `/`."""
    findings = Findings()
    complain_of_paths(sources, findings)
    texts = _texts(sources, findings)
    organisation = _organisation(sources, texts, findings)
    sops: dict[str, Sop] = {}
    pages: dict[str, Page] = {}
    unread: set[str] = set()
    for pair in pairs(sources):
        _read_pair(pair, texts, sops, pages, unread, findings)
    library = Library(sops, organisation, frozenset(unread))
    return Reading(library, in_order(findings.found), pages, texts, others)


def _texts(sources: Mapping[str, bytes], findings: Findings) -> dict[str, str]:
    decoded = ((path, read_text(path, data, findings)) for path, data in sorted(sources.items()))
    return {path: text for path, text in decoded if text is not None}


def _organisation(
    sources: Iterable[str], texts: Mapping[str, str], findings: Findings
) -> Organisation:
    files = [path for path in sorted(sources) if is_organisation(path)]
    tables = {path: _table(path, texts[path], findings) for path in files if _is_read(path, texts)}
    found = read_organisation(tuple(table for table in tables.values() if table), findings)
    is_whole = found.is_whole and all(tables.get(path) for path in files)
    return replace(found, is_written=bool(files), is_whole=is_whole)


def _is_read(path: str, texts: Mapping[str, str]) -> bool:
    return path in texts and source_of(path) is Source.ORGANISATION


def _table(path: str, text: str, findings: Findings) -> Table | None:
    """Read a file of keys; anything else is a finding."""
    before = len(findings.found)
    node: Node | None = read_yaml(path, text, findings)
    if isinstance(node, Table):
        return node
    if node is not None:
        message = f"Expected keys with values, but found {form_of(node)}"
        findings.complain("SOP109", node.span, message)
    elif len(findings.found) == before:
        findings.complain("SOP108", Span(path), "The file is empty", "Fill it, or delete it.")
    return None


def _read_pair(
    pair: Pair,
    texts: Mapping[str, str],
    sops: dict[str, Sop],
    pages: dict[str, Page],
    unread: set[str],
    findings: Findings,
) -> None:
    markdown = _markdown_file(pair.markdown, texts, findings)
    workflow = _workflow_file(pair.workflow, texts, findings)
    if workflow is None and markdown is not None and not is_sop(markdown):
        if markdown.refused:
            unread.add(pair.name)
        else:
            complain_of_page(markdown, findings)
        allow = markdown.keys.get(ALLOW_KEY) if markdown.keys else None
        waivers = (ALLOW.read(allow, findings) or ()) if allow else ()
        pages[pair.markdown] = _page(markdown, "", waivers)
        return
    sop = read_sop(pair, markdown, workflow, findings)
    if sop.id in sops:
        _complain_of_same_id(sop, sops[sop.id], findings)
    sops.setdefault(sop.id, sop)
    if markdown is not None:
        pages[pair.markdown] = _page(markdown, sop.id)


def _markdown_file(path: str, texts: Mapping[str, str], findings: Findings) -> MarkdownFile | None:
    if not path:
        return None
    if path not in texts:
        return MarkdownFile(path, None, "", 1, refused=True)
    return read_markdown(path, texts[path], findings)


def _workflow_file(path: str, texts: Mapping[str, str], findings: Findings) -> WorkflowFile | None:
    if not path:
        return None
    table = _table(path, texts[path], findings) if path in texts else None
    return WorkflowFile(path, table, refused=table is None)


def _page(file: MarkdownFile, sop_id: str, allow: tuple[Waiver, ...] = ()) -> Page:
    entries = file.keys.entries if file.keys else ()
    meta = {e.key.text: host_value(e.value) for e in entries if e.key.text != ALLOW_KEY}
    return Page(file.path, meta, file.body, sop_id, file.body_line, allow)


def _complain_of_same_id(sop: Sop, first: Sop, findings: Findings) -> None:
    message = f"Two SOPs have the id `{sop.id}`: {first.source_path} and {sop.source_path}"
    related = (Related("the other", first.span),)
    findings.complain(
        "SOP204", sop.span, message, "Give one of them another `id:` on its card.", related
    )
