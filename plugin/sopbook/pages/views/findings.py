"""Mistakes, shown on the page they are in while somebody is writing it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sopbook.core.diagnostic import Diagnostic, Severity, in_order
from sopbook.core.span import Span

Sentence = tuple[str, ...]
"""Text and names by turns; names stood in backticks."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One finding: its place, the sentence, the line itself, the way out."""

    code: str
    severity: Severity
    place: str
    message: Sentence
    line: str
    hint: Sentence


@dataclass(frozen=True, slots=True)
class Findings:
    """What is wrong with a page, or with everything.

    `has_page` says that the last good version follows below.
    """

    mistakes: tuple[Mistake, ...]
    has_page: bool
    is_everything: bool


def findings(
    found: Iterable[Diagnostic],
    line: Callable[[Span], str],
    *,
    has_page: bool,
    is_everything: bool,
) -> Findings:
    """Put findings in order; `line` gives the text of the line that a place is on.

    `is_everything` says that they are from all files, not from those behind one page.
    """
    mistakes = tuple(_mistake(one, line) for one in in_order(found))
    return Findings(mistakes, has_page, is_everything)


def _mistake(found: Diagnostic, line: Callable[[Span], str]) -> Mistake:
    return Mistake(
        code=found.code,
        severity=found.severity,
        place=str(found.span),
        message=_sentence(found.message),
        line=line(found.span),
        hint=_sentence(found.hint),
    )


def _sentence(text: str) -> Sentence:
    return tuple(text.split("`")) if text else ()
