"""The edge to the cache: the last log that was read, in a file that may always be deleted."""

import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from sopbook.history.log import Log
from sopbook.history.stored import lines_of, log_in


def load(file: Path, key: str = "") -> Log | None:
    """Read what was saved; None where there is nothing, or nothing whole."""
    with suppress(OSError, UnicodeDecodeError), file.open(encoding="utf-8", newline="\n") as lines:
        return log_in(lines, key)
    return None


def save(file: Path, log: Log, key: str = "") -> None:
    """Put a log in the place of the last one."""
    put(file, lines_of(log, key))


def put(file: Path, lines: Iterable[str]) -> None:
    """Put a file in the place of the last one, at once: no reader ever sees a half of it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", newline="\n", dir=file.parent, prefix=file.name, delete=False
    ) as new:
        try:
            new.writelines(lines)
            new.close()
            Path(new.name).replace(file)
        except BaseException:
            Path(new.name).unlink()
            raise
