"""What the checks say about the library, for the pages that show it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sopbook.checks.policy import Policy
from sopbook.checks.waivers import Waived
from sopbook.core.diagnostic import Diagnostic
from sopbook.core.reading import Reading
from sopbook.core.span import Span

_LONGEST_LINE = 200


@dataclass(frozen=True, slots=True)
class Quote:
    """A line of a file, taken apart: `marked` is what a finding is about."""

    before: str
    marked: str
    after: str


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was read, what was found in it, and what of that is meant to be.

    `texts` has the files that findings are in.
    """

    reading: Reading
    policy: Policy
    findings: tuple[Diagnostic, ...] = ()
    waived: tuple[Waived, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)

    def quote(self, span: Span) -> Quote | None:
        """Give the line that a place begins on; None where the place is a whole file."""
        lines = self.texts.get(span.path, "").split("\n")
        if span.line > len(lines) or (span.end_line, span.end_column) == (span.line, 1):
            return None
        line = lines[span.line - 1].rstrip()
        if not line:
            return None
        shown = line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE]}…"
        begin = span.column - 1
        end = span.end_column - 1 if span.end_line == span.line else len(shown)
        return Quote(shown[:begin].lstrip(), shown[begin:end], shown[end:])
