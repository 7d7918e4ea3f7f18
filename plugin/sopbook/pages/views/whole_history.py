"""An SOP's whole past: what changed last in its flow, every change, and what git knows of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from sopbook.core.fates import Fate
from sopbook.core.model import Sop
from sopbook.core.words import Words
from sopbook.diagram.colours import FATES
from sopbook.diagram.outline import Item, Outline
from sopbook.history.changes.sentence import Sentence
from sopbook.history.chronicle import Drawn
from sopbook.history.follow import FileEntry, Kind
from sopbook.history.moment import moment
from sopbook.history.telling import Telling
from sopbook.pages.dates import Moment, moment_of
from sopbook.pages.own import GONE
from sopbook.pages.past import Past
from sopbook.pages.site import Links, Site
from sopbook.pages.views.change import Change, Said, change, listed, said
from sopbook.pages.views.head import Approved, approved
from sopbook.pages.views.history import Stale, stale
from sopbook.pages.views.reference import SopLink, sop_link

MOST = 200
"""So many changes are listed: a page must stay one that a phone can show."""
PREFIX = "changed--"
"""Begins the ids of the drawn steps."""
_SHORT = 10


@dataclass(frozen=True, slots=True)
class FileChange:
    """What became of a file; `old` is its path before, where that was another."""

    kind: Kind
    path: str
    old: str
    is_blank: bool


@dataclass(frozen=True, slots=True)
class Record:
    """A commit, as an auditor wants to see it."""

    revision: str
    short: str
    when: Moment
    is_last_possible: bool
    is_hidden: bool
    overrule: str
    author: str
    writers: str
    published_by: str
    approved_by: str
    reviewed_by: str
    subject: str
    trailers: tuple[tuple[str, str], ...]
    files: tuple[FileChange, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """How the line of what changed is drawn."""

    fate: Fate
    dashes: str


@dataclass(frozen=True, slots=True)
class DrawnStep:
    """A step of the drawn difference: its number and words, what became of it, what is told."""

    item: Item
    url: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """The newest change of the flow, step by step; `besides` is what is about no step."""

    change: Change
    besides: tuple[Said, ...]
    steps: tuple[DrawnStep, ...]
    legend: tuple[Sample, ...]
    prefix: str = PREFIX


@dataclass(frozen=True, slots=True)
class WholeHistory:
    """All that is told of an SOP's past; `left_out` counts what is too old to be listed."""

    sop: SopLink
    id: str
    is_unpublished: bool
    is_shallow: bool
    is_partial: bool
    approved: Approved | None
    stale: Stale | None
    difference: Difference | None
    changes: tuple[Change, ...]
    records: tuple[Record, ...]
    left_out: int
    gone: str

    def caption(self, words: Words) -> str:
        """Title the drawn difference."""
        day = self.difference.change.when.day if self.difference else ""
        return words("past.drawn_on", date=day)


def whole_history(
    sop: Sop, past: Past, site: Site, links: Links, drawing: Outline | None = None
) -> WholeHistory:
    """Gather an SOP's whole past; `drawing` is the outline of the drawn difference."""
    chronicle, words, url = past.chronicle, site.words, links.sop(sop.id)
    shown, every = chronicle.shown(sop.id), chronicle.tellings.get(sop.id, ())
    drawn = chronicle.drawn.get(sop.id)
    difference = None
    if drawn and drawing:
        difference = _difference(drawn, sop, past, site, (drawing, url))
    return WholeHistory(
        sop=sop_link(sop.id, site, links),
        id=sop.id,
        is_unpublished=past.is_unpublished(sop),
        is_shallow=chronicle.shallow,
        is_partial=chronicle.partial,
        approved=approved(sop.card.approved, site) if sop.card.approved else None,
        stale=stale(sop, past, site),
        difference=difference,
        changes=tuple(change(each, sop, past, words, url) for each in shown[:MOST]),
        records=tuple(record(each, past, site) for each in every[:MOST]),
        left_out=max(0, len(every) - MOST),
        gone=links.own(GONE.part),
    )


def record(telling: Telling, past: Past, site: Site) -> Record:
    """Gather what git knows of a change."""
    entry, words = telling.entry, site.words
    commit, message = entry.commit, entry.commit.message
    return Record(
        revision=commit.id,
        short=commit.id[:_SHORT],
        when=moment_of(moment(commit, past.zone), words),
        is_last_possible=entry.or_before,
        is_hidden=entry.hidden,
        overrule=message.overrule or "",
        author=commit.author.name,
        writers=listed((name for name in entry.writers if name != commit.author.name), words),
        published_by=entry.published_by,
        approved_by=listed(message.approved_by, words),
        reviewed_by=listed(message.reviewed_by, words),
        subject=message.subject,
        trailers=message.trailers,
        files=tuple(_file(each) for each in entry.files),
    )


def _file(file: FileEntry) -> FileChange:
    old = file.old_path if file.old_path and file.old_path != file.path else ""
    is_blank = file.blank or (bool(old) and file.old_blob == file.blob)
    return FileChange(file.kind, file.path or file.old_path, old, is_blank and not file.has_news)


def _difference(
    drawn: Drawn, sop: Sop, past: Past, site: Site, seen: tuple[Outline, str]
) -> Difference:
    drawing, url = seen
    found = {item.id: item for item in drawing.items}
    told: dict[str, list[Sentence]] = {}
    for sentence in drawn.telling.sentences:
        told.setdefault(_place(sentence, found), []).append(sentence)
    steps = frozenset(step.id for step in sop.workflow.steps) if sop.workflow else frozenset()
    places = (
        DrawnStep(
            item,
            f"{url}#step-{item.id}" if item.id in steps and item.fate is not Fate.REMOVED else "",
            tuple(said(each, (), "") for each in told.get(item.id, ())),
        )
        for item in drawing.items
    )
    return Difference(
        change=change(drawn.telling, sop, past, site.words, url),
        besides=tuple(said(each, steps, url) for each in told.get("", ())),
        steps=tuple(places),
        legend=tuple(_legend(drawing)),
    )


def _place(sentence: Sentence, items: dict[str, Item]) -> str:
    """Find the drawn step that a sentence is about: one that is gone may have another id here."""
    for name in sentence.steps:
        if name in items:
            return name
    gone = sentence.gone
    while gone and gone in items and items[gone].fate is not Fate.REMOVED:
        gone += "-before"
    return gone if gone in items else ""


def _legend(drawing: Outline) -> Iterator[Sample]:
    """Explain the marks that there are, each once."""
    fates = {item.fate for item in drawing.items}
    fates |= {way.fate for item in drawing.items for way in item.ways}
    for fate in Fate:
        if fate in fates:
            yield Sample(fate, FATES[fate].dashes)
