"""Pages of the manual for what the reader itself finds; a rule's own page is its docstring."""

from collections.abc import Iterator

from sopbook.checks.manual import files, keys, names, people, values, waivers, yaml
from sopbook.checks.rule import Rule, Topic
from sopbook.core.diagnostic import Severity

_READER = {
    Topic.WRITING: (yaml.PAGES, keys.PAGES, values.PAGES, files.PAGES),
    Topic.NAMES: (names.PAGES, people.PAGES),
}


def rules() -> Iterator[Rule]:
    """Yield what has no module of its own."""
    for topic, pages in _READER.items():
        for page in pages:
            for code, manual in page.items():
                yield Rule(code, Severity.ERROR, topic, manual, is_fixed=True)
    yield Rule(waivers.CODE, Severity.WARNING, Topic.DOCUMENT, waivers.PAGE)
