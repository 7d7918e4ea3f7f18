"""The words of a text, as they are looked up: folded, whole and in pieces.

The same as in assets/sopbook/search/fold.js; tests/cases/fold holds the two together.
"""

import re
from collections.abc import Iterator

from sopbook.core.fold import fold

_WORD = re.compile(r"[^\W_]+(?:[-\u2010._][^\W_]+)*")
_JOINTS = re.compile(r"[-\u2010._]")


def words(text: str) -> Iterator[str]:
    """Yield a text's words. What is joined by a hyphen or a point is there in pieces, and whole.

    So `RF-204` is found as `rf`, `204` and `rf204`. A letter that stands alone says nothing.
    """
    for found in _WORD.findall(fold(text)):
        pieces = _JOINTS.split(found)
        if len(pieces) > 1:
            yield "".join(pieces)
        for piece in pieces:
            if len(piece) > 1 or piece.isnumeric():
                yield piece
