"""Single values as people type them."""

import pytest

from sopbook.core.fold import fold, nearest, slug
from sopbook.core.hours import parse_hours
from sopbook.core.measures import parse_duration
from sopbook.core.values import is_id, is_link, parse_share, parse_target


@pytest.mark.parametrize(
    "text, least, most, working",
    [
        ("30 s", 30, 30, False),
        ("1-2 min", 60, 120, False),
        ("1 - 2 min", 60, 120, False),
        ("1.5 h", 5400, 5400, False),
        ("24 h", 86_400, 86_400, False),
        ("3 Days", 259_200, 259_200, False),
        ("2 working days", 172_800, 172_800, True),
        ("2 weeks", 1_209_600, 1_209_600, False),
    ],
)
def test_durations(text: str, least: float, most: float, working: bool) -> None:  # noqa: FBT001 - a table's column
    """Times are read in seconds, ranges as two ends."""
    found = parse_duration(text)
    assert found is not None
    assert (found.least, found.most, found.working) == (least, most, working)


@pytest.mark.parametrize(
    "text",
    ["", "soon", "5", "min", "2-1 h", "2 working hours", "1,5 h", "-3 s", "1-2-3 s", "9999999 s"],
)
def test_no_durations(text: str) -> None:
    """What is no time is refused, never guessed."""
    assert parse_duration(text) is None


def test_targets_and_shares() -> None:
    """Bounds with a number or a time."""
    assert parse_target("at least 90 %") == ("at least", "90 %", 90, "%")
    assert parse_target("at most 24 h") == ("at most", "24 h", 86_400, "s")
    assert parse_target("at least 4,5") == ("at least", "4,5", 4.5, "")
    assert parse_target("90 %") is None
    assert (
        parse_share("30 %"),
        parse_share("0 %"),
        parse_share("101 %"),
        parse_share("a third"),
    ) == (0.3, 0, None, None)


def test_hours() -> None:
    """Days and times, around the week and over midnight."""
    found = parse_hours("Mon-Fri 08:00-20:00, Sat 09:00-14:00")
    assert found is not None
    assert [(shift.days, shift.start, shift.end) for shift in found.shifts] == [
        ((0, 1, 2, 3, 4), 480, 1200),
        ((5,), 540, 840),
    ]
    weekend = parse_hours("Fri-Mon 22:00-06:00")
    assert weekend is not None
    assert weekend.shifts[0].days == (4, 5, 6, 0)
    assert parse_hours("24/7") is not None
    assert [
        parse_hours(text) for text in ("9 to 5", "Mon 25:00-26:00", "Mon-Foo 09:00-10:00", "")
    ] == [None] * 4


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "www.example.com",
        "https://",
        "https://a b",
        "//x.example",
    ],
)
def test_no_links(text: str) -> None:
    """Only whole addresses with a harmless scheme are links."""
    assert not is_link(text)


@pytest.mark.parametrize(
    "text",
    ["https://example.com/x?y=1", "mailto:a@example.com", "tel:+4021555", "http://localhost:8000"],
)
def test_links(text: str) -> None:
    """Whole addresses."""
    assert is_link(text)


def test_ids() -> None:
    """Small letters, digits and dashes, no Windows device."""
    assert is_id("complaint-call2")
    assert not any(
        is_id(text) for text in ("Complaint", "a b", "", "-a", "a-", "con", "lpt1", "x" * 65, "é")
    )


def test_fold_and_nearest() -> None:
    """Case and marks do not matter; names unlike all are not guessed."""
    assert fold("ÎNTREBĂRI Şi Łódź İstanbul straße") == "intrebari si lodz istanbul strasse"
    assert slug("Who's calling?") == "who-s-calling"
    assert nearest("agnet", ["agent", "customer"]) == "agent"
    assert nearest("dp", ["ask", "do"]) == "do"
    assert nearest("xyz", ["agent", "customer"]) == ""
