"""What whoever builds the site must be told about its history."""

from collections.abc import Iterator
from dataclasses import dataclass

from sopbook.history.chronicle import Chronicle
from sopbook.history.lack import Lack, Missing

_SHALLOW = (
    "The history of the SOPs is cut off, because this is a shallow clone: many days can only be"
    " told as `on or before`. Have all of it cloned: in GitHub Actions, `fetch-depth: 0` under"
    " `with:` of `actions/checkout`; in GitLab CI, `GIT_DEPTH: 0` among `variables:`; elsewhere,"
    " `git fetch --unshallow`."
)
_PARTIAL = (
    "Old versions of the SOPs are not all in this clone (`--filter`), and none are fetched: some"
    " changes are listed without what they changed."
)
_ANOTHERS = (
    "The repository belongs to another user than the one who builds the site; its history is read"
    " all the same, and nothing in it is run."
)
_LACKS = {
    Lack.NO_GIT: "git is not installed here",
    Lack.OLD_GIT: "git is too old here ({detail}); it must be 2.31 or newer",
    Lack.NO_REPOSITORY: "the docs folder is in no git repository",
    Lack.NOT_OURS: "the repository belongs to another user, and git does not read it ({detail})",
    Lack.NOTHING_YET: "nothing is committed yet",
    Lack.UNREADABLE: "it cannot be read ({detail})",
}
_EXPORTED = "or set `history_file:` to a history that was exported where there is one"
_REMEDIES = {
    Lack.NO_GIT: f"Install it, {_EXPORTED}.",
    Lack.OLD_GIT: f"Install a newer one, {_EXPORTED}.",
    Lack.NO_REPOSITORY: f"Put it into one, {_EXPORTED}.",
    Lack.NOT_OURS: "If you trust it, run `git config --global --add safe.directory` with its"
    " folder.",
    Lack.NOTHING_YET: "Commit the SOPs: from then on they are published.",
    Lack.UNREADABLE: f"Clone it again, {_EXPORTED}.",
}
_EXPECTED = frozenset({Lack.NO_GIT, Lack.NO_REPOSITORY, Lack.NOTHING_YET})
"""These are how some people work, and no mistakes."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence for whoever builds the site; a warning makes a strict build fail."""

    text: str
    is_warning: bool


def remarks(chronicle: Chronicle) -> Iterator[Remark]:
    """Yield what is not as it should be with the history."""
    if chronicle.missing:
        yield _missing(chronicle.missing)
    if chronicle.shallow:
        yield Remark(_SHALLOW, is_warning=True)
    if chronicle.partial:
        yield Remark(_PARTIAL, is_warning=False)
    if chronicle.is_anothers:
        yield Remark(_ANOTHERS, is_warning=False)


def why(missing: Missing) -> str:
    """Say why there is no history, as a part of a sentence."""
    return _LACKS[missing.lack].format(detail=missing.detail)


def _missing(missing: Missing) -> Remark:
    text = f"No history of the SOPs is shown: {why(missing)}. {_REMEDIES[missing.lack]}"
    return Remark(text, is_warning=missing.lack not in _EXPECTED)
