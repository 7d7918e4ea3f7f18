"""The page with all rules: what each finds, why that matters, and an example of both."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sopbook.checks.policy import Policy
from sopbook.checks.rule import EXAMPLE, Rule, Topic, files_of, page_of
from sopbook.checks.rules import RULES as ALL_RULES
from sopbook.core.diagnostic import Severity
from sopbook.pages.own import RULES, rule_anchor
from sopbook.pages.site import Links
from sopbook.pages.views.findings import Sentence, sentence
from sopbook.pages.views.leads import Neighbour, neighbours

_PARAGRAPH = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Example:
    """A file of an example; without a name where it is the only one."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One rule. `severity` is what it is here (None: off), `usual` what it is elsewhere."""

    code: str
    anchor: str
    title: Sentence
    severity: Severity | None
    usual: Severity
    is_fixed: bool
    needs_day: bool
    text: tuple[Sentence, ...]
    fails: tuple[Example, ...]
    passes: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """The rules about one thing."""

    topic: Topic
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Manual:
    """All rules, by what they are about."""

    neighbours: tuple[Neighbour, ...]
    severities: tuple[Severity, ...]
    chapters: tuple[Chapter, ...]


def manual(policy: Policy, links: Links) -> Manual:
    """Gather the rules, weighed as they are here."""
    chapters = (Chapter(topic, tuple(_entries(topic, policy))) for topic in Topic)
    return Manual(neighbours(links, RULES.part), tuple(Severity), tuple(chapters))


def _entries(topic: Topic, policy: Policy) -> Iterator[Entry]:
    for rule in ALL_RULES.values():
        if rule.topic is topic:
            yield _entry(rule, policy)


def _entry(rule: Rule, policy: Policy) -> Entry:
    page = page_of(rule)
    return Entry(
        code=rule.code,
        anchor=rule_anchor(rule.code),
        title=sentence(page.title),
        severity=policy.severity(rule.code),
        usual=rule.severity,
        is_fixed=rule.is_fixed,
        needs_day=rule.needs_day,
        text=tuple(sentence(part) for part in _PARAGRAPH.split(page.text)),
        fails=_example(page.fails),
        passes=_example(page.passes),
    )


def _example(text: str) -> tuple[Example, ...]:
    """Give the files of an example; a workflow of which only the steps matter has no name."""
    files = files_of(text).items()
    return tuple(Example("" if name == EXAMPLE else name, file.rstrip()) for name, file in files)
