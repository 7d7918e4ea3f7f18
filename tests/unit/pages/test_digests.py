"""What changed since a day, for mail and chat."""

import json
from dataclasses import replace
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from markdown_it import MarkdownIt

from sopbook import assets
from sopbook.core.library import Library
from sopbook.core.names import Names
from sopbook.pages.digests.catalogue import FORMATS
from sopbook.pages.digests.cut import cut
from sopbook.pages.digests.digest import Digest, digest
from sopbook.pages.digests.html import html
from sopbook.pages.digests.markdown import markdown
from sopbook.pages.digests.slack import MOST_BLOCKS, MOST_CHARACTERS, slack
from sopbook.pages.digests.teams import card, teams
from sopbook.pages.digests.text import text
from sopbook.pages.news.circles import Circle, Group
from tests.unit.pages.chronicles import EVIL, minor, said, some, telling, told
from tests.unit.pages.department import bare

FINANCE = Circle(Group.TEAM, "finance")
SITE = "https://sops.example.com/hub/"


@pytest.fixture
def names(library: Library) -> Names:
    return Names(library, assets.words("en"))


def made(names: Names, *circles: Circle, host: str = SITE) -> Digest:
    def address(sop: str) -> str:
        return f"{host}{sop}/" if host else ""

    return digest(some(names), "1 October 2026", circles, names, address)


def nothing(names: Names) -> Digest:
    return digest((), "1 October 2026", (), names, str)


def evil(library: Library) -> Digest:
    """A department whose people attack."""
    sop = replace(bare("refund"), card=replace(bare("refund").card, title=EVIL))
    names = Names(replace(library, sops={"refund": sop}), assets.words("en"))
    words = f"{EVIL} @ana #12 <!channel> <@U1> https://evil.example.com"
    found = told({"refund": [telling(said(words), minor(words), why=words, who=(words,))]}, names)
    return digest(found, words, (), names, lambda sop: f"{SITE}{sop}/?a=1&b=<2>|3")


def long(names: Names, changes: int, sentences: int = 1, length: int = 20) -> Digest:
    """Much news, each of it long, and all of it full of what must be escaped."""
    each = [said("&" * length) for _ in range(sentences)]
    wording = [minor("&" * length) for _ in range(sentences)]
    tellings = [telling(*each, day=-day) for day in range(changes)]
    tellings += [telling(*wording, day=-day) for day in range(changes, changes + 3)]
    found = told({"refund": tellings}, names)
    return digest(found, "May", (), names, lambda sop: f"{SITE}{sop}/")


class Mail(HTMLParser):
    """Reads a mail, and notes what is in it."""

    def __init__(self, written: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.words = ""
        self.feed(written)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.words += data


def checked_card(found: dict[str, Any]) -> dict[str, Any]:
    """Check a card by the schema of its version."""
    package = find_spec("adaptive_cards")
    assert package
    assert package.origin
    schema = Path(package.origin).with_name("schemas") / "schema-1.5.json"
    Draft7Validator(json.loads(schema.read_text(encoding="utf-8"))).validate(found)
    return found


def blocks(written: str) -> list[dict[str, Any]]:
    """Check the limits of a message, and give its blocks."""
    found: list[dict[str, Any]] = json.loads(written)["blocks"]
    assert len(found) <= MOST_BLOCKS
    assert all(0 < len(block["text"]["text"]) <= MOST_CHARACTERS for block in found)
    assert found[0]["type"] == "header"
    assert len(found[0]["text"]["text"]) <= 150
    return found


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_changed_is_said(names: Names, name: str) -> None:
    assert "Nothing has changed since 1 October 2026." in FORMATS[name](nothing(names)).replace(
        "\\", ""
    )


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_material_comes_first(names: Names, name: str) -> None:
    written = FORMATS[name](made(names)).replace("\\", "")
    order = ["3 changes since 1 October 2026", "What to know", "The deadline is tighter",
             "Wording and form", "A comma moved"]  # fmt: skip
    places = [written.index(words) for words in order]
    assert places == sorted(places)
    assert "2 October 2026 · Ana Ionescu · Calls last too long" in written
    assert "on 2 October 2026, or before" in written


@pytest.mark.parametrize("name", FORMATS)
def test_sentences_lead_to_their_steps_where_the_site_is_known(names: Names, name: str) -> None:
    step = f"{SITE}complaint-call/#step-greet"
    if name != "text":
        assert step in FORMATS[name](made(names))
    assert f"{SITE}complaint-call/" in FORMATS[name](made(names))
    assert "complaint-call/" not in FORMATS[name](made(names, host=""))


@pytest.mark.parametrize("name", FORMATS)
def test_a_digest_says_for_whom_it_is(names: Names, name: str) -> None:
    assert "Finance" in FORMATS[name](made(names, FINANCE))


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_bytes_each_time(names: Names, name: str) -> None:
    assert FORMATS[name](made(names)) == FORMATS[name](made(names))


def test_hostile_words_stay_words_in_markdown(library: Library) -> None:
    written = markdown(evil(library))
    shown = MarkdownIt("commonmark").render(written)
    assert "<script" not in shown
    assert "<img" not in shown
    assert "javascript" not in "".join(value for _, value in Mail(shown).attributes)
    assert "@ana" not in shown
    assert set(Mail(shown).tags) == {"h1", "p", "h2", "h3", "a", "ul", "li"}


def test_hostile_words_stay_words_in_mail(library: Library) -> None:
    mail = Mail(html(evil(library)))
    assert not {"script", "img", "table"} & set(mail.tags)
    assert mail.words.count("<script>") >= 4
    assert {name for name, _ in mail.attributes} <= {"lang", "charset", "name", "content", "style",
                                                     "href"}  # fmt: skip


def test_a_mail_fetches_nothing(names: Names) -> None:
    mail = Mail(html(made(names)))
    assert not {"link", "style", "img", "script"} & set(mail.tags)
    assert "url(" not in html(made(names))


def test_hostile_words_call_nobody_in_slack(library: Library) -> None:
    for block in blocks(slack(evil(library)))[1:]:
        words = block["text"]["text"]
        assert "<!" not in words
        assert "<@" not in words
        assert "<script" not in words
        assert block["text"]["verbatim"]
        assert words.count("<") == words.count(f"<{SITE}refund/?a=1&amp;b=%3C2%3E%7C3")


def test_hostile_words_are_no_markdown_in_teams(library: Library) -> None:
    found = checked_card(card(evil(library)))
    assert '"TextBlock"' not in json.dumps(found)


def test_a_teams_message_has_a_card(names: Names) -> None:
    found = json.loads(teams(made(names)))
    assert found["type"] == "message"
    checked_card(found["attachments"][0]["content"])


@pytest.mark.parametrize("changes,sentences,length", [(60, 1, 20), (44, 1, 9), (45, 60, 999)])
def test_what_has_no_room_is_counted(
    names: Names, changes: int, sentences: int, length: int
) -> None:
    much = long(names, changes, sentences, length)
    found = blocks(slack(much))
    told_of = [block for block in found if "&amp;" in block["text"]["text"]]
    left = changes + 3 - len(told_of)
    assert found[-1]["text"]["text"] == f"{left} more changes have no room here."
    shown = checked_card(card(much))
    in_card = [each for each in shown["body"] if each["type"] == "Container"]
    assert shown["body"][-1]["inlines"][0]["text"].startswith(f"{changes + 3 - len(in_card)} more")
    assert len(teams(much).encode()) < 28_000


def test_what_is_all_there_counts_nothing(names: Names) -> None:
    for written in (slack(made(names)), teams(made(names)), markdown(long(names, 60))):
        assert "no room" not in written


def test_an_address_that_is_too_long_is_left_out_in_slack(names: Names) -> None:
    found = digest(some(names), "May", (), names, lambda _: f"{SITE}{'x' * 600}/")
    assert SITE not in slack(found)


def test_a_text_is_cut() -> None:
    assert cut("short") == "short"
    assert cut("one two", 5) == "one…"


def test_plain_text_is_plain(names: Names) -> None:
    written = text(made(names))
    assert "\n- The deadline is tighter: 30 s instead of 60 s\n" in written
    assert f"\n  {SITE}complaint-call/\n" in written


def test_every_language_has_its_digest(library: Library) -> None:
    found = made(Names(library, assets.words("ro")))
    assert "3 schimbări din 1 October 2026 încoace." in text(found)
    assert '<html lang="ro">' in html(found)
