"""Histories, told by hand."""

import datetime as dt
from collections.abc import Iterable

from sopbook.core.names import Names
from sopbook.history.changes.kinds import Weight
from sopbook.history.changes.sentence import Sentence, Sign
from sopbook.history.chronicle import Chronicle
from sopbook.history.follow import Kind
from sopbook.history.log import Author, Commit, Message
from sopbook.history.sops import Entry
from sopbook.history.telling import Telling
from sopbook.pages.news.stories import Story, stories

NOON = 1_790_848_800  # 2026-10-01T10:00:00Z
DAY = 86_400
ZONE = dt.timezone(dt.timedelta(hours=3))
EVIL = "\"'><script>alert(1)</script>&<img src=x onerror=alert(1)>{{7*7}}*_`[x](javascript:x)"


def said(text: str, *steps: str, weight: Weight = Weight.MATERIAL) -> Sentence:
    return Sentence(text, Sign.CHANGED, weight, steps)


def minor(text: str, *steps: str) -> Sentence:
    return said(text, *steps, weight=Weight.EDITORIAL)


def telling(
    *sentences: Sentence,
    day: float = 0,
    why: str = "Calls last too long",
    more: str = "",
    who: tuple[str, ...] = ("Ana Ionescu",),
    hidden: bool = False,
    boundary: bool = False,
) -> Telling:
    commit = Commit(
        f"{int(day * 1000):040x}", ("0",), int(NOON + day * DAY), 0, Author("Ana Ionescu"),
        Message(why, why, more), boundary=boundary,
    )  # fmt: skip
    return Telling(Entry(commit, Kind.CHANGED, (), why, who, hidden=hidden), (), (), sentences)


def told(tellings: dict[str, Iterable[Telling]], names: Names, **more: object) -> tuple[Story, ...]:
    """Tell what happened to which SOP, newest first."""
    history = {sop: tuple(each) for sop, each in tellings.items()}
    return stories(Chronicle(history, **more), names, ZONE)  # type: ignore[arg-type]


def some(names: Names) -> tuple[Story, ...]:
    """Three changes on two days, one of them of wording alone."""
    return told(
        {
            "complaint-call": [
                telling(minor("A comma moved", "greet"), day=2),
                telling(
                    minor("The note changed", "greet"),
                    said("The deadline is tighter: 30 s instead of 60 s", "greet", "open"),
                    day=1,
                    more="Customers told us.\nWe listened.",
                ),
            ],
            "refund": [telling(said("This SOP is new"), day=1.1, who=(), boundary=True)],
        },
        names,
    )
