"""Rules over the whole library, one module each: what a customer would stumble over."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sopbook.checks.ground import ground_of
from sopbook.checks.policy import Policy
from sopbook.checks.rules import CHECKS
from sopbook.checks.waivers import Waived, sift
from sopbook.core.diagnostic import Diagnostic, in_order
from sopbook.core.reading import Reading

AS_WRITTEN = Policy()


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was found, and what of it somebody lets stand."""

    findings: tuple[Diagnostic, ...]
    waived: tuple[Waived, ...] = ()


def findings_of(reading: Reading, policy: Policy = AS_WRITTEN) -> tuple[Diagnostic, ...]:
    """Give every mistake: of form, found while reading, and of meaning, found by the rules."""
    return judge(reading, policy).findings


def judge(reading: Reading, policy: Policy = AS_WRITTEN) -> Judgement:
    """Give every mistake, and apart from them those that are waived."""
    found, waived = sift(_found(reading, policy), reading, policy)
    return Judgement(
        in_order(_weighed(found, policy)),
        tuple(
            Waived(finding, one.reason)
            for one in waived
            for finding in _weighed((one.finding,), policy)
        ),
    )


def _found(reading: Reading, policy: Policy) -> Iterator[Diagnostic]:
    ground = ground_of(reading, policy.on)
    yield from reading.findings
    for check in CHECKS:
        yield from check(ground)


def _weighed(findings: Iterable[Diagnostic], policy: Policy) -> Iterator[Diagnostic]:
    """Give each finding the severity it has here; what is off is left out."""
    for found in findings:
        severity = policy.severity(found.code)
        if severity:
            yield replace(found, severity=severity)
