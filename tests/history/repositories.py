"""Real repositories, made by the tests: deterministic, and deaf to the machine's own settings."""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

START = 1_767_250_800  # 2026-01-01T09:00:00+02:00
DAY = 86_400
ANA = "Ana Ionescu <ana@example.com>"
ION = "Ion Marin <ion@example.com>"
MARA = "Mara Pop <mara@example.com>"
BOT = "tidy[bot] <12+tidy[bot]@users.noreply.github.com>"
HOST = "GitHub <noreply@github.com>"


def environment() -> dict[str, str]:
    """Git's surroundings: no settings but the repository's own."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    return kept | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C"}


def git(
    top: Path, *arguments: str, given: bytes = b"", more: Mapping[str, str] | None = None
) -> str:
    """Run git in a repository, and give what it writes."""
    done = subprocess.run(
        ("git", "-c", "protocol.file.allow=always", *arguments),
        cwd=top,
        env=environment() | dict(more or {}),
        input=given,
        capture_output=True,
        check=False,
    )
    if done.returncode != 0:
        raise AssertionError(f"git {' '.join(arguments)}: {done.stderr.decode()}")
    return done.stdout.decode("utf-8", "surrogateescape")


@dataclass(slots=True)
class Made:
    """A repository whose SOPs lie in `sops/`; each commit comes a day after the last."""

    top: Path
    day: int = 0
    zone: str = "+0200"

    @property
    def docs(self) -> Path:
        return self.top / "sops"

    @property
    def head(self) -> str:
        return self.git("rev-parse", "HEAD").strip()

    def git(
        self, *arguments: str, given: bytes = b"", more: Mapping[str, str] | None = None
    ) -> str:
        return git(self.top, *arguments, given=given, more=more)

    def write(self, files: Mapping[str, str | bytes | None]) -> None:
        """Write files below `sops/`, or delete them (None)."""
        for path, text in files.items():
            file = self.docs / path
            if text is None:
                file.unlink()
            else:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(text.encode() if isinstance(text, str) else text)

    def commit(
        self,
        message: str,
        files: Mapping[str, str | bytes | None] | None = None,
        author: str = ANA,
        committer: str = "",
    ) -> str:
        """Publish files, and give the commit's id."""
        self.write(files or {})
        self.git("add", "--all")
        arguments = ("commit", "--quiet", "--allow-empty", "--allow-empty-message", "--no-verify")
        text = message.encode()
        self.git(*arguments, "--file=-", given=text, more=self.people(author, committer or author))
        return self.head

    def move(self, *moves: tuple[str, str]) -> None:
        """Rename files below `sops/`, all at once: they may change places."""
        contents = [(self.docs / old).read_bytes() for old, _ in moves]
        for old, _ in moves:
            (self.docs / old).unlink()
        self.write(dict(zip([new for _, new in moves], contents, strict=True)))

    def merge(self, branch: str, message: str, author: str = ANA) -> str:
        """Merge a branch, with a commit of its own."""
        arguments = ("merge", "--quiet", "--no-ff", "-m", message, branch)
        self.git(*arguments, more=self.people(author, author))
        return self.head

    def people(self, author: str, committer: str) -> dict[str, str]:
        """Say who acts, and when."""
        self.day += 1
        date = f"{START + self.day * DAY} {self.zone}"
        found = {"GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date}
        for role, person in (("AUTHOR", author), ("COMMITTER", committer)):
            name, _, address = person.partition(" <")
            found |= {f"GIT_{role}_NAME": name, f"GIT_{role}_EMAIL": address.rstrip(">")}
        return found


def make(top: Path) -> Made:
    """Make an empty repository."""
    (top / "sops").mkdir(parents=True)
    git(top, "init", "--quiet", "--initial-branch=main")
    return Made(top)


def clone(made: Made, top: Path, *options: str) -> Made:
    """Clone a repository as a server would give it out."""
    made.git("config", "uploadpack.allowFilter", "true")
    git(top.parent, "clone", "--quiet", *options, made.top.as_uri(), str(top))
    return Made(top)
