"""`sopbook explain`: the manual at hand."""

import pytest
from click.testing import CliRunner

from sopbook.checks.rule import page_of
from sopbook.checks.rules import RULES
from sopbook.cli import main
from tests.unit.cli.started import start


@pytest.mark.parametrize("code", RULES)
def test_every_code_is_explained_in_full(code: str) -> None:
    result = start("explain", code)
    page = page_of(RULES[code])
    assert result.exit_code == 0
    assert result.output.startswith(f"{code}: {page.title}\n\n{page.text}\n\nFails:\n")
    for line in (*page.fails.splitlines(), *page.passes.splitlines()):
        assert line in result.output


@pytest.mark.parametrize("written", ["SOP210", "sop210", "210", "Sop210"])
def test_a_code_in_any_way_of_writing_it(written: str) -> None:
    assert start("explain", written).output.startswith("SOP210: ")


def test_what_can_be_waived_says_how() -> None:
    told = start("explain", "SOP210").output
    assert "A warning: " in told
    assert "    allow: {SOP210: why it is right here}" in told
    assert "          checks: {SOP210: advice}" in told


def test_what_cannot_be_waived_says_so() -> None:
    told = start("explain", "SOP301").output
    assert "An error: " in told
    assert "neither be waived" in told
    assert "allow:" not in told.rpartition("Passes:")[2]


@pytest.mark.parametrize("needs_day", [True, False])
def test_what_depends_on_the_day_says_so(*, needs_day: bool) -> None:
    codes = [code for code, rule in RULES.items() if rule.needs_day is needs_day]
    for code in codes:
        assert ("It depends on the day" in start("explain", code).output) is needs_day


@pytest.mark.parametrize(
    "written, told",
    [
        ("SOP21O", "Did you mean `SOP21"),
        ("SOP999", "is not the code of a rule"),
        ("unreachable", "`unreachable` is not the code of a rule. `sopbook explain` lists all."),
    ],
)
def test_an_unknown_code(written: str, told: str) -> None:
    result = start("explain", written)
    assert result.exit_code == 2
    assert told in result.output


def test_all_codes() -> None:
    lines = start("explain").output.splitlines()
    assert [line.split()[0] for line in lines] == sorted(RULES)
    assert "SOP210  warning  A step that nothing leads to" in lines


def test_colours_are_for_terminals() -> None:
    assert "\x1b[1m" in CliRunner().invoke(main, ["explain", "SOP210"], color=True).output
    assert "\x1b" not in start("explain", "SOP210").output
