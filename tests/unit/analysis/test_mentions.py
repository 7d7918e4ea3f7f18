"""People whom texts name."""

from collections.abc import Iterable

import pytest

from sopbook.analysis.mentions import Mention, Mentions
from sopbook.core.organisation import Measure, Organisation, Person, Role, Tool
from sopbook.core.reading import Page
from sopbook.core.span import Span

ANA = Person(
    "ana-ionescu", "Ana Ionescu", email="ana@example.com", phone="+40 21 555 0100",
    chat="https://chat.example.com/ana",
)  # fmt: skip
ILZE = Person("ilze", "Ilze Kalniņa")
HOSTILE = Person("x", "", phone="12")


def mentions(people: Iterable[Person] = (ANA, ILZE, HOSTILE)) -> Mentions:
    return Mentions(people)


@pytest.mark.parametrize(
    "text, found",
    [
        ("Ask Ana Ionescu.", ("Ana Ionescu",)),
        ("ask ANA  **Ionescu**", ("Ana Ionescu",)),
        ("ilze kalnina", ("Ilze Kalniņa",)),
        ("Write to Ana@Example.com", ("ana@example.com",)),
        ("call 021 555-0100", ("+40 21 555 0100",)),
        ("call 0040 (21) 555 01 00 now", ("+40 21 555 0100",)),
        ("tel:+40215550100", ("+40 21 555 0100",)),
        ("https://chat.example.com/ana", ("https://chat.example.com/ana",)),
        ("Ana and Ionescu", ()),
        ("responsible: ana-ionescu", ()),
        ("Susana Ionescu", ()),
        ("12", ()),
    ],
)
def test_named(text: str, found: tuple[str, ...]) -> None:
    assert mentions().named(text) == found


def test_an_id_betrays_somebody() -> None:
    assert mentions().betrays("`ana-ionescu` has left")
    assert mentions().betrays("Ana Ionescu")
    assert not mentions().betrays("the banana-ionescu")


def test_places_are_where_a_name_begins() -> None:
    text = "Ask Ana\nIonescu, or\nana@example.com: Ana Ionescu\n"
    found = [(one.line, one.what) for one in mentions().texts({"a.md": text}) if not one.is_part]
    assert found == [(1, "Ana Ionescu"), (3, "Ana Ionescu"), (3, "ana@example.com")]


def test_a_part_of_a_name_may_mean_somebody() -> None:
    found = list(mentions().texts({"a.md": "Kalniņa knows; Ilze Kalniņa too\nAna, ilze\nIlze"}))
    assert Mention("a.md", 3, "Ilze", is_part=True) in found
    assert not any(one.is_part and one.line != 3 for one in found)


def test_the_organisations_own_file_is_no_text() -> None:
    assert list(mentions().texts({"organisation.yml": "name: Ana Ionescu"})) == []


def test_ids_in_what_readers_see() -> None:
    page = Page("a.md", {}, "See\n`ana-ionescu`", text_line=5)
    assert list(mentions().bodies([page])) == [Mention("a.md", 6, "ana-ionescu")]


def test_titles() -> None:
    place = Span("organisation.yml", 7)
    who = Organisation(
        people={"ana": ANA},
        roles={"r": Role("r", "Instead of Ana Ionescu", span=place)},
        tools={"t": Tool("t", "Tool", "mailto:ana@example.com", span=place)},
        measures={"m": Measure("m", "M", "As Ilze Kalniņa counts", span=place)},
    )
    assert [(one.line, one.what) for one in mentions().titles(who)] == [
        (7, "Ana Ionescu"),
        (7, "Ilze Kalniņa"),
        (7, "ana@example.com"),
    ]


def test_nobody_to_find() -> None:
    assert list(mentions(()).texts({"a.md": "Ana Ionescu"})) == []
