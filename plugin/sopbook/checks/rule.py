"""A rule, and its page in the manual: what it finds, why that matters, two examples."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from textwrap import dedent
from types import ModuleType

from sopbook.core.diagnostic import Severity

FAILS, PASSES = "Fails:", "Passes:"
_FILE = re.compile(r"# (\S+\.(?:md|yml))$", re.MULTILINE)
EXAMPLE = "example.workflow.yml"


class Topic(StrEnum):
    """What a rule is about; rules that are a module lie in the folder of this name."""

    WRITING = "writing"
    NAMES = "names"
    FLOW = "flow"
    PEOPLE = "people"
    SERVICE = "service"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Rule:
    """What stands behind a code. `manual` is its page as written.

    What `is_fixed` cannot be waived, nor its severity be changed: no site is made with such a
    mistake. What `needs_day` is silent where nobody says which day it is.
    """

    code: str
    severity: Severity
    topic: Topic
    manual: str
    is_fixed: bool = False
    needs_day: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the manual: `title` in a few words, `text` in paragraphs, two examples."""

    title: str
    text: str
    fails: str
    passes: str


def rule_of(module: ModuleType) -> Rule:
    """Take a module for a rule: its docstring is the page."""
    needs_day = getattr(module, "NEEDS_DAY", False)
    topic = Topic(module.__name__.split(".")[-2])
    return Rule(module.CODE, module.SEVERITY, topic, module.__doc__ or "", needs_day=needs_day)


def page_of(rule: Rule) -> Page:
    """Take a page apart; raises ValueError where one of its parts is missing."""
    title, _, rest = rule.manual.strip().partition("\n")
    text, _, examples = rest.partition(f"\n{FAILS}\n")
    fails, _, passes = examples.partition(f"\n{PASSES}\n")
    parts = (title.rstrip("."), dedent(text).strip(), _block(fails), _block(passes))
    if not all(parts):
        message = f"The page of {rule.code} needs a title, a text, `{FAILS}` and `{PASSES}`"
        raise ValueError(message)
    return Page(*parts)


def _block(text: str) -> str:
    return dedent(text.strip("\n")).rstrip()


def files_of(example: str) -> Mapping[str, str]:
    """Take an example apart into its files: each begins with a line `# its/name.yml`.

    An example without such a line is a workflow.
    """
    return dict(_files(example)) if _FILE.match(example) else {EXAMPLE: example + "\n"}


def _files(example: str) -> Iterator[tuple[str, str]]:
    parts = _FILE.split(example)[1:]
    for name, text in zip(parts[::2], parts[1::2], strict=True):
        yield name, f"{text.strip()}\n"
