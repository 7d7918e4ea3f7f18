"""The edge to git: how it is started.

A repository may be a stranger's. Nothing it sets makes git run another program, ask the network or
write; neither it nor this machine's settings make git say anything but what it says elsewhere.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from sopbook.history.message import one_line

CHUNK = 1 << 16

# What a machine may say to git; all its other `GIT_…` could lead us to another repository.
_KEPT = frozenset(
    {"GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_SYSTEM", "GIT_EXEC_PATH"}
)
_OURS = {
    "GIT_ALLOW_PROTOCOL": "none",  # else a partial clone fetches what it lacks
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_SETTINGS = (
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "log.showRoot=true",
    "mailmap.blob=",
    "mailmap.file=",
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What git said to a short question; `complaint` is why it did not answer, or ""."""

    said: bytes
    complaint: str


@dataclass(frozen=True, slots=True)
class Telling:
    """A git that is telling something long; it is read as it comes."""

    process: subprocess.Popen[bytes]
    out: IO[bytes]
    errors: IO[bytes]

    def chunks(self) -> Iterator[bytes]:
        """Give what it says, in bits."""
        return iter(lambda: self.out.read(CHUNK), b"")

    def complaint(self) -> str:
        """Wait for the end, and give why it is not a good one, or ""."""
        if self.process.wait() == 0:
            return ""
        self.errors.seek(0)
        return _complaint(self.errors.read(CHUNK))


@dataclass(frozen=True, slots=True)
class Git:
    """The git of this machine, for one repository."""

    program: str
    top: Path

    def ask(self, *arguments: str, folder: Path | None = None) -> Answer:
        """Ask something short, in a folder of the repository."""
        try:
            done = subprocess.run(  # noqa: S603 - no shell, and our own arguments
                self._command(arguments),
                cwd=folder or self.top,
                env=_environment(os.environ),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
            )
        except OSError as error:
            return Answer(b"", one_line(f"git cannot be started: {error}"))
        return Answer(done.stdout, _complaint(done.stderr) if done.returncode else "")

    @contextmanager
    def tell(self, *arguments: str) -> Iterator[Telling]:
        """Have something long told; leaving early stops it."""
        with (
            tempfile.TemporaryFile() as errors,
            self.start(*arguments, errors=errors.fileno()) as process,
        ):
            yield Telling(process, pipe(process.stdout), errors)

    def start(
        self, *arguments: str, errors: int = subprocess.DEVNULL, asked: int = subprocess.DEVNULL
    ) -> subprocess.Popen[bytes]:
        """Start git at the top of the repository."""
        return subprocess.Popen(  # noqa: S603 - as above
            self._command(arguments),
            cwd=self.top,
            env=_environment(os.environ),
            stdin=asked,
            stdout=subprocess.PIPE,
            stderr=errors,
        )

    def _command(self, arguments: tuple[str, ...]) -> list[str]:
        # Another user's repository is asked for by name: nothing in it is run.
        settings = (*_SETTINGS, f"safe.directory={self.top.as_posix()}")
        options = [option for setting in settings for option in ("-c", setting)]
        return [self.program, "--no-pager", "--no-replace-objects", *options, *arguments]


def find_git(top: Path) -> Git | None:
    """Find the git of this machine; one that lies in the working folder is a stranger's."""
    program = shutil.which("git")
    return Git(program, top) if program and Path(program).is_absolute() else None


def _environment(machine: Mapping[str, str]) -> dict[str, str]:
    kept = {key: value for key, value in machine.items() if not key.startswith("GIT_")}
    return kept | {key: machine[key] for key in _KEPT & machine.keys()} | _OURS


def _complaint(errors: bytes) -> str:
    """Give the first line of what git says went wrong."""
    first = errors.decode("utf-8", "replace").strip().partition("\n")[0]
    return one_line(first.removeprefix("fatal: "), 500) or "it does not say why"


def pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    """Give a pipe that was asked for."""
    assert pipe is not None  # noqa: S101 - `PIPE` was asked for
    return pipe
