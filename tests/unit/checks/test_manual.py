"""The manual is true: what a page calls wrong is found, and nothing else; its cure is clean."""

import datetime as dt
import re
from pathlib import Path

import pytest

from sopbook.checks import findings_of
from sopbook.checks.policy import Policy
from sopbook.checks.rule import page_of
from sopbook.checks.rules import RULES
from sopbook.core.other_files import complain_of_other
from sopbook.core.reading import read_library
from sopbook.core.source_files import is_ours
from tests.examples import example_files

PACKAGE = Path(__file__).parents[3] / "plugin" / "sopbook"
POLICY = Policy(on=dt.date(2026, 6, 1))


def _codes(code: str, example: str) -> set[str]:
    files = {path: text.encode() for path, text in example_files(code, example).items()}
    others = [complain_of_other(path, data) for path, data in files.items() if not is_ours(path)]
    sources = {path: data for path, data in files.items() if is_ours(path)}
    reading = read_library(sources, frozenset(files) - frozenset(sources))
    found = [*findings_of(reading, POLICY), *(other for other in others if other)]
    return {each.code for each in found}


@pytest.mark.parametrize("code", RULES)
def test_fails(code: str) -> None:
    """The failing example has this finding, and no other."""
    assert _codes(code, page_of(RULES[code]).fails) == {code}


@pytest.mark.parametrize("code", RULES)
def test_passes(code: str) -> None:
    """The passing example has no finding at all."""
    assert _codes(code, page_of(RULES[code]).passes) == set()


def test_every_code_has_a_page() -> None:
    """What can be found can be looked up."""
    code = re.compile(r'"(SOP[0-9]{3})"')
    written = {
        found
        for file in PACKAGE.rglob("*.py")
        for found in code.findall(file.read_text(encoding="utf-8"))
    }
    assert written <= set(RULES)


def test_every_rule_is_listed() -> None:
    """A rule's file that nobody lists would never run."""
    code = re.compile(r'^CODE = "(SOP[0-9]{3})"', re.MULTILINE)
    texts = (file.read_text(encoding="utf-8") for file in (PACKAGE / "checks").rglob("*.py"))
    assert {found for text in texts for found in code.findall(text)} <= set(RULES)
