"""An SOP's history, told: what each published change means, in sentences."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from sopbook.analysis.anonymous import without_names
from sopbook.core.diagnostic import errors
from sopbook.core.model import Sop
from sopbook.core.names import Names
from sopbook.core.reading import read_library
from sopbook.history.changes.diff import diff
from sopbook.history.changes.kinds import Weight
from sopbook.history.changes.sentence import Sentence
from sopbook.history.changes.sentences import sentences
from sopbook.history.sops import Entry, SopHistory

Files = tuple[tuple[str, str], ...]
"""The files of one version: path and the id of the contents, in order of path."""
Told = Mapping[str, tuple[Sentence, ...]]
"""Sentences by what they were made of."""
VERSION = 1
"""Raised with any change of what is told, or how."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One published change: what was there before and after it, and what that means."""

    entry: Entry
    before: Files
    after: Files
    sentences: tuple[Sentence, ...] = ()

    @property
    def weight(self) -> Weight:
        """Whether those who work by the SOP must know of it."""
        is_material = any(each.weight is Weight.MATERIAL for each in self.sentences)
        return Weight.MATERIAL if is_material else Weight.EDITORIAL


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an SOP; `unread` says why it could not be read."""

    sop: Sop | None = None
    unread: str = ""


@dataclass(slots=True)
class Teller:
    """Tells histories; what was told before is not worked out again.

    `read` gives old contents by id, None where they are not at hand. `known` are sentences told
    before, `told` those that were asked for this time.
    """

    names: Names
    read: Callable[[str], bytes | None]
    known: Told = field(default_factory=dict)
    told: dict[str, tuple[Sentence, ...]] = field(default_factory=dict)
    _last: tuple[Files, Version] = field(default=((), Version()), init=False)
    _context: str = field(default="", init=False)

    def __post_init__(self) -> None:
        """Note what sentences depend on but the versions: names, and the reader's language."""
        library, words = self.names.library, self.names.words
        titles = [(sop.id, sop.title) for sop in library.sops.values()]
        known = repr((VERSION, words.language, titles, library.organisation))
        known += repr(library.organisation.stand_ins or "")
        self._context = hashlib.sha256(known.encode()).hexdigest()

    def tell(self, history: SopHistory) -> tuple[Telling, ...]:
        """Tell an SOP's history, newest first."""
        found = [
            Telling(entry, before, after, self._sentences(entry, before, after))
            for entry, before, after in _versions(history)
        ]
        return tuple(reversed(found))

    def version(self, files: Files) -> Version:
        """Read one version of an SOP; the one that was read last is still known."""
        if files != self._last[0]:
            self._last = files, self._version(files)
        return self._last[1]

    def _sentences(self, entry: Entry, before: Files, after: Files) -> tuple[Sentence, ...]:
        if not entry.has_news:
            return ()
        overrule = entry.commit.message.overrule
        parts = repr((self._context, before, after, overrule))
        key = hashlib.sha256(parts.encode()).hexdigest()
        if key not in self.told:
            is_known = key in self.known
            self.told[key] = self.known[key] if is_known else self._compared(entry, before, after)
        return self.told[key]

    def _compared(self, entry: Entry, before: Files, after: Files) -> tuple[Sentence, ...]:
        old, new = self.version(before), self.version(after)
        changes = diff(old.sop, new.sop, unread=old.unread or new.unread)
        overrule = entry.commit.message.overrule
        weight = Weight(overrule) if overrule else None
        return sentences(changes, old.sop, new.sop, self.names, weight)

    def _version(self, files: Files) -> Version:
        sources = {path: self.read(blob) for path, blob in files}
        known = {path: data for path, data in sources.items() if data is not None}
        if len(known) < len(sources):
            return Version(unread="its contents are not at hand")
        reading = read_library(known)
        wrong = errors(reading.findings)
        if wrong:
            return Version(unread=wrong[0].message)
        sop = next(iter(reading.library.sops.values()), None)
        return Version(without_names(sop, self.names.library.organisation) if sop else None)


def _versions(history: SopHistory) -> Iterator[tuple[Entry, Files, Files]]:
    """Yield each change, oldest first, with the files before and after it."""
    there: dict[str, str] = {}
    for entry in reversed(history.entries):
        before = tuple(sorted(there.items()))
        for file in entry.files:
            there.pop(file.old_path, None)
        there |= {file.path: file.blob for file in entry.files if file.blob}
        yield entry, before, tuple(sorted(there.items()))
