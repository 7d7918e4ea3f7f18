"""What lies in the folder against what is published."""

import hashlib

from sopbook.history.follow import follow
from sopbook.history.published import unpublished
from tests.unit.history.commits import added, commit


def blob(data: bytes, algorithm: str = "sha1") -> str:
    return hashlib.new(algorithm, b"blob %d\0" % len(data) + data).hexdigest()


def test_what_is_new_or_another() -> None:
    files = follow(
        [
            commit("1", added("same.md", blob(b"x"))),
            commit("2", added("other.md", blob(b"x")), added("dos.md", blob(b"a\nb\n"))),
            commit("3", added("long.md", blob(b"x", "sha256")), added("ș.md", blob(b"x"))),
        ]
    )
    sources = {
        "same.md": b"x",
        "other.md": b"y",
        "dos.md": b"a\r\nb\r\n",
        "long.md": b"x",
        "s\u0326.md": b"x",
        "new.md": b"x",
    }
    assert unpublished(sources, files.here) == {"other.md", "new.md"}
