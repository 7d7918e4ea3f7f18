"""Two versions of a docs folder -> what changed in each SOP, told and ready to be drawn."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sopbook.core.diagnostic import errors
from sopbook.core.fates import Fates
from sopbook.core.library import Library
from sopbook.core.model import Sop, Workflow
from sopbook.core.names import Names
from sopbook.core.reading import Reading
from sopbook.core.words import Words
from sopbook.history.changes.diff import diff
from sopbook.history.changes.kinds import Changes, Weight
from sopbook.history.changes.merge import ids_of_gone
from sopbook.history.changes.sentence import Sentence
from sopbook.history.changes.sentences import sentences
from sopbook.history.drawn import drawn

NOT_AT_HAND = "its contents are not at hand"


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a docs folder: what to call it, its files, and what was read in them."""

    label: str
    sources: Mapping[str, bytes]
    reading: Reading
    lacking: frozenset[str] = frozenset()
    """Paths of files that are there, but cannot be read."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One SOP in two versions, and what changed."""

    id: str
    before: Sop | None
    after: Sop | None
    changes: Changes
    sentences: tuple[Sentence, ...]
    chart: tuple[Workflow, Fates] | None = None
    """Both versions as one workflow with its fates, a new one as it is; None: as before."""
    gone: Mapping[str, str] = field(default_factory=dict)
    """Steps that are gone: their ids in the chart, by their old ones."""

    @property
    def title(self) -> str:
        """What it is called now, or was last."""
        # A file that cannot be read has no title; its id stands there.
        titles = [sop.title for sop in (self.after, self.before) if sop]
        return next((title for title in titles if title not in {"", self.id}), self.id)

    @property
    def weight(self) -> Weight:
        """Whether those who work by the SOP must know of it."""
        is_material = any(each.weight is Weight.MATERIAL for each in self.sentences)
        return Weight.MATERIAL if is_material else Weight.EDITORIAL

    @property
    def is_first(self) -> bool:
        """Whether its chart is the first one there is: then nothing is marked in it."""
        return self.before is None or self.before.workflow is None

    def places(self, sentence: Sentence) -> tuple[str, ...]:
        """Give the steps in the chart that a sentence is about, those that are gone included."""
        there = {step.id for step in self.chart[0].steps} if self.chart else set()
        names = (*sentence.steps, self.gone.get(sentence.gone, ""))
        return tuple(name for name in names if name in there)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed between two versions: the SOPs, material changes first.

    `same` are SOPs that were written differently and mean the same; `others` the paths of files
    that changed and are no SOP's: the organisation, plain pages.
    """

    before: str
    after: str
    sops: tuple[Compared, ...]
    same: tuple[str, ...]
    others: tuple[str, ...]

    def __bool__(self) -> bool:
        """Say whether anything changed."""
        return bool(self.sops or self.same or self.others)

    def of(self, weight: Weight) -> tuple[Compared, ...]:
        """Give the SOPs whose changes weigh so much."""
        return tuple(each for each in self.sops if each.weight is weight)


def names_of(before: Version, after: Version, words: Words) -> Names:
    """Name things as they are called now; an SOP that is gone as it was called."""
    old, new = before.reading.library, after.reading.library
    return Names(Library({**old.sops, **new.sops}, new.organisation), words)


def compare(
    before: Version, after: Version, words: Words, only: frozenset[str] | None = None
) -> Comparison:
    """Compare two versions; `only` are the ids of the SOPs that are wanted, None: everything."""
    names = names_of(before, after, words)
    known = sop_ids(before, after)
    wanted = [name for name in known if only is None or name in only]
    found = [_compared(name, before, after, names) for name in wanted]
    order = list(Weight)
    told = [each for each in found if each.changes]
    touched = _touched(before, after)
    owned = {path for name in known for path in _paths(name, before, after)}
    return Comparison(
        before.label,
        after.label,
        tuple(sorted(told, key=lambda each: order.index(each.weight))),
        tuple(
            each.id
            for each in found
            if not each.changes and not touched.isdisjoint(_paths(each.id, before, after))
        ),
        tuple(sorted(touched - owned)) if only is None else (),
    )


def sop_ids(before: Version, after: Version) -> tuple[str, ...]:
    """List the SOPs of either version, those that are there now in order of path."""
    return tuple(dict.fromkeys((*after.reading.library.sops, *before.reading.library.sops)))


def _compared(name: str, before: Version, after: Version, names: Names) -> Compared:
    old, new = (version.reading.library.sops.get(name) for version in (before, after))
    unread = _unread(name, before) or _unread(name, after)
    changes = Changes() if _is_same(name, before, after) else diff(old, new, unread=unread)
    told = sentences(changes, old, new, names)
    return Compared(name, old, new, changes, told, *_chart(old, new, changes))


def _chart(
    before: Sop | None, after: Sop | None, changes: Changes
) -> tuple[tuple[Workflow, Fates] | None, Mapping[str, str]]:
    """Lay both workflows over each other, where the flow changed."""
    old, new = (sop.workflow if sop else None for sop in (before, after))
    if changes.unread or not changes.changes or new is None:
        return None, {}
    if old is None:
        return (new, Fates()), {}
    workflow, fates = drawn(old, new, changes)
    gone = ids_of_gone(old, new, dict(changes.kept))
    return (workflow, fates) if fates.steps or fates.ways else None, gone


def _unread(name: str, version: Version) -> str:
    """Say why an SOP cannot be read in a version; "" where it can, or is not there."""
    sop = version.reading.library.sops.get(name)
    paths = set(_paths_of(sop))
    if any(path.rpartition("/")[2].partition(".")[0] == name for path in version.lacking):
        return NOT_AT_HAND
    wrong = [e for e in errors(version.reading.findings) if e.span.path in paths]
    if wrong:
        return f"{wrong[0].span}: {wrong[0].message}"
    return NOT_AT_HAND if sop is None and name in version.reading.library.unread else ""


def _is_same(name: str, before: Version, after: Version) -> bool:
    """Say whether the files of an SOP are the same, wherever they lie."""
    return _contents(name, before) == _contents(name, after) and not before.lacking | after.lacking


def _contents(name: str, version: Version) -> list[bytes]:
    paths = _paths_of(version.reading.library.sops.get(name))
    return [version.sources[path] for path in paths if path in version.sources]


def _paths(name: str, *versions: Version) -> Iterator[str]:
    for version in versions:
        yield from _paths_of(version.reading.library.sops.get(name))


def _paths_of(sop: Sop | None) -> Iterable[str]:
    return filter(None, (sop.workflow_path, sop.markdown_path)) if sop else ()


def _touched(before: Version, after: Version) -> frozenset[str]:
    """Give the paths of files that are not the same in both versions."""
    paths = {*before.sources, *before.lacking, *after.sources, *after.lacking}
    return frozenset(p for p in paths if before.sources.get(p) != after.sources.get(p))
