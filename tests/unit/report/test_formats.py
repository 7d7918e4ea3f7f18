"""Each format to the letter, as files that reviewers open."""

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from sopbook.report import job_summary
from sopbook.report.catalogue import FORMATS
from tests.unit.report.sample import FINDINGS, MANUAL, TEXTS

ALL = {**FORMATS, "job-summary": job_summary.render}


class ReportFile(SingleFileSnapshotExtension):
    """One report a file."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


@pytest.mark.parametrize("name", ALL)
def test_a_report(name: str, snapshot: SnapshotAssertion) -> None:
    assert ALL[name](FINDINGS, TEXTS, MANUAL) == snapshot(extension_class=ReportFile)


@pytest.mark.parametrize("name", ALL)
def test_a_report_of_nothing(name: str, snapshot: SnapshotAssertion) -> None:
    assert ALL[name]((), {}, MANUAL) == snapshot(extension_class=ReportFile)


@pytest.mark.parametrize("name", ALL)
def test_a_report_without_a_manual(name: str) -> None:
    assert "SOP301" in ALL[name](FINDINGS, TEXTS, {})
