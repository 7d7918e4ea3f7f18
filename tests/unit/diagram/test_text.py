"""Lines of text: none too wide, nothing lost, and wide enough for the fonts people have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbook.diagram.text import GLUE, width, wrap

texts = st.text(st.characters(exclude_categories=["C", "Z"], max_codepoint=0x2FFF), min_size=1)
sentences = st.lists(texts, min_size=1, max_size=12).map(" ".join)
rooms = st.floats(60, 240)


@given(sentences, rooms)
def test_no_line_is_wider_than_its_room(text: str, room: float) -> None:
    assert all(width(line, 14) <= room + 1e-6 for line in wrap(text, room, 14, 50))


@given(sentences, rooms)
def test_nothing_is_lost(text: str, room: float) -> None:
    shown = "".join(wrap(text, room, 14, 1_000))
    assert shown.replace("-", "").replace(" ", "") == text.replace("-", "").replace(" ", "")


@given(sentences, rooms, st.integers(1, 4))
def test_what_does_not_fit_ends_in_an_ellipsis(text: str, room: float, most: int) -> None:
    lines = wrap(text, room, 14, most)
    whole = wrap(text, room, 14, 10_000)
    assert len(lines) <= most
    assert lines[-1].endswith("…") or lines == whole


def test_lines_are_even() -> None:
    assert wrap("Does the customer accept the solution?", 164, 14, 8) == (
        "Does the customer",
        "accept the solution?",
    )


def test_long_words_are_broken_with_a_hyphen() -> None:
    first, *_, last = wrap("Nebeprisikiškiakopūsteliaudami", 120, 14, 8)
    assert first.endswith("-")
    assert not last.endswith("-")


def test_a_hyphen_of_the_words_own_is_not_doubled() -> None:
    assert "--" not in " ".join(wrap("refund-of-a-returned-parcel-" * 4, 90, 14, 20))


def test_names_stay_together_where_there_is_room() -> None:
    name = f"Support{GLUE}agent"
    assert wrap(f"15 · {name}", 100, 12, 2) == ("15 ·", name)
    assert wrap(name, 70, 12, 2) == ("Support", "agent")


@pytest.mark.parametrize(
    "text,least",
    [("Does the customer accept?", 165), ("Müşteri kabul ediyor mu?", 160), ("ținută", 38)],
)
def test_widths_are_those_of_a_wide_font(text: str, least: float) -> None:
    """Least: the text in Liberation Sans at 14 px, as a browser measures it, less 5 %."""
    assert least * 0.95 < width(text, 14) < least * 1.35


def test_characters_nobody_measured_have_room() -> None:
    assert width("\u0301", 10) == 0
    assert width("漢", 10) == 14
    assert width("𐍈", 10) == 10
