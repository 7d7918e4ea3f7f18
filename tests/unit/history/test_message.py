"""What a message says, whoever wrote it, and what is taken out of it."""

import time

import pytest

from sopbook.history.log import Author, Overrule
from sopbook.history.message import LONGEST_NAME, LONGEST_SUBJECT, author_of, message_of


def test_subject_and_body() -> None:
    message = message_of("Raise the\nlimit\n\nPeople asked.\n\n\n\nTwice.\n")
    assert (message.subject, message.title) == ("Raise the limit", "Raise the limit")
    assert message.body == "People asked.\n\nTwice."
    assert message.trailers == ()


def test_nothing_at_all() -> None:
    assert message_of("\n\n") == message_of("")
    assert message_of("").title == ""


def test_trailers_at_the_end() -> None:
    message = message_of(
        "Do it\n\nWhy: not a trailer,\nfor this line is none.\n\n"
        "Closes: #12\nSigned-off-by: A <a@b.c>"
    )
    assert message.trailers == (("Closes", "#12"), ("Signed-off-by", "A"))
    assert message.body == "Why: not a trailer,\nfor this line is none."


def test_our_trailers_count_wherever_they_stand() -> None:
    message = message_of(
        "Do it (#1)\n\n* one\n\n  co-authored-by: Ion Marin <ion@example.com>\n\n* two\n\n"
        "Approved-by: Ana Ionescu <ana@example.com>\nApproved-By: Ana Ionescu\n"
        "Reviewed-by: @mara\nReviewed-by: \nReviewed-by: tidy[bot]\n\nSee merge request a/b!1"
    )
    assert message.co_authors == (Author("Ion Marin"),)
    assert message.approved_by == ("Ana Ionescu",)
    assert message.reviewed_by == ("mara",)
    assert message.body == "* one\n\n* two\n\nSee merge request a/b!1"


@pytest.mark.parametrize(
    "said,expected",
    [
        ("SOP-Change: editorial", Overrule.EDITORIAL),
        ("sop-change: Material (the limit is another)", Overrule.MATERIAL),
        ("SOP-Change: editorial\nSOP-Change: material", Overrule.MATERIAL),
        ("SOP-Change: whatever", None),
        ("SOP-Change:", None),
        ("A sentence about SOP-Change: editorial", None),
    ],
)
def test_the_author_may_overrule(said: str, expected: Overrule | None) -> None:
    assert message_of(f"Do it\n\n{said}").overrule is expected


@pytest.mark.parametrize(
    "text,title,body",
    [
        ("Merge branch 'a' into 'main'\n\nRaise it\n\nWhy", "Raise it", "Why"),
        ("Merge pull request #12 from a/b\n\nRaise it", "Raise it", ""),
        ("Merged in a (pull request #3)\n\nRaise it", "Raise it", ""),
        ("Merged PR 77: Raise it", "", ""),
        ("Merge branch 'a'", "", ""),
        ("Merge branch 'a'\n\nSee merge request g/p!1", "", "See merge request g/p!1"),
        ("Merge branch 'a'\n\n# Conflicts:\n#\ta.md", "", "# Conflicts:\n#\ta.md"),
        ("Merge two steps into one\n\nWhy", "Merge two steps into one", "Why"),
    ],
)
def test_what_a_merge_is_called(text: str, title: str, body: str) -> None:
    message = message_of(text)
    assert (message.title, message.body) == (title, body)
    assert message.subject == text.partition("\n")[0]


def test_addresses_are_taken_out() -> None:
    message = message_of(
        "Ask a@b.example\n\nSigned by A <a@b.example>, or <x@y> (mail@c.example); @ana"
    )
    assert message.subject == "Ask …"
    assert message.body == "Signed by A, or (…); @ana"


def test_what_nobody_sees_is_taken_out() -> None:
    message = message_of("\u202eDo\x1b[1m it\x00\u2066\n\n\ufeffbody\u2028 a\u0306")
    assert message.subject == "Do[1m it"
    assert message.body == "body ă"


def test_a_long_text_is_cut() -> None:
    message = message_of("x" * 100_000)
    assert len(message.subject) == LONGEST_SUBJECT
    assert len(author_of("n" * 100_000, "").name) == LONGEST_NAME


@pytest.mark.parametrize(
    "piece", ["a@", "@", "a@b.", "<", "<a@", "<@<@", "a:", "\n\n", " ", "Approved-by:"]
)
def test_no_text_keeps_us_busy(piece: str) -> None:
    start = time.process_time()
    message_of("x\n\n" + piece * (100_000 // len(piece)))
    assert time.process_time() - start < 0.5


@pytest.mark.parametrize(
    "name,address,expected",
    [
        ("Ana Ionescu", "ana@example.com", Author("Ana Ionescu")),
        ("Ana\u202e  Ionescu\n", "", Author("Ana Ionescu")),
        ("ana@example.com", "ana@example.com", Author("ana")),
        ("@ana", "", Author("ana")),
        ("", "", Author("")),
        ("Ana", "123+ana@users.noreply.github.com", Author("Ana")),
        ("dependabot[bot]", "", Author("dependabot[bot]", machine=True)),
        (
            "Dependabot",
            "49+dependabot[bot]@users.noreply.github.com",
            Author("Dependabot", machine=True),
        ),
        ("GitHub", "noreply@github.com", Author("GitHub", machine=True)),
        ("Someone", "noreply@github.com", Author("Someone", machine=True)),
        ("web-flow", "", Author("web-flow", machine=True)),
    ],
)
def test_who(name: str, address: str, expected: Author) -> None:
    assert author_of(name, address) == expected
