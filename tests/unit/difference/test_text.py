"""The difference as text: readable without colours, and with them."""

import re

from sopbook.difference.text import COLOURS, text
from sopbook.history.compared import compare
from tests.history.department import BEFORE, HOSTILE
from tests.unit.difference.versions import WORDS, department, older, version


def said() -> str:
    return text(department()[0], WORDS)


def test_sentences_stand_under_their_sop() -> None:
    assert """\
Greeting (greeting): material
  - The text under “On the phone” changed
      Pick up within [-three-] {+two+} rings and speak slowly.
  - The text under “By mail” changed
      Answer within one {+working+} day.
""" in said()


def test_it_begins_with_how_much_and_ends_with_what_is_left() -> None:
    lines = said().split("\n")
    assert lines[:3] == [
        "SOPs: what changed from v1 to v2",
        "6 SOPs changed materially: those who work by them must know.",
        "1 SOP changed editorially: the work stays the same.",
    ]
    assert lines[-3:] == [
        "Changed as well, but no SOP, so not told here:", "  index.md", "  organisation.yml",
    ]  # fmt: skip


def test_what_cannot_be_compared_says_why() -> None:
    assert "Broken (broken): material\n" in said()
    assert "\n      broken.workflow.yml:4:1: A value is missing" in said()


def test_an_authors_text_stays_as_typed() -> None:
    assert " ".join(HOSTILE.split()) in said()


def test_an_editorial_sentence_among_material_ones_says_so() -> None:
    after = BEFORE["money/refund.workflow.yml"].replace("yes: card", "yes: {go: card, share: 70 %}")
    after = after.replace("within: 2 h", "within: 1 h")
    found = compare(
        version("v1", {"a.workflow.yml": BEFORE["money/refund.workflow.yml"]}),
        version("v2", {"a.workflow.yml": after}),
        WORDS,
    )
    assert text(found, WORDS).count("(editorial)") == 1


def test_colours_add_nothing_but_colours() -> None:
    coloured = text(department()[0], WORDS, COLOURS)
    assert "\x1b[31m[-three-]\x1b[0m \x1b[32m{+two+}\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == said()


def test_nothing_changed() -> None:
    assert text(compare(older(), older(), WORDS), WORDS).split("\n")[1:] == ["No SOP changed."]


def test_another_language() -> None:
    comparison, names = department("ro")
    assert text(comparison, names.words).startswith("Proceduri: ce s-a schimbat de la v1 la v2")
