"""SARIF, against the schema as OASIS published it."""

import json
from typing import Any
from urllib.parse import unquote

from hypothesis import given

from sopbook.report import sarif
from sopbook.report.material import Findings
from tests.unit.report.sample import CALL, FINDINGS, MADE, MANUAL, ODD, TEXTS
from tests.unit.report.schemas import SARIF, validator


def run(findings: Findings) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(sarif.render(findings, TEXTS, MANUAL))
    validator(SARIF).validate(whole)
    (only,) = whole["runs"]
    return dict(only)


def place(result: dict[str, Any]) -> dict[str, Any]:
    (location,) = result["locations"]
    return dict(location["physicalLocation"])


def test_the_schema_refuses_what_is_wrong() -> None:
    """It is the real one: a result without a message is none."""
    whole = {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "results": [{}]}]}
    assert not validator(SARIF).is_valid(whole)


def test_nothing_found() -> None:
    assert run(())["results"] == []


@given(MADE)
def test_whatever_is_found(findings: Findings) -> None:
    found = run(findings)
    rules = [rule["id"] for rule in found["tool"]["driver"]["rules"]]
    for result, finding in zip(found["results"], findings, strict=True):
        assert rules[result["ruleIndex"]] == result["ruleId"] == finding.code
        assert unquote(place(result)["artifactLocation"]["uri"]) == finding.span.path
        assert "](" not in result["message"]["text"]


def test_columns_count_as_utf_16_does() -> None:
    """A reader that holds text in code units, as most do, cuts out the very word."""
    found = run(FINDINGS)
    assert found["columnKind"] == "utf16CodeUnits"
    cut = set()
    for result in found["results"]:
        region = place(result)["region"]
        if region.get("endLine") == region["startLine"]:
            path = unquote(place(result)["artifactLocation"]["uri"])
            line = TEXTS[path].split("\n")[region["startLine"] - 1].encode("utf-16-le")
            start, end = region["startColumn"] - 1, region["endColumn"] - 1
            cut.add(line[2 * start : 2 * end].decode("utf-16-le"))
    assert cut == {"agnet", "nowhere.md"}


def test_levels_and_related_places() -> None:
    results = run(FINDINGS)["results"]
    assert [result["level"] for result in results] == [
        "warning", "note", "error", "error", "error", "warning",
    ]  # fmt: skip
    assert ["relatedLocations" in result for result in results].count(True) == 2
    assert {place(result)["artifactLocation"]["uri"] for result in results} >= {CALL}
    assert unquote(place(results[-1])["artifactLocation"]["uri"]) == ODD
