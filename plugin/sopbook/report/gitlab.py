"""Findings for GitLab's code quality report: what a merge request brings and what it mends."""

from sopbook.core.as_json import as_json
from sopbook.core.diagnostic import Severity
from sopbook.report.fingerprints import fingerprints
from sopbook.report.material import Findings, Manual, Texts, told

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.ADVICE: "info"}


def render(findings: Findings, texts: Texts, manual: Manual) -> str:
    """Write one entry per finding."""
    del manual
    marks = fingerprints(findings, texts)
    return as_json(
        [
            {
                "description": told(found),
                "check_name": found.code,
                "fingerprint": mark,
                "severity": _SEVERITIES[found.severity],
                "location": {"path": found.span.path, "lines": {"begin": found.span.line}},
            }
            for found, mark in zip(findings, marks, strict=True)
        ]
    )
