"""Columns as other programs count them: ours count characters."""

from collections.abc import Callable

from sopbook.core.span import Span
from sopbook.report.material import Texts, line_of

Units = Callable[[str], int]


def utf8(text: str) -> int:
    """Count bytes."""
    return len(text.encode("utf-8", "surrogatepass"))


def utf16(text: str) -> int:
    """Count code units: a character outside the first plane, an emoji for instance, has two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def columns(span: Span, texts: Texts, units: Units) -> tuple[int, int]:
    """Give a stretch's first column and the one after its last, counted in other units."""
    start = line_of(texts, span.path, span.line)
    end = line_of(texts, span.path, span.end_line)
    return _column(start, span.column, units), _column(end, span.end_column, units)


def _column(line: str, column: int, units: Units) -> int:
    """Count anew up to a column; what lies beyond the line's end counts as it did."""
    before = line[: column - 1]
    return column + units(before) - len(before)
