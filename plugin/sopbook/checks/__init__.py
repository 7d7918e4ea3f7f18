"""Rules over the whole library, one module each."""

from collections.abc import Iterator

from sopbook.checks import blocks, headings, known_names
from sopbook.core.diagnostic import Diagnostic, in_order
from sopbook.core.reading import Reading


def findings_of(reading: Reading) -> tuple[Diagnostic, ...]:
    """Give every mistake: of form, found while reading, and of meaning, found by the rules."""
    return in_order((*reading.findings, *_rules(reading)))


def _rules(reading: Reading) -> Iterator[Diagnostic]:
    yield from known_names.check(reading.library)
    for page in reading.pages.values():
        yield from known_names.check_flowcharts(
            page.path, page.text, page.text_line, reading.library
        )
        yield from blocks.check(page)
        if page.sop_id:
            yield from headings.check(page)
