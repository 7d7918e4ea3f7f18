"""Days for readers."""

import datetime as dt

from sopbook import assets
from sopbook.pages.dates import day


def test_a_day_is_written_in_the_readers_language() -> None:
    found = day(dt.date(2026, 8, 31), assets.words("ro"))
    assert found
    assert (found.iso, found.text) == ("2026-08-31", "31 august 2026")
    assert day(None, assets.words("en")) is None
