"""Pages of the manual for what the reader itself finds; a rule's own page is its docstring."""

from collections.abc import Iterator

from sopbook.checks.manual import names, waivers
from sopbook.checks.rule import Rule
from sopbook.core.diagnostic import Severity


def rules() -> Iterator[Rule]:
    """Yield what has no module of its own."""
    for pages in (names.PAGES,):
        for code, manual in pages.items():
            yield Rule(code, Severity.ERROR, manual, is_fixed=True)
    yield Rule(waivers.CODE, Severity.WARNING, waivers.PAGE)
