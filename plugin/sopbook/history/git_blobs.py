"""The edge to old versions: their contents by id, from one process for all of them."""

import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import IO

from sopbook.core.text import MOST_BYTES
from sopbook.history.git_log import Repository
from sopbook.history.git_process import CHUNK, Git, pipe


@contextmanager
def contents_of(repository: Repository) -> Iterator["Contents"]:
    """Open the old versions of a repository's files; git is started when the first is read."""
    contents = Contents(repository.git, _at_hand(repository) if repository.partial else None)
    try:
        yield contents
    finally:
        contents.close()


@dataclass(slots=True)
class Contents:
    """Reads old versions."""

    git: Git
    at_hand: frozenset[str] | None = None
    """The ids of all there is, in a clone that lacks some; None where all is there."""
    _process: subprocess.Popen[bytes] | None = field(default=None, init=False)

    def read(self, blob: str) -> bytes | None:
        """Give the contents with an id; None where they are not at hand, or are too large."""
        if not self._is_at_hand(blob):
            return None
        if self._process is None:
            self._process = self.git.start("cat-file", "--batch", asked=subprocess.PIPE)
        try:
            into = pipe(self._process.stdin)
            into.write(blob.encode() + b"\n")
            into.flush()
            return _answer(pipe(self._process.stdout))[1]
        except (EOFError, OSError):  # What was asked for is damaged: git stopped there.
            self.close()
            return None

    def read_all(self, blobs: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Give many contents, as far as they are at hand: faster than one by one."""
        with tempfile.TemporaryFile() as asked:
            asked.writelines(blob.encode() + b"\n" for blob in blobs if self._is_at_hand(blob))
            asked.seek(0)
            with self.git.start("cat-file", "--batch", "--buffer", asked=asked.fileno()) as process:
                for blob, data in _answers(pipe(process.stdout)):
                    if data is not None:
                        yield blob, data

    def close(self) -> None:
        """End the process."""
        if self._process:
            self._process.communicate()
            self._process = None

    def _is_at_hand(self, blob: str) -> bool:
        return bool(blob) and (self.at_hand is None or blob in self.at_hand)


def _answers(out: IO[bytes]) -> Iterator[tuple[str, bytes | None]]:
    with suppress(EOFError):
        while True:
            yield _answer(out)


def _answer(out: IO[bytes]) -> tuple[str, bytes | None]:
    """Read what git says to one id: `ID blob SIZE` and the contents, or `ID missing`."""
    line = out.readline()
    if not line:
        raise EOFError
    blob, kind, *size = line.decode("ascii").split()
    if not size:
        return blob, None
    if int(size[0]) > MOST_BYTES:
        _skip(out, int(size[0]) + 1)
        return blob, None
    data = out.read(int(size[0]) + 1)[:-1]
    return blob, data if kind == "blob" else None


def _skip(out: IO[bytes], left: int) -> None:
    while left > 0 and (read := len(out.read(min(left, CHUNK)))):
        left -= read


def _at_hand(repository: Repository) -> frozenset[str]:
    """List what a partial clone holds; for anything else git would want the network."""
    with repository.git.tell(
        "cat-file",
        "--batch-all-objects",
        "--unordered",
        "--batch-check=%(objecttype) %(objectname)",
    ) as telling:
        listed = b"".join(telling.chunks()).split(b"\n")
    return frozenset(line[5:].decode("ascii") for line in listed if line.startswith(b"blob "))
