"""Contacts as files."""

from dataclasses import replace

import vobject

from sopbook.core.organisation import Person
from sopbook.pages.site import Site
from sopbook.pages.vcard import vcard, vcards


def test_everybody_who_can_be_reached_has_one(here: Site) -> None:
    assert [name for name, _ in vcards(here.names)] == [
        "ana-ionescu", "ion-marin", "eva-holm", "finance",
    ]  # fmt: skip


def test_other_programs_read_it(here: Site) -> None:
    card = vobject.readOne(dict(vcards(here.names))["ana-ionescu"], validate=True)
    assert card.fn.value == "Ana Ionescu"
    assert card.email.value == "ana.ionescu@example.com"
    assert card.tel.value == "+40 21 555 0100"
    assert card.title.value == "Support team lead"
    assert card.note.value == "Mon-Fri 09:00-17:00 Europe/Bucharest"


def test_of_two_words_the_last_is_the_family_s_name(here: Site) -> None:
    cards = dict(vcards(here.names))
    assert "\r\nN:Ionescu;Ana;;;\r\n" in cards["ana-ionescu"]
    assert "\r\nN:;Finance;;;\r\n" in cards["finance"]
    known = here.names.library.organisation.people
    person = replace(known["ana-ionescu"], name="Ana Maria Ionescu")
    organisation = replace(here.library.organisation, people={person.id: person})
    names = replace(here.names, library=replace(here.library, organisation=organisation))
    assert "\r\nN:;Ana Maria Ionescu;;;\r\n" in vcard(person, names)


def test_what_would_end_a_field_is_escaped(here: Site) -> None:
    text = vcard(Person("x", "X", "A;B,C\\D\nEMAIL:evil", "x@example.com"), here.names)
    assert "TITLE:A\\;B\\,C\\\\D EMAIL:evil\r\n" in text


def test_long_lines_are_folded_between_characters(here: Site) -> None:
    title = "ă" * 100
    text = vcard(Person("x", "X", title, "x@example.com"), here.names)
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert vobject.readOne(text).title.value == title
