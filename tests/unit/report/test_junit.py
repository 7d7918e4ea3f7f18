"""JUnit's XML, as a reader that others wrote takes it. No package carries a schema of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from junitparser import Failure, JUnitXml, SystemOut, TestCase, TestSuite

from sopbook.core.diagnostic import Diagnostic, Severity
from sopbook.core.span import Span
from sopbook.report import junit
from sopbook.report.material import Findings
from tests.unit.report.sample import CALL, FINDINGS, MADE, MANUAL, TEXTS, many


def suite_of(findings: Findings) -> TestSuite:
    read = JUnitXml.fromstring(junit.render(findings, TEXTS, MANUAL).encode())
    (suite,) = read
    assert isinstance(suite, TestSuite)
    assert (read.tests, read.failures, read.errors) == (suite.tests, suite.failures, suite.errors)
    return suite


def cases(findings: Findings) -> list[TestCase]:
    return list(suite_of(findings))


def test_nothing_found_is_one_case_that_passes() -> None:
    (case,) = cases(())
    assert case.is_passed
    assert suite_of(()).failures == 0


def test_errors_and_warnings_fail() -> None:
    assert [case.is_passed for case in cases(FINDINGS)] == [False, True, False, False, False, False]
    (failure,) = cases(FINDINGS)[2].result
    assert isinstance(failure, Failure)
    assert (failure.type, failure.message) == ("error", "`agnet` is no person, role or team")
    assert "\n     4 |     by: agnet\n" in str(failure.text)


def test_advice_passes_and_is_told() -> None:
    case = cases(FINDINGS)[1]
    assert "stands here twice" in str(case.system_out)
    assert case.is_passed


def test_each_has_a_name_of_its_own() -> None:
    """A reader that finds one name twice shows the first alone."""
    names = [(case.classname, case.name) for case in cases((*FINDINGS, *FINDINGS))]
    assert len(set(names)) == 2 * len(FINDINGS)
    assert {classname for classname, _ in names} >= {CALL}


@given(MADE)
def test_whatever_is_found(findings: Findings) -> None:
    suite = suite_of(findings)
    assert suite.tests == len(list(suite)) == max(len(findings), 1)
    assert suite.failures == sum(found.severity is not Severity.ADVICE for found in findings)


@given(st.text())
def test_whatever_is_written(text: str) -> None:
    """Control characters, half pairs: XML has no way to write them, not even escaped."""
    (case,) = cases((Diagnostic("SOP301", text, Span(CALL, 3, 1, 3, 5), text),))
    assert str(case.name).startswith("SOP301: ")


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1b", "\ufffe", "\ud800"])
def test_what_no_xml_may_hold(character: str) -> None:
    (case,) = cases((Diagnostic("SOP301", f"a{character}b", Span(CALL)),))
    assert case.name == "SOP301: a\ufffdb"


def test_many() -> None:
    assert suite_of(many(50, Severity.WARNING)).failures == 50


def test_advice_alone_has_no_failure() -> None:
    (case, *_) = cases(many(2, Severity.ADVICE))
    assert [type(child) for child in case] == [SystemOut]
