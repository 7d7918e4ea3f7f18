"""What GitHub's runner makes of our commands, read by its own rules."""

import re
from itertools import groupby

from hypothesis import given

from sopbook.core.diagnostic import Severity
from sopbook.report import github
from sopbook.report.material import Findings
from tests.unit.report.sample import CALL, FINDINGS, MADE, MANUAL, TEXTS, many

COMMAND = re.compile(r"::(?P<name>[a-z]+)(?: (?P<properties>.*?))?::(?P<data>.*)", re.DOTALL)
PROPERTY = {"%3A": ":", "%2C": ","}
DATA = {"%0D": "\r", "%0A": "\n"}


def unescaped(text: str, signs: dict[str, str]) -> str:
    for written, sign in signs.items():
        text = text.replace(written, sign)
    return text.replace("%25", "%")


def read(line: str) -> tuple[str, dict[str, str], str]:
    """Take a command apart as the runner does: properties end at a comma, the rest is data."""
    found = COMMAND.fullmatch(line)
    assert found, line
    parts = (part.split("=", 1) for part in found["properties"].split(","))
    properties = {name: unescaped(value, DATA | PROPERTY) for name, value in parts}
    return found["name"], properties, unescaped(found["data"], DATA)


def lines(findings: Findings) -> list[str]:
    return github.render(findings, TEXTS, MANUAL).split("\n")


@given(MADE)
def test_every_finding_is_one_command(findings: Findings) -> None:
    *commands, _ = lines(findings)
    told = [read(line) for line in commands]
    assert len(told) == len(findings)
    assert sorted(message.split("\n")[0] for _, _, message in told) == sorted(
        f"{found.span}: {found.message}".split("\n")[0] for found in findings
    )
    assert {properties["file"] for _, properties, _ in told} == {
        found.span.path for found in findings
    }


def test_errors_come_first() -> None:
    kinds = [read(line)[0] for line in lines(FINDINGS)[:-1]]
    assert [kind for kind, _ in groupby(kinds)] == ["error", "warning", "notice"]


def test_a_place_of_one_line_has_columns() -> None:
    """Of a note on several lines GitHub drops the columns, and puts it below the last of them."""
    properties = [read(line)[1] for line in lines(FINDINGS)[:-1]]
    assert properties[0] == {
        "file": CALL,
        "line": "4",
        "endLine": "4",
        "col": "9",
        "endColumn": "14",
        "title": "SOP301: A name that is no person, role or team",
    }
    assert properties[-1] == {
        "file": CALL,
        "line": "3",
        "title": "SOP216: A step, done twice: 100 % the same",
    }


def test_the_message_says_everything() -> None:
    assert read(lines(FINDINGS)[0])[2] == (
        f"{CALL}:4:9: `agnet` is no person, role or team\n"
        "Did you mean `agent`?\n"
        "the roles: sops/organisation.yml:2:3"
    )


def test_what_is_not_shown_is_counted() -> None:
    few = (*many(10, Severity.ERROR), *many(10, Severity.WARNING), *many(10, Severity.ADVICE))
    assert lines(few)[-1] == "10 errors, 10 warnings, 10 advice"
    crowd = (*many(12, Severity.ADVICE), *many(11, Severity.ERROR), *many(3, Severity.WARNING))
    assert lines(crowd)[-2:] == [
        "11 errors, 3 warnings, 12 advice",
        "GitHub shows 10 of a kind; not shown: 1 error, 2 advice. The job summary has all.",
    ]
    assert len(lines(crowd)) == len(crowd) + 2
