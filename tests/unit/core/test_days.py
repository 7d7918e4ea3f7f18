"""Periods by the calendar, and the day of a review."""

import datetime as dt

import pytest

from sopbook.core.days import later, review_due
from sopbook.core.model import Approval, Card, Review
from tests.unit.pages.department import time

START = dt.date(2026, 8, 31)


@pytest.mark.parametrize(
    "period, end",
    [
        ("6 months", dt.date(2027, 2, 28)),
        ("1 year", dt.date(2027, 8, 31)),
        ("18 months", dt.date(2028, 2, 29)),
        ("2 weeks", dt.date(2026, 9, 14)),
        ("36 h", dt.date(2026, 9, 2)),
        ("999999 years", None),
        ("999999 weeks", None),
    ],
)
def test_periods_follow_the_calendar(period: str, end: dt.date | None) -> None:
    assert later(START, time(period)) == end


def test_without_a_review_on_record_the_approval_counts() -> None:
    review = Review(every=time("1 month"))
    assert review_due(Card(review=review)) is None
    assert review_due(Card(review=review, approved=Approval())) is None
    assert review_due(Card(review=review, approved=Approval(on=START))) == dt.date(2026, 9, 30)
    assert review_due(Card(review=Review(last=START))) is None
    assert review_due(Card()) is None
