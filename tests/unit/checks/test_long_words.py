"""The limits of SOP219 are those of the chart, which the rule cannot ask."""

import random
from collections.abc import Iterator

from sopbook.checks.flow.long_words import MOST_LABEL, MOST_QUESTION, MOST_TEXT, MOST_WHEN
from sopbook.diagram.graph import Part
from sopbook.diagram.measure import PILL, SIZES, Room
from sopbook.diagram.text import wrap
from tests.generated import DEEDS, QUESTIONS

ROOM = Room()
WORDS = " ".join((*DEEDS, *QUESTIONS)).split()


def texts(length: int) -> Iterator[str]:
    """Make texts of so many characters, of words in six languages."""
    chance = random.Random(219)
    for _ in range(300):
        text = ""
        while len(text) < length:
            text += f"{chance.choice(WORDS)} "
        yield text[:length].strip()


def often(length: int, room: float, size: float, most: int, before: str = "") -> float:
    """Say how often texts of so many characters need more lines than there are."""
    lines = [len(wrap(before + text, room, size, 99)) for text in texts(length)]
    return sum(count > most for count in lines) / len(lines)


def test_words_on_an_arrow_are_cut_from_there_on() -> None:
    assert often(MOST_LABEL - 15, ROOM.pill, PILL, 3) < 0.02
    assert often(MOST_LABEL + 5, ROOM.pill, PILL, 3) > 0.9


def test_conditions_are_cut_from_there_on() -> None:
    assert often(MOST_WHEN - 10, ROOM.box, SIZES[Part.FACT], 2, "optional: ") < 0.1
    assert often(MOST_WHEN + 5, ROOM.box, SIZES[Part.FACT], 2, "optional: ") > 0.9


def test_boxes_have_six_lines_and_more_from_there_on() -> None:
    assert often(MOST_TEXT, ROOM.box, SIZES[Part.CAPTION], 7) < 0.05
    assert often(MOST_TEXT + 1, ROOM.box, SIZES[Part.CAPTION], 5) > 0.5
    assert often(MOST_QUESTION + 1, ROOM.box, SIZES[Part.CAPTION], 4) > 0.5
