"""The words of the search, as a script."""

import json

from sopbook import assets
from sopbook.core.library import Library
from sopbook.core.names import Names
from sopbook.pages.finding.words import WORDS, search_words
from sopbook.pages.site import Answers, Choices, Site, site

BEGIN = "globalThis.sopbookWords="


def said(here: Site) -> dict[str, object]:
    ((path, script),) = search_words(here)
    assert path == WORDS
    assert script.isascii()
    assert script.startswith(BEGIN)
    return dict(json.loads(script.removeprefix(BEGIN).rstrip(";\n")))


def test_the_search_has_its_words_and_those_of_a_status(here: Site) -> None:
    found = said(here)
    messages = found["messages"]
    assert isinstance(messages, dict)
    assert found["language"] == "en"
    assert messages["status.draft"] == "Draft"
    assert messages["found"]["other"] == "{count} found"
    assert messages["any.role"] == "Any role"


def test_what_was_not_found_is_reported_with_the_query(here: Site) -> None:
    address = str(said(here)["report"])
    assert address == "https://git.example.com/new?title=Not%20found%3A%20%7Bquery%7D&labels="


def test_where_nobody_asked_for_reports_there_is_no_address(library: Library) -> None:
    assert said(site(Names(library, assets.words("ro"))))["report"] == ""


def test_no_word_ends_the_script(library: Library) -> None:
    report = "https://git.example.com/</script>?{subject}"
    ((_, script),) = search_words(
        site(Names(library, assets.words("en")), Choices(Answers(report)))
    )
    assert "<" not in script
