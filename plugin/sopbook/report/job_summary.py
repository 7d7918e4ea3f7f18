"""All findings as a table for the page of a run on GitHub, in Markdown."""

from collections.abc import Iterator

from sopbook.core.diagnostic import Diagnostic
from sopbook.report.github import MOST, hidden
from sopbook.report.markdown import escaped
from sopbook.report.material import Findings, Manual, Texts, weightiest_first
from sopbook.report.text import lookup, summary

_MOST_BYTES = 1_000_000  # GitHub refuses a summary of more than 1 MiB as a whole.
_HEAD = (
    "| | Place | Code | What is wrong | What to do |",
    "| --- | --- | --- | --- | --- |",
)


def render(findings: Findings, texts: Texts, manual: Manual) -> str:
    """Write a heading with how many, and a row per finding, errors first."""
    del texts
    heading = f"### SOPs: {summary(findings)}\n"
    if not findings:
        return heading
    rows = [_row(found) for found in weightiest_first(findings)]
    kept = tuple(_that_fit(rows))
    parts = (heading, *_not_beside_the_lines(findings), *_HEAD, *kept, *_left_out(rows, kept))
    return "\n".join([*parts, *(f"\n{more}" for more in lookup(findings, manual))]) + "\n"


def _not_beside_the_lines(findings: Findings) -> Iterator[str]:
    rest = hidden(findings)
    if rest:
        yield (
            f"Beside the lines of a change GitHub shows {MOST} errors, {MOST} warnings and {MOST} "
            f"notices. Shown only here: {summary(rest)}.\n"
        )


def _row(found: Diagnostic) -> str:
    what = [found.message, *(f"{also.message}: {also.span}" for also in found.related)]
    cells = (
        found.severity,
        f"{_text(found.span.path)}:{found.span.line}",
        found.code,
        "<br>".join(_text(line) for line in what),
        _text(found.hint),
    )
    return f"| {' | '.join(cells)} |"


def _text(text: str) -> str:
    """Keep text what it is, whatever an author wrote; names in backticks become code."""
    parts = [escaped(part) for part in " ".join(text.split()).split("`")]
    if len(parts) % 2 == 0:
        return r"\`".join(parts)
    return "".join(f"<code>{part}</code>" if n % 2 else part for n, part in enumerate(parts))


def _that_fit(rows: list[str]) -> Iterator[str]:
    """Yield the first rows, as many as there is room for."""
    room = _MOST_BYTES
    for row in rows:
        room -= len(row.encode("utf-8", "surrogatepass")) + 1
        if room < 0:
            return
        yield row


def _left_out(rows: list[str], kept: tuple[str, ...]) -> list[str]:
    more = len(rows) - len(kept)
    return [f"\n{more} more have no room here; the log has all."] if more else []
