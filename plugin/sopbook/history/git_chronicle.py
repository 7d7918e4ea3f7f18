"""The edge: the chronicle of a docs folder, from its repository or from an exported history."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from sopbook.core.growing import growing
from sopbook.core.model import Sop
from sopbook.core.names import Names
from sopbook.history.approval import since_approval
from sopbook.history.changes.diff import diff
from sopbook.history.changes.kinds import Weight
from sopbook.history.chronicle import Chronicle, Drawn
from sopbook.history.drawn import drawn
from sopbook.history.git_blobs import contents_of
from sopbook.history.git_history import History, import_history, read_history
from sopbook.history.git_log import find_repository
from sopbook.history.lack import Lack, Missing
from sopbook.history.published import unpublished
from sopbook.history.sops import SopHistory, histories_of
from sopbook.history.telling import Teller, Telling, Told
from sopbook.history.told import load_told, save_told

SENTENCES = "told.json"
_TRIES = 3
"""Of so many changes of a flow one can surely be drawn."""

Sources = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the history is, and how it is to be told.

    `cache` is a folder for what need not be worked out again, `exported` a history in a file,
    `bots` are names of authors that are machines, `zone` is where days begin and end.
    `is_drawn` has the newest changes of flows drawn, which takes longer than all else.
    """

    docs: Path
    cache: Path | None = None
    exported: Path | None = None
    bots: tuple[str, ...] = ()
    zone: dt.tzinfo = dt.UTC
    is_drawn: bool = False


@dataclass(slots=True)
class Chronicler:
    """Tells what happened; in a live preview, once for each head of the repository."""

    place: Place
    _last: tuple[History, Chronicle] | None = field(default=None, init=False)

    def chronicle(self, names: Names, sources: Sources) -> Chronicle:
        """Tell the history of the SOPs; `sources` are the files as they lie there."""
        if self._last and self._last[1].head == _head(self.place):
            last, known = self._last
            return replace(known, unpublished=unpublished(sources, last.files.here))
        with growing():
            return self._anew(names, sources)

    def _anew(self, names: Names, sources: Sources) -> Chronicle:
        history = _history(self.place)
        if isinstance(history, Missing):
            is_begun = history.lack is Lack.NOTHING_YET
            return Chronicle(missing=history, unpublished=frozenset(sources if is_begun else ()))
        found = _chronicle(history, self.place, names, sources)
        self._last = history, found
        return found


def _head(place: Place) -> str:
    """Say which commit is the newest; "" where that cannot change, or is not known."""
    found = None if place.exported else find_repository(place.docs)
    return "" if found is None or isinstance(found, Missing) else found.head


def _history(place: Place) -> History | Missing:
    if place.exported is None:
        return read_history(place.docs, place.cache, place.bots)
    found = import_history(place.exported, place.bots)
    return found or Missing(Lack.UNREADABLE, f"`{place.exported.name}` is no exported history")


def _chronicle(history: History, place: Place, names: Names, sources: Sources) -> Chronicle:
    library, log, repository = names.library, history.log, history.repository
    files = {sop.id: tuple(_files(sop)) for sop in library.sops.values()}
    histories = histories_of(log, history.files, files, history.ignored)
    with _teller(history, place, names) as teller:
        told = {name: teller.tell(each) for name, each in histories.sops.items()}
        found = Chronicle(
            told,
            unpublished(sources, history.files.here),
            head=log.head,
            shallow=log.shallow,
            partial=log.partial or (repository is None and not history.told),
            is_anothers=bool(repository and repository.is_anothers),
            gone={name: teller.tell(each) for name, each in _by_id(histories.gone)},
        )
        if repository is None:
            return found
        charts = drawings(found, names, teller) if place.is_drawn else {}
        stale = {
            name: since_approval(sop, found.told(name), teller.version, place.zone)
            for name, sop in library.sops.items()
        }
        late = {name: changes for name, changes in stale.items() if changes}
        return replace(found, drawn=charts, since_approval=late)


def tell_all(history: History, names: Names) -> Told:
    """Tell everything there is to tell in a history, to be kept with it."""
    sops = {sop.id: tuple(_files(sop)) for sop in names.library.sops.values()}
    histories = histories_of(history.log, history.files, sops, history.ignored)
    with growing(), _reader(history) as read:
        teller = Teller(names, read)
        for each in (*histories.sops.values(), *histories.gone):
            teller.tell(each)
    return teller.told


@contextmanager
def _teller(history: History, place: Place, names: Names) -> Iterator[Teller]:
    """Make who tells it, with what was told before; what was asked for is kept for next time."""
    # What cannot be told because old versions are not at hand may be told the next time.
    is_whole = history.repository is not None and not history.log.partial
    file = place.cache / SENTENCES if place.cache and is_whole else None
    known = load_told(file) if file else history.told
    with _reader(history) as read:
        teller = Teller(names, read, known)
        yield teller
    if file and teller.told.keys() != known.keys():
        save_told(file, teller.told)


@contextmanager
def _reader(history: History) -> Iterator[Callable[[str], bytes | None]]:
    if history.repository is None:
        yield lambda _: None
        return
    with contents_of(history.repository) as contents:
        yield contents.read


def _files(sop: Sop) -> Iterator[str]:
    return filter(None, (sop.markdown_path, sop.workflow_path))


def _by_id(gone: Iterable[SopHistory]) -> Iterator[tuple[str, SopHistory]]:
    return ((each.id, each) for each in sorted(gone, key=lambda each: each.id))


def drawings(chronicle: Chronicle, names: Names, teller: Teller) -> Mapping[str, Drawn]:
    """Draw the newest change of each flow that those who work by it must know of."""
    found: dict[str, Drawn] = {}
    for name, sop in names.library.sops.items():
        is_here = chronicle.unpublished.isdisjoint(_files(sop))
        newest = next(iter(chronicle.tellings.get(name, ())), None)
        for telling in tuple(filter(_is_of_flow, chronicle.told(name)))[:_TRIES]:
            # What was read already need not be read again.
            is_read = is_here and newest is not None and telling.after == newest.after
            drawing = _drawing(telling, teller, sop if is_read else None)
            if drawing:
                found[name] = drawing
                break
    return found


def _is_of_flow(telling: Telling) -> bool:
    return any(
        each.weight is Weight.MATERIAL and (each.steps or each.gone) for each in telling.sentences
    )


def _drawing(telling: Telling, teller: Teller, after: Sop | None) -> Drawn | None:
    before, after = teller.version(telling.before).sop, after or teller.version(telling.after).sop
    if not (before and after and before.workflow and after.workflow):
        return None
    workflow, fates = drawn(before.workflow, after.workflow, diff(before, after))
    return Drawn(telling, workflow, fates) if fates.steps or fates.ways else None
