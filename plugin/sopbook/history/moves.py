"""What a commit moved: git's pairs of old and new paths, mended where more is known.

Git sees a rename only where a path is gone, and only by likeness of text. Two files that changed
places are to it two files written anew; so is an SOP that was rewritten while it moved.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from sopbook.core.source_files import source_of
from sopbook.history.log import Change, Status

Identify = Callable[[str, str], str]
"""(path, blob) -> the id of the SOP that a file is part of in that version; "" for none."""

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


def settled(changes: tuple[Change, ...], identify: Identify) -> tuple[Change, ...]:
    """Give a commit's changes with every move that is one."""
    return changes if len(changes) == 1 else _by_sop(_by_contents(changes), identify)


def _by_contents(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """Find files that changed places, or moved up by one: contents stand at another path.

    One path that lost its contents and got another's is proof; a copy leaves its source alone.
    """
    had = _sole((c.old_blob, c.path) for c in changes if c.status in _STAYED | {Status.DELETED})
    has = _sole((c.blob, c.path) for c in changes if c.status in _STAYED | {Status.ADDED})
    moved = {had[blob]: path for blob, path in has.items() if had.get(blob, path) != path}
    between = moved.keys() & set(moved.values())
    if not between:
        return changes
    blobs = {path: blob for blob, path in has.items()}
    return _moved(
        changes,
        (
            Change(Status.RENAMED, old, new, blobs[new], blobs[new])
            for old, new in moved.items()
            if old in between or new in between
        ),
    )


def _by_sop(changes: tuple[Change, ...], identify: Identify) -> tuple[Change, ...]:
    """Pair what went with what came by the SOP's id, however much was rewritten."""
    unsure = [c for c in changes if c.status is not Status.MODIFIED and c.old_blob != c.blob]
    went = [c for c in unsure if c.old_blob]
    came = [c for c in unsure if c.blob]
    if len(unsure) < 2 or not went or not came:  # noqa: PLR2004 - one change alone is no pair
        return changes
    old = _sole(((source_of(c.old_path), identify(c.old_path, c.old_blob)), c) for c in went)
    new = _sole(((source_of(c.path), identify(c.path, c.blob)), c) for c in came)
    same = ((old[key], new[key]) for key in old if key in new and key[1])
    return _moved(
        changes,
        (
            Change(Status.RENAMED, gone.old_path, here.path, gone.old_blob, here.blob)
            for gone, here in same
            if gone is not here
        ),
    )


_STAYED = frozenset({Status.MODIFIED})


def _moved(changes: tuple[Change, ...], moves: Iterable[Change]) -> tuple[Change, ...]:
    """Put moves in place of what git made of them."""
    found = tuple(moves)
    left = {move.old_path for move in found}
    arrived = {move.path for move in found}
    return found + tuple(
        rest
        for change in changes
        for rest in _rest(change, left=change.old_path in left, arrived=change.path in arrived)
    )


def _rest(change: Change, *, left: bool, arrived: bool) -> Iterator[Change]:
    """Say what remains of a change whose old contents left, or whose new ones arrived."""
    if left and not arrived and change.blob:
        yield Change(Status.ADDED, change.path, change.path, "", change.blob)
    elif arrived and not left and change.old_blob:
        yield Change(Status.DELETED, change.old_path, change.old_path, change.old_blob, "")
    elif not left and not arrived:
        yield change


def _sole(pairs: Iterable[tuple[_Key, _Value]]) -> Mapping[_Key, _Value]:
    """Keep what stands once: among twins, nobody can tell which is which."""
    found: dict[_Key, list[_Value]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: values[0] for key, values in found.items() if len(values) == 1}
