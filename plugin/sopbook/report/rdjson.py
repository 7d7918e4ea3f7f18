"""Findings as reviewdog reads them, to write them beside the lines of a change elsewhere."""

from collections.abc import Mapping

from sopbook.core.as_json import as_json
from sopbook.core.diagnostic import Severity
from sopbook.core.span import Span
from sopbook.report.columns import columns, utf8
from sopbook.report.material import Findings, Manual, Texts, is_whole_file, told

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.ADVICE: "INFO"}


def render(findings: Findings, texts: Texts, manual: Manual) -> str:
    """Write one diagnostic per finding."""
    del manual
    diagnostics = [
        {
            "message": told(found),
            "location": {"path": found.span.path, **_range(found.span, texts)},
            "severity": _SEVERITIES[found.severity],
            "code": {"value": found.code},
        }
        for found in findings
    ]
    return as_json({"source": {"name": "sopbook"}, "diagnostics": diagnostics})


def _range(span: Span, texts: Texts) -> Mapping[str, object]:
    """Give the stretch, its end not included; columns count bytes."""
    if is_whole_file(span):
        return {}
    start, end = columns(span, texts, utf8)
    return {
        "range": {
            "start": {"line": span.line, "column": start},
            "end": {"line": span.end_line, "column": end},
        }
    }
