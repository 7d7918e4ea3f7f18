"""The stream of git, whole, in bits and cut off."""

from collections.abc import Iterable

import pytest

from sopbook.history.log import NO_MESSAGE, Change, Commit, Status
from sopbook.history.parse_log import LONGEST_FIELD, fields, moment, path_of, read_commits

A, B, C = "a" * 40, "b" * 40, "c" * 40
NONE = "0" * 40
DATE = "1780000000 +0300"


def stream(*commits: tuple[str, str, str, Iterable[str]]) -> bytes:
    """Write commits (id, parents, message, raw entries) as git does."""
    written = ""
    for name, parents, message, entries in commits:
        written += f"{name}\0{parents}\0{DATE}\0Ana\0ana@example.com\0{message}"
        changes = "\0".join(entries)
        written += f"\0\n{changes}\0" if changes else "\0"
    return written.encode()


WHOLE = stream(
    (
        B,
        f"{A} {C}",
        "Second\n",
        [
            f":100644 100644 {A} {B} M",
            "docs/a.md",
            f":100644 100644 {A} {A} R100",
            "b.md",
            "docs/:c.md",
        ],
    ),
    (C, "", "", []),
    (
        A,
        "",
        ":100644 not an entry\n",
        [
            f":000000 100644 {NONE} {A} A",
            "docs/x/a.md",
            f":100644 000000 {A} {NONE} D",
            "d.md",
            f":100644 120000 {A} {B} T",
            "docs/e.md",
        ],
    ),
)


def test_commits_and_changes() -> None:
    second, side, first = read_commits([WHOLE], "docs/", frozenset({A}))
    assert (second.id, second.parents, second.author.name) == (B, (A, C), "Ana")
    assert (second.time, second.zone, second.boundary) == (1780000000, 180, False)
    assert second.message.title == "Second"
    assert second.changes == (
        Change(Status.MODIFIED, "a.md", "a.md", A, B),
        Change(Status.RENAMED, "../b.md", ":c.md", A, A),
    )
    assert (side.changes, side.message) == ((), NO_MESSAGE)
    assert first.boundary
    assert first.message.title == ":100644 not an entry"
    assert first.changes == (
        Change(Status.ADDED, "x/a.md", "x/a.md", "", A),
        Change(Status.DELETED, "../d.md", "../d.md", A, ""),
        Change(Status.MODIFIED, "e.md", "e.md", A, B),
    )


@pytest.mark.parametrize("size", [1, 2, 7, 64])
def test_bits_of_any_size(size: int) -> None:
    bits = [WHOLE[at : at + size] for at in range(0, len(WHOLE), size)]
    assert list(read_commits(bits)) == list(read_commits([WHOLE]))


def test_cut_off_anywhere() -> None:
    """No error: git's exit code tells that it was stopped."""
    for end in range(len(WHOLE)):
        found: list[Commit] = list(read_commits([WHOLE[:end]]))
        assert len(found) <= 3


def test_a_field_without_end_is_cut() -> None:
    (long, short) = fields([b"x" * LONGEST_FIELD] * 3 + [b"\0y\0"])
    assert len(long) <= LONGEST_FIELD
    assert short == b"y"


@pytest.mark.parametrize(
    "date,expected",
    [
        ("1780000000 +0000", (1780000000, 0)),
        ("1780000000 -0530", (1780000000, -330)),
        ("1780000000 +9959", (1780000000, 0)),
        ("999999999999 +0000", (253_402_214_400, 0)),
        ("99999999999999999999 +0000", (0, 0)),
        ("-5 +0000", (0, 0)),
        ("", (0, 0)),
    ],
)
def test_moments(date: str, expected: tuple[int, int]) -> None:
    assert moment(date) == expected


def test_paths_are_text_whatever_they_are() -> None:
    assert path_of("s\u0326.md".encode()) == "ș.md"
    assert path_of(b"caf\xe9.md") == "caf\\xe9.md"
    assert path_of("a\u202e\x1b.md".encode()) == "a\\u202e\\x1b.md"


def test_files_that_are_no_text_of_ours() -> None:
    (commit,) = read_commits(
        [
            stream(
                (
                    A,
                    "",
                    "x",
                    [
                        *(f":100644 100644 {A} {B} M", "logo.png"),
                        *(f":100644 100644 {A} {B} R090", "old.txt", "new.md"),
                        *(f":100644 100644 {A} {B} R090", "draft.html", "page.md"),
                        *(f":100644 100644 {A} {B} R090", "a.md", "a.md.bak"),
                        *(f":100644 100644 {A} {B} R090", "a.png", "b.png"),
                    ],
                )
            )
        ]
    )
    assert commit.changes == (
        Change(Status.RENAMED, "old.txt", "new.md", A, B),
        Change(Status.ADDED, "page.md", "page.md", "", B),
        Change(Status.DELETED, "a.md", "a.md", A, ""),
    )
