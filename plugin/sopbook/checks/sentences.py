"""Parts of sentences that many rules say."""

from collections.abc import Iterable

from sopbook.core.forms import shortened
from sopbook.core.model import Kind, Step

_LONGEST_NAME = 48
_MOST_STATIONS = 7
_GAP = "…"


def called(step: Step) -> str:
    """Name a step as its author knows it: by its text, or by the SOP that it runs."""
    if step.kind is Kind.JOIN:
        return f"the end of `{Kind.TOGETHER}`"
    name = step.text or (str(step.sop) if step.sop else "") or str(step.kind)
    return f"`{shortened(name, _LONGEST_NAME)}`"


def listed(parts: Iterable[str]) -> str:
    """Write a list as people do: `a`, `b` and `c`."""
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last


def stations(parts: Iterable[str]) -> str:
    """Write a way by its stations; of a long one, those in the middle are left out."""
    names = tuple(parts)
    if len(names) > _MOST_STATIONS:
        half = _MOST_STATIONS // 2
        # Where it is cut at a gap, one gap is enough.
        first = names[: half - 1] if names[half - 1] == _GAP else names[:half]
        last = names[-half + 1 :] if names[-half] == _GAP else names[-half:]
        names = (*first, _GAP, *last)
    return " → ".join(names)
