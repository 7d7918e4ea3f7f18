"""Findings for a person: the place, the sentence, the line itself with a mark, the way out."""

import unicodedata
from collections.abc import Iterable, Mapping
from itertools import islice

from sopbook.core.diagnostic import Diagnostic, Severity
from sopbook.report.material import (
    NO_MANUAL,
    Findings,
    Manual,
    Texts,
    line_of,
    weightiest_first,
)

Style = Mapping[str, str]
"""Escape sequences by what they colour: `error`, `warning`, `advice`, `place`, `reset`."""
PLAIN: Style = {}
COLOURS: Style = {
    "error": "\x1b[1;31m", "warning": "\x1b[1;33m", "advice": "\x1b[1;36m",
    "place": "\x1b[1m", "reset": "\x1b[0m",
}  # fmt: skip
_LONGEST_LINE = 200
_MEANT = "SOP204"
"""Findings below this code are about how a file is written, not about what it means."""


def render(
    findings: Iterable[Diagnostic],
    texts: Texts,
    manual: Manual = NO_MANUAL,
    style: Style = PLAIN,
) -> str:
    """Write all findings, then how many, and where to look one up."""
    found = tuple(findings)
    blocks = [block(finding, texts, style) for finding in found]
    return "\n\n".join(
        [*blocks, "\n".join([summary(found), *_waiting(found), *lookup(found, manual)])]
    )


def summary(findings: tuple[Diagnostic, ...]) -> str:
    """Count the findings by severity: `2 errors, 1 warning`."""
    counts = ((s.value, sum(f.severity is s for f in findings)) for s in Severity)
    words = (f"{count} {_plural(word, count)}" for word, count in counts if count)
    return ", ".join(words) or "Nothing found."


def _plural(word: str, count: int) -> str:
    return word if count == 1 or word == "advice" else f"{word}s"


def _waiting(findings: Findings) -> list[str]:
    """Say that rules wait: what a file means is not judged before it can be read."""
    is_unread = any(found.code < _MEANT for found in findings)
    return ["More may be found when the files with errors can be read."] if is_unread else []


def lookup(findings: Findings, manual: Manual) -> list[str]:
    """Say how to read more about the weightiest finding that the manual knows."""
    known = (found.code for found in weightiest_first(findings) if found.code in manual)
    return [f"`sopbook explain {code}` tells more." for code in islice(known, 1)]


def block(finding: Diagnostic, texts: Texts, style: Style = PLAIN) -> str:
    """Write one finding; see `render`."""
    place = _painted(str(finding.span), "place", style)
    severity = _painted(finding.severity, finding.severity, style)
    head = f"{place}: {severity} {finding.code}: {finding.message}"
    related = [f"     = {also.message}: {also.span}" for also in finding.related]
    hint = [f"     = {finding.hint}"] if finding.hint else []
    return "\n".join([head, *_excerpt(finding, texts), *hint, *related])


def _painted(text: str, word: str, style: Style) -> str:
    return f"{style[word]}{text}{style['reset']}" if style else text


def _excerpt(finding: Diagnostic, texts: Texts) -> list[str]:
    """Show the line and mark the stretch; a finding about a whole file shows none."""
    span = finding.span
    line = line_of(texts, span.path, span.line)
    if span.end_column <= 1 or not line.strip() or len(line) > _LONGEST_LINE:
        return []
    same_line = span.end_line == span.line
    end = min(span.end_column - 1 if same_line else len(line), len(line.rstrip()))
    marked = line[span.column - 1 : max(end, span.column)]
    before = "".join("\t" if c == "\t" else " " * _width(c) for c in line[: span.column - 1])
    mark = "^" * max(sum(_width(c) for c in marked), 1)
    return [f"{span.line:>6} | {line}", f"       | {before}{mark}"]


def _width(character: str) -> int:
    """Count the columns a terminal gives a character."""
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
