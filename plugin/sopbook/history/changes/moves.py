"""Steps that stand elsewhere: in the flow, which is news, or in the list alone.

What was written elsewhere is found by the order of the list; what was only led elsewhere by its
ways. A move is news where it explains ways that changed: then it is told instead of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sopbook.history.changes.causes import Flow, Led, causes
from sopbook.history.changes.kinds import Moved
from sopbook.history.changes.order import rising

Block = tuple[str, ...]
_LONGEST = 30
_MOST_TRIES = 20
_ENOUGH = 2
"""So many ways a move must explain that the list does not show: one is just led elsewhere."""


def moves(flow: Flow, led: Sequence[Led]) -> Iterator[Moved]:
    """Yield the moves, by the ids of the version after."""
    blocks = _blocks(flow)
    if not led:
        yield from (_moved(flow, block, is_listing=True) for block in blocks)
        return
    own = _own(flow, led, ())
    near = _near(flow, own)
    touched = [block for block in blocks if any(near[name] for name in block)]
    left = _own(flow, led, _names(touched))
    # A move that explains no way is none: then the ways are told one by one.
    real = [block for block in touched if any(near[name] - left for name in block)]
    for block in blocks:
        yield _moved(flow, block, is_listing=block not in real)
    yield from _led_elsewhere(flow, led, blocks, real)


def _names(blocks: Iterable[Block]) -> list[str]:
    return [name for block in blocks for name in block]


def _moved(flow: Flow, block: Block, *, is_listing: bool) -> Moved:
    return Moved(block, tuple(flow.new[name].number for name in block), is_listing)


def _own(flow: Flow, led: Sequence[Led], loose: Iterable[str]) -> set[Led]:
    """Give the ways that changed by themselves, if these steps are taken for moved."""
    found = causes(flow, loose)
    return {way for way in led if found.is_own(way)}


def _near(flow: Flow, ways: Iterable[Led]) -> dict[str, set[Led]]:
    """Give the ways at each step, as they were and as they are."""
    near: dict[str, set[Led]] = defaultdict(set)
    for way in ways:
        name, one, other = way
        before = flow.pairs.after.get(one.target, "") if one else ""
        for end in (name, before, other.target if other else ""):
            near[end].add(way)
    return near


def _blocks(flow: Flow) -> list[Block]:
    """Give the fewest steps that must move to get the new order of the list, neighbours together.

    What was added or removed between them does not part neighbours.
    """
    ids = flow.pairs.after
    old = [ids[name] for name in flow.old if name in ids]
    ranks = {name: rank for rank, name in enumerate(old)}
    new = [name for name in flow.new if name in ranks]
    if new == old:
        return []
    staying = {new[place] for place in rising([ranks[name] for name in new])}
    blocks: list[list[str]] = []
    last = ""
    for name in new:
        if name in staying:
            last = ""
            continue
        if last and ranks[name] == ranks[last] + 1:
            blocks[-1].append(name)
        else:
            blocks.append([name])
        last = name
    return list(map(tuple, blocks))


def _led_elsewhere(
    flow: Flow, led: Sequence[Led], blocks: Sequence[Block], real: Sequence[Block]
) -> Iterator[Moved]:
    """Yield moves that the list does not show: its order is the same, but the ways are not."""
    loose = _names(real)
    known = set(_names(blocks))
    own = _own(flow, led, loose)
    for block in list(_runs(flow, own))[:_MOST_TRIES]:
        if not known.isdisjoint(block):
            continue
        left = _own(flow, led, (*loose, *block))
        if len(own) - len(left) >= _ENOUGH and not any(map(_near(flow, left).get, block)):
            yield _moved(flow, block, is_listing=False)
            loose, own = [*loose, *block], left
            known.update(block)


def _runs(flow: Flow, own: Iterable[Led]) -> Iterator[Block]:
    """Yield runs of steps that are come to from elsewhere, and whose last one leads elsewhere."""
    sources = {name for name, _, _ in own}
    starts = {other.target: None for _, _, other in own if other}
    for start in sorted(starts, key=lambda name: flow.new[name].number):
        block = [start]
        while block[-1] not in sources and len(block) < _LONGEST:
            ways = flow.new[block[-1]].exits
            if len(ways) != 1 or ways[0].target in block:
                break
            block.append(ways[0].target)
        if block[-1] in sources and all(name in flow.pairs.before for name in block):
            yield tuple(block)
