"""What every report is made of: findings, the texts they are about, the manual of the rules."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Protocol

from sopbook.core.diagnostic import Diagnostic, Related, Severity
from sopbook.core.span import Span

Findings = tuple[Diagnostic, ...]
Texts = Mapping[str, str]


class Entry(Protocol):
    """What the manual says of a code."""

    @property
    def title(self) -> str:
        """Give what is found, in a few words."""
        ...

    @property
    def text(self) -> str:
        """Say why it matters and what to do, in paragraphs."""
        ...


Manual = Mapping[str, Entry]
NO_MANUAL: Manual = {}
Render = Callable[[Findings, Texts, Manual], str]
"""What a format is: each writes all findings, in the order given unless it says otherwise."""


def rooted(findings: Iterable[Diagnostic], texts: Texts, root: str) -> tuple[Findings, Texts]:
    """Put `root` before each path: a reader starts from the project, not from its docs folder."""
    moved = tuple(
        replace(
            found,
            span=_below(root, found.span),
            related=tuple(Related(also.message, _below(root, also.span)) for also in found.related),
        )
        for found in findings
    )
    return moved, {f"{root}{path}": text for path, text in texts.items()}


def _below(root: str, span: Span) -> Span:
    return replace(span, path=f"{root}{span.path}")


def weightiest_first(findings: Iterable[Diagnostic]) -> Findings:
    """Put errors before warnings before advice; among their like they stay in order."""
    weights = list(Severity)
    return tuple(sorted(findings, key=lambda found: weights.index(found.severity)))


def line_of(texts: Texts, path: str, number: int) -> str:
    """Give a line as it was written; nothing where there is none, or no text was read."""
    lines = _lines(texts.get(path, ""))
    return lines[number - 1] if number <= len(lines) else ""


@lru_cache(maxsize=4)
def _lines(text: str) -> tuple[str, ...]:
    """Take a text apart once for all findings in it, which follow each other."""
    return tuple(text.split("\n"))


def is_whole_file(span: Span) -> bool:
    """Say whether a finding is about a file, and no stretch of it."""
    return span == Span(span.path)


def told(found: Diagnostic) -> str:
    """Say in one paragraph what is wrong and what to do."""
    stop = "" if not found.hint or found.message.endswith((".", "?", "!")) else "."
    return f"{found.message}{stop} {found.hint}".rstrip()
