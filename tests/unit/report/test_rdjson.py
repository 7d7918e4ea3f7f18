"""reviewdog's JSON. No package carries a schema of it; this is what its definition says."""

import json
from typing import Any

from hypothesis import given
from jsonschema import Draft7Validator

from sopbook.report import rdjson
from sopbook.report.material import Findings
from tests.unit.report.sample import FINDINGS, MADE, MANUAL, TEXTS

POSITION = {
    "type": "object",
    "properties": {
        "line": {"type": "integer", "minimum": 1},
        "column": {"type": "integer", "minimum": 1},
    },
    "additionalProperties": False,
}
NAMED = {
    "type": "object",
    "properties": {"name": {"type": "string"}},
    "additionalProperties": False,
}
CODE = {
    "type": "object",
    "properties": {"value": {"type": "string"}},
    "additionalProperties": False,
}
DEFINED = Draft7Validator(
    {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "source": NAMED,
            "diagnostics": {
                "type": "array",
                "items": {
                    "type": "object",
                    "additionalProperties": False,
                    "properties": {
                        "message": {"type": "string"},
                        "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                        "code": CODE,
                        "location": {
                            "type": "object",
                            "additionalProperties": False,
                            "properties": {
                                "path": {"type": "string"},
                                "range": {
                                    "type": "object",
                                    "additionalProperties": False,
                                    "required": ["start"],
                                    "properties": {"start": POSITION, "end": POSITION},
                                },
                            },
                        },
                    },
                },
            },
        },
    }
)


def diagnostics(findings: Findings) -> list[dict[str, Any]]:
    whole = json.loads(rdjson.render(findings, TEXTS, MANUAL))
    DEFINED.validate(whole)
    return list(whole["diagnostics"])


@given(MADE)
def test_whatever_is_found(findings: Findings) -> None:
    assert len(diagnostics(findings)) == len(findings)


def test_columns_count_bytes() -> None:
    cut = set()
    for found in diagnostics(FINDINGS):
        place = found["location"].get("range")
        if place and place["start"]["line"] == place["end"]["line"]:
            line = TEXTS[found["location"]["path"]].split("\n")[place["start"]["line"] - 1].encode()
            cut.add(line[place["start"]["column"] - 1 : place["end"]["column"] - 1].decode())
    assert cut == {"agnet", "nowhere.md"}


def test_a_whole_file_has_no_range() -> None:
    assert set(diagnostics(FINDINGS)[0]["location"]) == {"path"}
