"""What `sopbook history` writes and reads, and what is in it. Loaded when it is wanted."""

import datetime as dt
from pathlib import Path

from sopbook import assets
from sopbook.cli.folders import Failed, seen
from sopbook.core.names import Names
from sopbook.core.reading import read_library
from sopbook.docs_folder import read_folder
from sopbook.history.git_chronicle import tell_all
from sopbook.history.git_history import History, export_history, import_history, read_history
from sopbook.history.lack import Missing
from sopbook.history.remarks import why


def export(docs: Path, file: Path, language: str) -> str:
    """Write the history of a docs folder to a file, told in a language; say what it holds."""
    found = read_history(docs)
    if isinstance(found, Missing):
        message = f"There is no history to export: {why(found)}."
        raise Failed(message)
    names = Names(read_library(read_folder(docs)[0]).library, assets.words(language))
    export_history(found, file, tell_all(found, names))
    return _told(found)


def contents(file: Path) -> str:
    """Check an exported history, and say what it holds."""
    found = import_history(file)
    if found is None:
        message = (
            f"{seen(file)} is no exported history, or not whole, or of another version of sopbook. "
            "Write it anew with `sopbook history export`."
        )
        raise Failed(message)
    return _told(found)


def _told(found: History) -> str:
    commits = found.log.commits
    if not commits:
        return "no published change."
    days = [_day(commits[place].time, commits[place].zone) for place in (-1, 0)]
    cut = "; older days are cut off, as in the clone it was made of" if found.log.shallow else ""
    return (
        f"{_count(len(commits), 'published change')} of {_count(len(found.files.here), 'file')}, "
        f"from {days[0]} to {days[1]}{cut}."
    )


def _day(time: int, zone: int) -> dt.date:
    """Give the day as the clock of whoever published it said."""
    return dt.datetime.fromtimestamp(time, dt.timezone(dt.timedelta(minutes=zone))).date()


def _count(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"
