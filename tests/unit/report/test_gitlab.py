"""GitLab's code quality report. No package carries a schema of it; this is what GitLab asks for."""

import json
from typing import Any

from hypothesis import given
from jsonschema import Draft7Validator

from sopbook.report import gitlab
from sopbook.report.material import Findings, Texts
from tests.unit.report.sample import CALL, FINDINGS, MADE, MANUAL, TEXTS

ASKED = Draft7Validator(
    {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "properties": {
                "description": {"type": "string"},
                "check_name": {"type": "string"},
                "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "properties": {
                        "path": {"type": "string"},
                        "lines": {
                            "type": "object",
                            "required": ["begin"],
                            "properties": {"begin": {"type": "integer", "minimum": 1}},
                        },
                    },
                },
            },
        },
    }
)


def entries(findings: Findings, texts: Texts = TEXTS) -> list[dict[str, Any]]:
    whole: list[dict[str, Any]] = json.loads(gitlab.render(findings, texts, MANUAL))
    ASKED.validate(whole)
    return whole


@given(MADE)
def test_whatever_is_found(findings: Findings) -> None:
    marks = [entry["fingerprint"] for entry in entries(findings)]
    assert len(marks) == len(findings) == len(set(marks))


def test_a_path_is_the_one_in_the_repository() -> None:
    assert entries(FINDINGS)[0]["location"] == {"path": CALL, "lines": {"begin": 1}}
