"""Texts compared: by blocks, then by words; broken lines and marks of lists mean nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopbook.history.changes.align import aligned
from sopbook.history.changes.blocks import Block, Stretch, stretches, written
from sopbook.history.changes.kinds import Weight
from sopbook.history.changes.sentence import Sentence
from sopbook.history.changes.words import Side, is_slip, pieces
from tests.unit.history import mutations
from tests.unit.history.compared import sop, told

ALL = """Before you call:
look it up.

## Unusual *cases* ##

A title below
=============
- First
  things first
* Second
    1. Deeper
    2) And again
+ Third

> **Agent:** Hello.
> How are you?
>
> > **Customer:** Well.

| You may give | Agent |
|:---|---:|
| Credit |  up to 60 EUR|
!!! note "Mind"
    What is inside.
---
<!-- nobody
sees this --> What is seen <!-- not closed

```yaml
  - do: x   # as it stands
```
~~~
never closed
"""
SIDES = {Side.BOTH: "{}", Side.BEFORE: "[-{}-]", Side.AFTER: "{{+{}+}}"}


def shown(before: str, after: str) -> str:
    """Mark what went and came."""
    return "".join(SIDES[piece.side].format(piece.text) for piece in pieces(before, after))


def marked(found: Sentence) -> list[str]:
    """Give what a sentence shows, block by block."""
    return [
        f"{shown.sign} {shown.block}: "
        + "".join(SIDES[piece.side].format(piece.text) for piece in shown.pieces)
        for shown in found.wording
    ]


def test_a_text_is_blocks() -> None:
    assert stretches(ALL) == (
        Stretch(Block.PARAGRAPH, "Before you call: look it up."),
        Stretch(Block.HEADING, "Unusual *cases*", 2),
        Stretch(Block.HEADING, "A title below", 1),
        Stretch(Block.BULLET, "First things first"),
        Stretch(Block.BULLET, "Second"),
        Stretch(Block.NUMBERED, "Deeper", 1),
        Stretch(Block.NUMBERED, "And again", 1),
        Stretch(Block.BULLET, "Third"),
        Stretch(Block.QUOTE, "**Agent:** Hello. How are you?"),
        Stretch(Block.QUOTE, "**Customer:** Well."),
        Stretch(Block.ROW, "You may give | Agent"),
        Stretch(Block.ROW, "Credit | up to 60 EUR"),
        Stretch(Block.PARAGRAPH, '!!! note "Mind"'),
        Stretch(Block.HEADING, "What is inside.", 2),
        Stretch(Block.PARAGRAPH, "What is seen <!-- not closed"),
        Stretch(Block.CODE, "```yaml\n  - do: x   # as it stands\n```"),
        Stretch(Block.CODE, "~~~\nnever closed\n"),
    )


def test_blocks_are_read_as_they_were_written() -> None:
    assert stretches(written(stretches(ALL))) == stretches(ALL)


MARKS = ("#", "-", "|", ">", "+", "1.", "<!--", "-->", "===")
SIGNS = st.sampled_from([*mutations.LINES, *ALL.split("\n"), *MARKS])
LINES = st.lists(SIGNS | st.text("ab #>|-*1.!`~<\t", max_size=12), max_size=12)


@settings(max_examples=300)
@given(LINES)
def test_whatever_is_written_down_is_read_again(lines: list[str]) -> None:
    found = stretches("\n".join(lines))
    assert stretches(written(found)) == found


@pytest.mark.parametrize(
    "before, after, expected",
    [
        ("Open the case", "Write the ticket", "[-Open the case-]{+Write the ticket+}"),
        ("within 20 s", "within 30 s", "within[- 20-]{+ 30+} s"),
        (
            "The limits are per case, and they are meant to be used.",
            "The limits are per case and meant to be used.",
            "The limits are per case[-,-] and[- they are-] meant to be used.",
        ),
        ("", "New words", "{+New words+}"),
        ("Old words", "", "[-Old words-]"),
        ("Same words", "Same  words", "Same  words"),
        (
            "How to find it: https://a.example.com/x",
            "How to find it: https://a.example.com/y",
            "How to find it:[- https://a.example.com/x-]{+ https://a.example.com/y+}",
        ),
    ],
)  # fmt: skip
def test_words_that_went_and_came(before: str, after: str, expected: str) -> None:
    assert shown(before, after) == expected


TEXT = st.text("ab c.,1", max_size=30)


@given(TEXT, TEXT)
def test_both_wordings_are_there(before: str, after: str) -> None:
    found = pieces(before, after)
    for side, whole in ((Side.AFTER, before), (Side.BEFORE, after)):
        words = "".join(piece.text for piece in found if piece.side is not side)
        assert words.split() == whole.split() or "".join(words.split()) == "".join(whole.split())


@pytest.mark.parametrize(
    "before, after",
    [
        ("Recieve the parcel", "Receive the parcel"),
        ("Open a case", "open a case."),
        ("informatii", "informații"),
        ("e-mail", "email"),
        ("colour", "color"),
        ("Recieve Parcel", "Receive parcel"),
        ("the customr's name", "the customer's name"),
        ("wait for the carier", "wait for the career"),
        ("**Stay** calm", "Stay calm!"),
        ("", ""),
    ],
)
def test_slips(before: str, after: str) -> None:
    assert is_slip(before, after)
    assert is_slip(after, before)


@pytest.mark.parametrize(
    "before, after",
    [
        ("You may refund", "You may not refund"),
        ("now", "not"),
        ("possible", "impossible"),
        ("plătit", "neplătit"),
        ("accept", "except"),
        ("up to 60 EUR", "up to 50 EUR"),
        ("1.5 kg", "15 kg"),
        ("1 5", "15"),
        ("room 4b", "room 4c"),
        ("order12345", "order12346"),
        ("https://a.example.com", "https://a.example.org"),
        ("case", "ticket"),
        ("and/or", "and or"),
        ("customer", "customers, too"),
        ("delivery", "discovery"),
        ("", "Stay calm"),
    ],
)
def test_what_is_no_slip(before: str, after: str) -> None:
    assert not is_slip(before, after)
    assert not is_slip(after, before)


SEQUENCES = st.lists(st.integers(0, 6), max_size=25) | st.lists(st.integers(), max_size=25)


@given(SEQUENCES, SEQUENCES)
def test_what_is_aligned_is_the_same_and_in_order(before: list[int], after: list[int]) -> None:
    found = aligned(before, after)
    assert all(before[i] == after[j] for i, j in found)
    assert found == sorted(found)
    assert len({i for i, _ in found}) == len({j for _, j in found}) == len(found)


def test_what_has_no_anchor_in_a_long_stretch_is_not_searched() -> None:
    assert aligned([1, 2] * 50, [2, 1] * 50) == []
    assert len(aligned([1, 2] * 20, [2, 1] * 20)) == 39


@given(SEQUENCES)
def test_what_is_the_same_is_aligned(items: list[int]) -> None:
    assert aligned(items, items) == [(place, place) for place in range(len(items))]
    assert len(aligned(items, [*items, 7])) == len(items)


def test_long_texts_are_told_by_section() -> None:
    before = (
        "Before all.\n\n## Limits\n\nThe limits are per case.\nNobody asks.\n\n"
        "| Credit | 60 EUR |\n\n## Letters\n\nTake it down.\n\n## Calls\n\nPick up.\n"
    )
    after = (
        "Before anything.\n\n## Limits\n\nThe limits are\nper case. Nobody asks.\n\n"
        "| Credit | 70 EUR |\n\n## Calls\n\nPick up at once.\n\n- Smile\n\n"
        "## Visits\n\nRing the bell.\n"
    )
    found = told(sop(text=before), sop(text=after))
    assert [each.text for each in found] == [
        "The text changed",
        "The text under “Limits” changed",
        "The section “Letters” is gone from the text",
        "The text under “Calls” changed",
        "The text has a new section, “Visits”",
    ]
    assert [marked(each) for each in found] == [
        ["changed paragraph: Before[- all-]{+ anything+}."],
        ["changed row: Credit |[- 60-]{+ 70+} EUR"],
        ["removed heading: [-Letters-]", "removed paragraph: [-Take it down.-]"],
        ["changed paragraph: Pick up{+ at once+}.", "added bullet: {+Smile+}"],
        ["added heading: {+Visits+}", "added paragraph: {+Ring the bell.+}"],
    ]


def test_what_is_under_a_renamed_heading_is_told_under_its_new_words() -> None:
    before = "## Unusual cases\n\nGone by now.\n\nStays as it is.\n"
    after = "## Very unusual cases\n\nStays as it is.\n"
    (found,) = told(sop(text=before), sop(text=after))
    assert found.text == "The text under “Very unusual cases” changed"
    assert marked(found) == [
        "changed heading: [-Unusual-]{+Very unusual+} cases",
        "removed paragraph: [-Gone by now.-]",
    ]


def test_code_in_a_list_is_code() -> None:
    found = stretches("- So:\n\n    ```\n    a\n      b\n  c\n    ```\n\n    ~~~ x\n")
    assert [each.text for each in found] == ["So:", "```\na\n  b\nc\n```", "~~~ x\n"]


def test_code_is_compared_line_by_line() -> None:
    before = "```\nsteps:\n  - do: One\n  - do: Two\n  - do: Three\n```\n"
    (found,) = told(sop(text=before), sop(text=before.replace("Two", "Four")))
    code = "```\nsteps:\n  - do: One[-\n  - do: Two-]{+\n  - do: Four+}\n  - do: Three\n```"
    assert marked(found) == [f"changed code: {code}"]


@pytest.mark.parametrize(
    "before, after, weight",
    [
        ("Take it down.", "Take it down!", Weight.EDITORIAL),
        ("Recieve it.", "Receive it.", Weight.EDITORIAL),
        ("## Calls\n\nx", "### Calls\n\nx", Weight.EDITORIAL),
        ("Take it down.", "- Take it down.", Weight.EDITORIAL),
        ("Take it down.", "Take it up.", Weight.MATERIAL),
        ("Take it down.", "Take it down.\n\nNow.", Weight.MATERIAL),
        ("Take it down.\n\nNow.", "Take it down.", Weight.MATERIAL),
        ("Take it down.", "", Weight.MATERIAL),
    ],
)
def test_slips_are_editorial(before: str, after: str, weight: Weight) -> None:
    (found,) = told(sop(text=before), sop(text=after))
    assert found.weight is weight


@pytest.mark.parametrize(
    "before, after",
    [
        ("Two lines\nof a paragraph.", "Two\nlines of a   paragraph."),
        ("* One\n* Two", "- One\n- Two"),
        ("1. One\n2. Two", "1. One\n1. Two"),
        ("Title\n-----\n\nx", "## Title\n\nx"),
        ("a\n\n\n\nb <!-- later -->", "a\n\nb\n\n---\n"),
        ("|a|b|\n|-|-|\n|1|2|", "| a | b |\n|:----|:----|\n| 1 | 2 |"),
        ("- One\n  - Two", "- One\n    - Two"),
    ],
)
def test_other_lines_are_no_other_text(before: str, after: str) -> None:
    assert told(sop(text=before), sop(text=after)) == ()
