"""A log written down and read back, by whomever it was written."""

import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbook.core.text import UNSAFE
from sopbook.history.log import Author, Change, Commit, Log, Message, Overrule, Part, Status
from sopbook.history.stored import lines_of, log_in

A, B = "a" * 40, "b" * 64
COMMIT = Commit(
    A,
    (B, A),
    1_780_000_000,
    -330,
    Author("Ștefan \\u202e \\\\", machine=True),
    Message("s", "t", "b\n\tc", (Author("x"),), ("y",), ("z",), Overrule.MATERIAL, (("Key", "v"),)),
    (
        Change(Status.RENAMED, "a\n.md", "b.md", A, B, blank=True),
        Change(Status.DELETED, "c", "c", A, "", sop="c"),
    ),
    (Part(B, Author("n"), "t", ("a",), (Author("o"),)),),
    boundary=True,
)
LOG = Log(A, (COMMIT, Commit(B, (), 0, 0, Author(""), Message())), shallow=True)


def test_there_and_back() -> None:
    assert log_in(lines_of(LOG)) == LOG
    assert log_in(lines_of(LOG, "key"), "key") == LOG
    assert log_in(lines_of(Log(A))) == Log(A)


@given(st.text(), st.text())
def test_any_text(name: str, body: str) -> None:
    """What can be in a log comes back; the rest of Unicode never gets into one."""
    name, body = UNSAFE.sub("", name), UNSAFE.sub("", body)
    log = Log(A, (Commit(A, (), 0, 0, Author(name), Message(body=body)),))
    assert log_in(lines_of(log)) == log


def test_another_key() -> None:
    assert log_in(lines_of(LOG, "key"), "other") is None


def test_cut_off_anywhere() -> None:
    text = "".join(lines_of(LOG))
    for end in range(len(text) - 1):
        assert log_in(text[:end].splitlines(keepends=True)) is None


def test_one_character_else_anywhere() -> None:
    text = "".join(lines_of(LOG))
    for at in range(len(text) - 1):
        assert log_in((text[:at] + chr(ord(text[at]) ^ 1) + text[at + 1 :]).split("\n")) is None


def forged(*lines: object) -> list[str]:
    """A file whose digest is right, and all else is anybody's."""
    written = [
        line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines
    ]
    digest = hashlib.sha256("".join(written).encode()).hexdigest()
    return [*(f"{line}\n" for line in written), json.dumps([len(lines) - 1, digest])]


HEAD = json.loads(next(iter(lines_of(LOG))))
FIELDS = json.loads(list(lines_of(LOG))[1])


def test_a_forgery_that_is_right() -> None:
    assert log_in(forged(HEAD, FIELDS)) == Log(A, (COMMIT,), shallow=True)


@pytest.mark.parametrize(
    "line",
    [
        "not JSON",
        "[" * 100_000,
        "1" * 5_000,
        {},
        [],
        None,
        FIELDS[:-1],
        [*FIELDS[:2], -1, *FIELDS[3:]],
        [*FIELDS[:2], 10**12, *FIELDS[3:]],
        [*FIELDS[:2], True, *FIELDS[3:]],
        [*FIELDS[:2], 1.5, *FIELDS[3:]],
        [*FIELDS[:3], 10_000, *FIELDS[4:]],
        ["HEAD", *FIELDS[1:]],
        [A + "\n", *FIELDS[1:]],
        [A, ["--output=x"], *FIELDS[2:]],
        [*FIELDS[:6], [["X", "a", "a", A, A, False, ""]], *FIELDS[7:]],
        [*FIELDS[:6], [["M", "a", "a", "x y", A, False, ""]], *FIELDS[7:]],
        [*FIELDS[:6], {}, *FIELDS[7:]],
        [*FIELDS[:4], ["n"], *FIELDS[5:]],
        [*FIELDS[:4], [7, False], *FIELDS[5:]],
        [*FIELDS[:4], ["\u202e", False], *FIELDS[5:]],
        json.dumps([*FIELDS[:4], ["\u202e", False], *FIELDS[5:]]),
        json.dumps([*FIELDS[:4], ["\\\u001b", False], *FIELDS[5:]]),
    ],
    ids=lambda line: repr(line)[:40],
)
def test_a_forgery_that_is_wrong(line: object) -> None:
    assert log_in(forged(HEAD, line)) is None


@pytest.mark.parametrize(
    "head", ["", "7", [], HEAD[:3], [*HEAD[:3], "x", 1, 2, 3], ["?", *HEAD[1:]]]
)
def test_a_wrong_beginning(head: object) -> None:
    assert log_in(forged(head, FIELDS)) is None


def test_nothing() -> None:
    assert log_in([]) is None
    assert log_in(["\n"]) is None
