"""Steps that stand elsewhere in the list."""

from collections.abc import Sequence

from sopbook.history.changes.order import rising
from sopbook.history.changes.pairs import Pairs

Block = tuple[str, ...]


def moved_blocks(before: Sequence[str], after: Sequence[str], pairs: Pairs) -> tuple[Block, ...]:
    """Give the fewest steps that must move to get the new order, neighbours together (ids after).

    What was added or removed between them does not part neighbours.
    """
    old = [pairs.after[name] for name in before if name in pairs.after]
    ranks = {name: rank for rank, name in enumerate(old)}
    new = [name for name in after if name in ranks]
    if new == old:
        return ()
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
    return tuple(map(tuple, blocks))
