"""A pair of files -> an SOP: the card from either file, the steps, the text."""

from dataclasses import dataclass, replace

from sopbook.core.card_form import CARD_FIELDS, CARD_KEYS, PAGE_KEYS, SHARED_KEYS
from sopbook.core.diagnostic import Related
from sopbook.core.findings import Findings
from sopbook.core.flow import build_workflow
from sopbook.core.fold import nearest, slug
from sopbook.core.forms import complain_of_key, places_of, read_fields
from sopbook.core.front_matter import MarkdownFile
from sopbook.core.model import Card, Sop, Workflow
from sopbook.core.nodes import Entry, Table
from sopbook.core.practice_form import PRACTICE, PRACTICE_KEY, complain_of_steps
from sopbook.core.source_files import WORKFLOW, Pair
from sopbook.core.span import Span
from sopbook.core.step_form import STEPS
from sopbook.core.values import EXPECTED_ID, LONGEST_ID, is_id

STEPS_KEY = "steps"
WORKFLOW_KEYS = frozenset({STEPS_KEY, PRACTICE_KEY})
"""What stands in the workflow file alone."""


@dataclass(frozen=True, slots=True)
class WorkflowFile:
    """A workflow file's keys; `refused` where they could not be read, with a finding."""

    path: str
    keys: Table | None
    refused: bool = False


def is_sop(markdown: MarkdownFile) -> bool:
    """Say whether a Markdown file without a workflow has an SOP's card."""
    written = {entry.key.text for entry in markdown.keys.entries} if markdown.keys else set()
    return bool(written & (CARD_KEYS - SHARED_KEYS))


def complain_of_page(markdown: MarkdownFile, findings: Findings) -> None:
    """Report keys of an ordinary page that were probably meant as an SOP's."""
    for entry in markdown.keys.entries if markdown.keys else ():
        key = entry.key.text
        near = "" if key in PAGE_KEYS else nearest(key, CARD_KEYS - SHARED_KEYS)
        if key == STEPS_KEY:
            _complain_of_steps(entry, findings)
        elif near:
            complain_of_key(entry.key, (near,), "a page", findings)


def read_sop(
    pair: Pair, markdown: MarkdownFile | None, workflow: WorkflowFile | None, findings: Findings
) -> Sop:
    """Read one SOP; where a file was refused it stays known by its name, and no more is said."""
    keys, meant = _card_keys(markdown, workflow, findings)
    refused = any(file and file.refused for file in (markdown, workflow))
    card = Card(title=pair.name) if refused else _read_card(pair, keys, meant, findings)
    sop = Sop(
        id=card.id or pair.name,
        card=card,
        workflow=_read_workflow(workflow, findings),
        text=markdown.body if markdown else "",
        markdown_path=pair.markdown,
        workflow_path=pair.workflow,
        span=_head(pair),
        text_line=markdown.body_line if markdown else 1,
    )
    own = _usable_id(sop, findings)
    return replace(sop, id=own, card=replace(card, id=own))


def _head(pair: Pair) -> Span:
    return Span(pair.workflow or pair.markdown)


def _card_keys(
    markdown: MarkdownFile | None, workflow: WorkflowFile | None, findings: Findings
) -> tuple[tuple[Entry, ...], set[str]]:
    """Lay the two halves of the card together, and name the keys that unknown ones were meant for.

    A key in both halves, or in neither's list, is a finding.
    """
    meant: set[str] = set()
    above = _known(markdown.keys if markdown else None, PAGE_KEYS, meant, findings)
    below = _known(workflow.keys if workflow else None, WORKFLOW_KEYS, meant, findings)
    first = {entry.key.text: entry for entry in above}
    twice = [entry for entry in below if entry.key.text in first]
    if twice:
        _complain_of_both(twice, first[twice[0].key.text], findings)
    return (*above, *(entry for entry in below if entry.key.text not in first)), meant


def _known(
    keys: Table | None, others: frozenset[str], meant: set[str], findings: Findings
) -> tuple[Entry, ...]:
    """Keep the entries of the card; `others` are right too, but not the card's."""
    kept = []
    for entry in keys.entries if keys else ():
        key = entry.key.text
        if key in CARD_KEYS:
            kept.append(entry)
        elif key in WORKFLOW_KEYS and key not in others:
            _complain_of_steps(entry, findings)
        elif key not in others:
            known = [*(field.name for field in CARD_FIELDS), *sorted(others - CARD_KEYS)]
            meant.add(complain_of_key(entry.key, known, "an SOP's card", findings))
    return tuple(kept)


def _read_card(pair: Pair, entries: tuple[Entry, ...], meant: set[str], findings: Findings) -> Card:
    table = Table(entries, _head(pair))
    values = read_fields(table, CARD_FIELDS, "the card", findings)
    if table.get("title") is None and "title" not in meant:
        findings.complain(
            "SOP107", _head(pair), "The SOP has no title", "Add `title: …` to its card."
        )
    return Card(**{"title": pair.name, **values}, places=places_of(table))


def _read_workflow(file: WorkflowFile | None, findings: Findings) -> Workflow | None:
    if file is None or file.keys is None:
        return None
    written = file.keys.get(PRACTICE_KEY)
    practice = (PRACTICE.read(written, findings) or ()) if written else ()
    steps = file.keys.get(STEPS_KEY)
    if steps is None:
        message = f"The workflow has no `{STEPS_KEY}`"
        findings.complain(
            "SOP107", Span(file.path), message, f"Add `{STEPS_KEY}:` with {STEPS.expected}."
        )
        return None
    items = STEPS.read(steps, findings)
    if not items:
        return None
    workflow = replace(build_workflow(items, findings), practice=practice)
    complain_of_steps(workflow, findings)
    return workflow


def _complain_of_steps(entry: Entry, findings: Findings) -> None:
    file = entry.key.span.path.rpartition("/")[2].removesuffix(".md") + WORKFLOW
    message = f"`{entry.key.text}` cannot stand in a Markdown file"
    findings.complain("SOP112", entry.key.span, message, f"Move it to `{file}` beside this one.")


def _usable_id(sop: Sop, findings: Findings) -> str:
    """Give the id; one that cannot be is a finding, and what it might be stands in for it."""
    if is_id(sop.id):
        return sop.id
    message = f"`{sop.id}` cannot be the SOP's id; expected {EXPECTED_ID}"
    better = slug(sop.id, LONGEST_ID) or "sop"
    hint = f"Rename the file to `{better}`, or add `id: {better}` to the card."
    findings.complain("SOP115", sop.span, message, hint)
    return better


def _complain_of_both(twice: list[Entry], first: Entry, findings: Findings) -> None:
    names = ", ".join(f"`{entry.key.text}`" for entry in twice)
    stand = "stands" if len(twice) == 1 else "stand"
    other = f"{first.key.span.path} line {first.key.span.line}"
    message = f"{names} {stand} in both files of the SOP; the other is in {other}"
    related = (Related("the other", first.key.span),)
    findings.complain("SOP118", twice[0].key.span, message, "Keep one of the two.", related)
