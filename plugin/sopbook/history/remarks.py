"""What to tell the person who builds the site about its history, and what would mend it."""

from collections.abc import Iterator
from dataclasses import dataclass

from sopbook.history.lack import Lack, Missing
from sopbook.history.log import Log

_EXPORTED = "or build with a history that was exported where there is one"
_LACKS = {
    Lack.NO_GIT: ("Git is not installed here", f"Install Git, {_EXPORTED}."),
    Lack.OLD_GIT: (
        "The Git that is installed here is too old ({detail})",
        f"Install Git 2.31 or newer, {_EXPORTED}.",
    ),
    Lack.NO_REPOSITORY: (
        "The docs folder is in no Git repository",
        f"Put it into one, {_EXPORTED}.",
    ),
    Lack.NOT_OURS: (
        "The repository belongs to another user of this computer",
        "If you trust it, run `git config --global --add safe.directory` with its folder.",
    ),
    Lack.NOTHING_YET: (
        "Nothing has been committed to the repository yet",
        "Commit the SOPs: from then on they are published.",
    ),
    Lack.UNREADABLE: (
        "Git cannot read the repository: {detail}",
        f"Clone it again, {_EXPORTED}.",
    ),
}


@dataclass(frozen=True, slots=True)
class Remark:
    """One sentence, and the way out; a warning fails a strict build."""

    message: str
    hint: str
    is_warning: bool = False


def remarks_on_missing(missing: Missing) -> Remark:
    """Say why no history is shown; a site without one is as good as before."""
    message, hint = _LACKS[missing.lack]
    return Remark(f"No changes are shown: {message.format(detail=missing.detail)}", hint)


def remarks_on(log: Log, *, is_anothers: bool = False) -> Iterator[Remark]:
    """Say what of a history is not known."""
    if log.shallow:
        yield Remark(
            "The newest part of the repository is here, the rest was not fetched: of what is older"
            " it is only known that it was there on that day, or before",
            "Fetch all of it. GitHub: `fetch-depth: 0` below `with:` of `actions/checkout`. GitLab:"
            ' `GIT_DEPTH: "0"` below `variables:`. By hand: `git fetch --unshallow`.',
            is_warning=True,
        )
    if log.partial:
        yield Remark(
            "The repository was cloned without old versions: what changed in them cannot be shown,"
            " and a file that was renamed and edited at once begins anew",
            "Clone it without `--filter`.",
        )
    if is_anothers:
        yield Remark(
            "The repository belongs to another user of this computer; its history was read all the"
            " same, and nothing in it was run",
            "Nothing need be done.",
        )
