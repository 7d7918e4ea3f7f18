"""What is wrong, where, and what would be right: data, never text for one output."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sopbook.core.span import Span


class Severity(StrEnum):
    """How much a finding matters: an error stops the build, a warning stops a strict one."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to a finding, and why."""

    message: str
    span: Span


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding.

    `message` is a sentence in the author's words with names in backticks; `hint` is the way out.
    """

    code: str
    message: str
    span: Span
    hint: str = ""
    severity: Severity = Severity.ERROR
    related: tuple[Related, ...] = ()


def in_order(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort findings by place, then code, each once."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda d: (d.span, d.code, d.message)))


def errors(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Keep the findings that must stop a build."""
    return tuple(found for found in findings if found.severity is Severity.ERROR)
