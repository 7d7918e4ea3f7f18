"""What makes two findings the same one in two reports."""

from dataclasses import replace

from hypothesis import given

from sopbook.core.diagnostic import Diagnostic
from sopbook.report.fingerprints import fingerprints
from sopbook.report.material import Findings
from tests.unit.report.sample import CALL, FINDINGS, MADE, TEXTS

LOWER = 7


def lower(found: Diagnostic) -> Diagnostic:
    span = found.span
    moved = replace(span, line=span.line + LOWER, end_line=span.end_line + LOWER)
    message = found.message.replace("line 3", f"line {3 + LOWER}")
    return replace(found, span=moved, message=message)


def test_lines_above_change_nothing() -> None:
    texts = {path: "\n" * LOWER + text for path, text in TEXTS.items()}
    stretches = FINDINGS[1:]  # The first is about the file as a whole, and stays where it is.
    assert fingerprints(tuple(lower(found) for found in stretches), texts) == fingerprints(
        stretches, TEXTS
    )


def test_neither_does_the_margin() -> None:
    texts = TEXTS | {CALL: TEXTS[CALL].replace("    by: agnet", "      by: agnet")}
    assert fingerprints(FINDINGS, texts) == fingerprints(FINDINGS, TEXTS)


def test_those_that_are_alike_differ() -> None:
    """Lines 4 and 6 of the sample are the same, with the same mistake."""
    assert len(set(fingerprints(FINDINGS, TEXTS))) == len(FINDINGS)


def test_another_mistake_changes_only_its_own() -> None:
    before, after = fingerprints(FINDINGS[2:], TEXTS), fingerprints(FINDINGS[1:], TEXTS)
    assert before == after[1:]


@given(MADE)
def test_all_differ(findings: Findings) -> None:
    assert len(set(fingerprints(findings, TEXTS))) == len(findings)
