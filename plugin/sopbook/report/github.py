"""Findings as notes beside the lines of a change on GitHub: commands that its runner reads."""

from sopbook.core.diagnostic import Diagnostic, Severity
from sopbook.report.material import Findings, Manual, Texts, is_whole_file, weightiest_first
from sopbook.report.text import summary

MOST = 10
"""So many of each kind GitHub shows for a step; further ones stand in the log alone."""
_KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def render(findings: Findings, texts: Texts, manual: Manual) -> str:
    """Write a command per finding, errors first, then how many, and how many are not shown."""
    del texts
    commands = [_command(found, manual) for found in weightiest_first(findings)]
    return "\n".join([*commands, summary(findings), *_rest(findings)])


def hidden(findings: Findings) -> Findings:
    """Give the findings that GitHub does not show."""
    ordered = weightiest_first(findings)
    kinds = ([found for found in ordered if found.severity is kind] for kind in Severity)
    return tuple(found for kind in kinds for found in kind[MOST:])


def _rest(findings: Findings) -> list[str]:
    rest = hidden(findings)
    if not rest:
        return []
    return [f"GitHub shows {MOST} of a kind; not shown: {summary(rest)}. The job summary has all."]


def _command(found: Diagnostic, manual: Manual) -> str:
    properties = ",".join(
        f"{name}={value.translate(_PROPERTY)}" for name, value in _properties(found, manual).items()
    )
    also = (f"{related.message}: {related.span}" for related in found.related)
    # The log shows the message alone, so it begins with the place.
    lines = (f"{found.span}: {found.message}", found.hint, *also)
    message = "\n".join(line for line in lines if line)
    return f"::{_KINDS[found.severity]} {properties}::{message.translate(_DATA)}"


def _properties(found: Diagnostic, manual: Manual) -> dict[str, str]:
    """Name the place and the rule. A note on several lines would stand at the last of them."""
    span = found.span
    place = {"file": span.path, "line": str(span.line)}
    if span.line == span.end_line and not is_whole_file(span):
        place |= {"endLine": str(span.end_line), "col": str(span.column)}
        place |= {"endColumn": str(span.end_column)}
    page = manual.get(found.code)
    return place | {"title": f"{found.code}: {page.title}" if page else found.code}
