"""What the person who builds the site is told."""

import pytest

from sopbook.history.lack import Lack, Missing
from sopbook.history.log import Log
from sopbook.history.remarks import remarks_on, remarks_on_missing


@pytest.mark.parametrize("lack", Lack)
def test_why_there_is_none(lack: Lack) -> None:
    remark = remarks_on_missing(Missing(lack, "2.25 {x}"))
    assert remark.message.startswith("No changes are shown: ")
    assert remark.message.count("2.25 {x}") == (lack in {Lack.OLD_GIT, Lack.UNREADABLE})
    assert remark.hint.endswith(".")
    assert not remark.is_warning


def test_nothing_to_say() -> None:
    assert list(remarks_on(Log("1"))) == []


def test_what_is_not_known() -> None:
    shallow, partial, another = remarks_on(Log("1", shallow=True, partial=True), is_anothers=True)
    assert shallow.is_warning
    assert "fetch-depth: 0" in shallow.hint
    assert 'GIT_DEPTH: "0"' in shallow.hint
    assert not partial.is_warning
    assert "--filter" in partial.hint
    assert "another user" in another.message
