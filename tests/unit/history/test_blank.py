"""Changes of white space alone."""

from collections.abc import Iterable, Iterator, Mapping

from sopbook.history.blank import with_blanks
from sopbook.history.log import Commit
from tests.unit.history.commits import added, commit, deleted, edited, renamed

CONTENTS: Mapping[str, bytes] = {"1": b"one two", "2": b"one  two\n", "3": b"three", "4": b"onetwo"}


def read_all(blobs: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    return ((blob, CONTENTS[blob]) for blob in blobs if blob in CONTENTS)


def marked(*commits: Commit) -> tuple[Commit, ...]:
    return with_blanks(commits, read_all, CONTENTS.get)


def test_only_white_space() -> None:
    plain = commit("1", edited("a.md", "1", "3"), added("b.md"), deleted("c.md"), renamed("d", "e"))
    assert marked(plain, commit("2", edited("a.md", "1", "2"), edited("b.md", "2", "4"))) == (
        plain,
        commit("2", edited("a.md", "1", "2", blank=True), edited("b.md", "2", "4")),
    )


def test_what_is_not_at_hand_is_news() -> None:
    unknown = (commit("1", edited("a.md", "1", "9")), commit("2", edited("a.md", "9", "1")))
    assert marked(*unknown) == unknown
