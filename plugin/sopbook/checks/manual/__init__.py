"""Pages of the manual for what the reader itself finds; a rule's own page is its docstring."""

from collections.abc import Iterator

from sopbook.checks.manual import files, keys, names, people, values, waivers, yaml
from sopbook.checks.rule import Rule
from sopbook.core.diagnostic import Severity

_READER = yaml.PAGES | keys.PAGES | values.PAGES | files.PAGES | names.PAGES | people.PAGES


def rules() -> Iterator[Rule]:
    """Yield what has no module of its own."""
    for code, manual in _READER.items():
        yield Rule(code, Severity.ERROR, manual, is_fixed=True)
    yield Rule(waivers.CODE, Severity.WARNING, waivers.PAGE)
