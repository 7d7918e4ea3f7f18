"""What browsers hold against what they remember: the changes that readers must know of."""

import json
from collections.abc import Iterable, Iterator

from sopbook.history.changes.kinds import Weight
from sopbook.history.chronicle import Chronicle
from sopbook.history.telling import Telling
from sopbook.pages.past import Past

NEWEST = "assets/sopbook/newest.js"
"""Where lists of SOPs find the newest change of each."""
_SHORT = 10


def material(chronicle: Chronicle, sop: str) -> tuple[Telling, ...]:
    """Give the changes of an SOP that those who work by it must know of, newest first."""
    return tuple(each for each in chronicle.shown(sop) if each.weight is Weight.MATERIAL)


def marks(tellings: Iterable[Telling]) -> str:
    """Write changes as browsers keep them: `1a2b3c4d5e:1790000000`, a space between two."""
    commits = (each.entry.commit for each in tellings)
    return " ".join(f"{commit.id[:_SHORT]}:{commit.time}" for commit in commits)


def scripts(past: Past | None) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of what lists need, where the past is known."""
    if past and not past.chronicle.missing:
        yield NEWEST, newest(past.chronicle)


def newest(chronicle: Chronicle) -> str:
    """Write the newest change of each SOP as a script: a page opened as a file can read no data.

    Some 50 bytes for an SOP, whatever its past: the older ones stand in its own page.
    """
    found = ((sop, material(chronicle, sop)[:1]) for sop in sorted(chronicle.tellings))
    # Without a prototype, an SOP may be called `constructor`.
    entries = {"__proto__": None} | {sop: marks(last) for sop, last in found if last}
    # JSON in ASCII has no line separators that scripts would trip over; nothing can end a script.
    data = json.dumps(entries, separators=(",", ":")).replace("<", "\\u003c")
    return f"globalThis.sopbookNewest=Object.freeze({data});\n"
