"""A comparison as JSON of our own, for programs that people write for themselves.

`version` is raised when a key changes its meaning or goes; new keys may come at any time.
`sops` stand with material changes first. `state` is `new`, `gone`, `changed`, or `unread` where a
version cannot be read: then `unread` says why, and nothing is known of what changed. `steps` are
ids of the version after, `gone` the id of a step of the version before that is there no more. The
pieces of a `wording`, put together, give the text after where `side` is not `before`, and the text
before where it is not `after`. `same` are ids of SOPs that are written differently and mean the
same, `others` the paths of changed files that are no SOP's.
"""

from collections.abc import Mapping

from sopbook.core.as_json import as_json
from sopbook.history.changes.kinds import Weight
from sopbook.history.changes.sentence import Sentence, Shown
from sopbook.history.compared import Compared, Comparison

VERSION = 1

Part = Mapping[str, object]


def data(comparison: Comparison) -> str:
    """Write all that changed."""
    return as_json(
        {
            "version": VERSION,
            "before": comparison.before,
            "after": comparison.after,
            "counts": {weight: len(comparison.of(weight)) for weight in Weight},
            "sops": [_sop(each) for each in comparison.sops],
            "same": comparison.same,
            "others": comparison.others,
        }
    )


def _sop(sop: Compared) -> Part:
    return {
        "id": sop.id,
        "title": sop.title,
        "state": _state(sop),
        "weight": sop.weight,
        "files": {
            "before": _files(sop, is_after=False),
            "after": _files(sop, is_after=True),
        },
        "unread": sop.changes.unread,
        "sentences": [_sentence(each) for each in sop.sentences],
    }


def _state(sop: Compared) -> str:
    if sop.changes.unread:
        return "unread"
    if not sop.before:
        return "new"
    return "changed" if sop.after else "gone"


def _files(sop: Compared, *, is_after: bool) -> list[str]:
    found = sop.after if is_after else sop.before
    return [path for path in (found.workflow_path, found.markdown_path) if path] if found else []


def _sentence(sentence: Sentence) -> Part:
    return {
        "text": sentence.text,
        "sign": sentence.sign,
        "weight": sentence.weight,
        "steps": sentence.steps,
        "gone": sentence.gone,
        "wording": [_shown(each) for each in sentence.wording],
    }


def _shown(shown: Shown) -> Part:
    pieces = [{"side": piece.side, "text": piece.text} for piece in shown.pieces]
    return {"block": shown.block, "sign": shown.sign, "pieces": pieces}
