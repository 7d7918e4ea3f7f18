"""Findings as SARIF 2.1.0, the format of many programs that collect what others find."""

from collections.abc import Mapping
from urllib.parse import quote

from sopbook.core.as_json import as_json
from sopbook.core.diagnostic import Diagnostic, Severity
from sopbook.core.span import Span
from sopbook.report.columns import columns, utf16
from sopbook.report.fingerprints import fingerprints
from sopbook.report.material import Findings, Manual, Texts, is_whole_file, told

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
_FINGERPRINT = "sopbook/v1"

Part = Mapping[str, object]


def render(findings: Findings, texts: Texts, manual: Manual) -> str:
    """Write one run: the rules that found something, and what they found."""
    codes = sorted({found.code for found in findings})
    marks = fingerprints(findings, texts)
    run = {
        "tool": {"driver": {"name": "sopbook", "rules": [_rule(code, manual) for code in codes]}},
        "columnKind": "utf16CodeUnits",
        "results": [
            {
                "ruleId": found.code,
                "ruleIndex": codes.index(found.code),
                **_result(found, texts),
                "partialFingerprints": {_FINGERPRINT: mark},
            }
            for found, mark in zip(findings, marks, strict=True)
        ],
    }
    return as_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: str, manual: Manual) -> Part:
    page = manual.get(code)
    if page is None:
        return {"id": code}
    return {
        "id": code,
        "shortDescription": {"text": page.title},
        "fullDescription": {"text": " ".join(page.text.partition("\n\n")[0].split())},
        "help": {"text": f"{page.text}\n\n`sopbook explain {code}` shows examples."},
    }


def _result(found: Diagnostic, texts: Texts) -> Part:
    result = {
        "level": _LEVELS[found.severity],
        "message": _message(told(found)),
        "locations": [_location(found.span, texts)],
    }
    related = [
        {"id": number, "message": _message(also.message), **_location(also.span, texts)}
        for number, also in enumerate(found.related, start=1)
    ]
    return result | ({"relatedLocations": related} if related else {})


def _message(text: str) -> Part:
    """Write a text that no reader takes for a link: `[words](address)` would be one."""
    return {"text": text.replace("](", "] (")}


def _location(span: Span, texts: Texts) -> Part:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(span.path, errors="surrogateescape")},
            "region": _region(span, texts),
        }
    }


def _region(span: Span, texts: Texts) -> Part:
    if is_whole_file(span):
        return {"startLine": 1}
    start, end = columns(span, texts, utf16)
    return {
        "startLine": span.line,
        "startColumn": start,
        "endLine": span.end_line,
        "endColumn": end,
    }
