"""Mistakes, shown on the page they are in while somebody is writing it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sopbook.core.diagnostic import Diagnostic, Severity, in_order
from sopbook.core.span import Span


@dataclass(frozen=True, slots=True)
class Mistake:
    """One finding: its place, the sentence, the line itself, the way out."""

    code: str
    severity: Severity
    place: str
    message: str
    line: str
    hint: str


@dataclass(frozen=True, slots=True)
class Findings:
    """All findings of a page; `has_page` says that the last good version follows below."""

    mistakes: tuple[Mistake, ...]
    has_page: bool


def findings(
    found: Iterable[Diagnostic], line: Callable[[Span], str], *, has_page: bool
) -> Findings:
    """Put findings in order; `line` gives the text of the line that a place is on."""
    mistakes = tuple(
        Mistake(one.code, one.severity, str(one.span), one.message, line(one.span), one.hint)
        for one in in_order(found)
    )
    return Findings(mistakes, has_page)
