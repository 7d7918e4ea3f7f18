"""Rules over the whole library, one module each: what a customer would stumble over."""

from collections.abc import Iterator
from dataclasses import replace

from sopbook.checks.ground import ground_of
from sopbook.checks.policy import Policy
from sopbook.checks.rules import CHECKS
from sopbook.checks.waivers import sift
from sopbook.core.diagnostic import Diagnostic, in_order
from sopbook.core.reading import Reading

AS_WRITTEN = Policy()


def findings_of(reading: Reading, policy: Policy = AS_WRITTEN) -> tuple[Diagnostic, ...]:
    """Give every mistake: of form, found while reading, and of meaning, found by the rules."""
    return in_order(_weighed(sift(_found(reading, policy), reading, policy), policy))


def _found(reading: Reading, policy: Policy) -> Iterator[Diagnostic]:
    ground = ground_of(reading, policy.on)
    yield from reading.findings
    for check in CHECKS:
        yield from check(ground)


def _weighed(findings: Iterator[Diagnostic], policy: Policy) -> Iterator[Diagnostic]:
    """Give each finding the severity it has here; what is off is left out."""
    for found in findings:
        severity = policy.severity(found.code)
        if severity:
            yield replace(found, severity=severity)
