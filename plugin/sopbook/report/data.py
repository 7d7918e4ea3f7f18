"""Findings as JSON of our own, for programs that people write for themselves.

`version` is raised when a key changes its meaning or goes; new keys may come at any time. Lines and
columns count from 1, columns count characters, and `end_column` is the first one after the stretch.
`fingerprint` stays the same when only lines above the finding come or go.
"""

from collections.abc import Mapping

from sopbook.core.as_json import as_json
from sopbook.core.diagnostic import Diagnostic, Severity
from sopbook.core.span import Span
from sopbook.report.fingerprints import fingerprints
from sopbook.report.material import Findings, Manual, Texts

VERSION = 1

Part = Mapping[str, object]


def render(findings: Findings, texts: Texts, manual: Manual) -> str:
    """Write how many of each severity there are, and everything about each."""
    marks = fingerprints(findings, texts)
    severities = [found.severity for found in findings]
    return as_json(
        {
            "version": VERSION,
            "counts": {severity: severities.count(severity) for severity in Severity},
            "findings": [
                {**_finding(found, manual), "fingerprint": mark}
                for found, mark in zip(findings, marks, strict=True)
            ],
        }
    )


def _finding(found: Diagnostic, manual: Manual) -> Part:
    page = manual.get(found.code)
    return {
        "code": found.code,
        "title": page.title if page else "",
        "severity": found.severity,
        "message": found.message,
        "hint": found.hint,
        **_place(found.span),
        "related": [{"message": also.message, **_place(also.span)} for also in found.related],
    }


def _place(span: Span) -> Part:
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
