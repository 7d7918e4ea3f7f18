"""A comparison as plain text: sentences, and the changed words as `[-was-] {+is+}`."""

from collections.abc import Iterator, Mapping

from sopbook.core.words import Words
from sopbook.difference.said import counts, heading, notes
from sopbook.history.changes.kinds import Weight
from sopbook.history.changes.sentence import Sentence, Shown
from sopbook.history.changes.words import Side
from sopbook.history.compared import Compared, Comparison

Style = Mapping[str, str]
"""Escape sequences by what they colour: `title`, `before`, `after`, `material`, `reset`."""
PLAIN: Style = {}
COLOURS: Style = {
    "title": "\x1b[1m", "before": "\x1b[31m", "after": "\x1b[32m", "material": "\x1b[1;33m",
    "reset": "\x1b[0m",
}  # fmt: skip
# Colours are not seen by all, so the signs stay with them.
_SIGNS = {Side.BOTH: ("", ""), Side.BEFORE: ("[-", "-]"), Side.AFTER: ("{+", "+}")}


def text(comparison: Comparison, words: Words, style: Style = PLAIN) -> str:
    """Write all that changed."""
    head = "\n".join((_in(style, "title", heading(comparison, words)), *counts(comparison, words)))
    sops = ("\n".join(_sop(each, words, style)) for each in comparison.sops)
    ends = (
        "\n".join((said, *(f"  {name}" for name in names)))
        for said, names in notes(comparison, words)
    )
    return "\n\n".join((head, *sops, *ends))


def _sop(sop: Compared, words: Words, style: Style) -> Iterator[str]:
    weight = words(f"diff.weight.{sop.weight}")
    marked = _in(style, "material", weight) if sop.weight is Weight.MATERIAL else weight
    yield f"{_in(style, 'title', _line(sop.title))} ({sop.id}): {marked}"
    for sentence in sop.sentences:
        yield from _sentence(sentence, sop, words, style)
    if sop.changes.unread:
        yield f"      {_line(sop.changes.unread)}"


def _sentence(sentence: Sentence, sop: Compared, words: Words, style: Style) -> Iterator[str]:
    # Where an SOP is material, what is not is the exception.
    is_other = sentence.weight is not sop.weight
    other = f" ({words(f'diff.weight.{sentence.weight}')})" if is_other else ""
    yield f"  - {_line(sentence.text)}{other}"
    for shown in sentence.wording:
        yield from (f"      {line}" for line in _wording(shown, style).split("\n"))


def _wording(shown: Shown, style: Style) -> str:
    """Show the words of a passage; what stands around a change keeps its spaces."""
    found = []
    for piece in shown.pieces:
        start, end = _SIGNS[piece.side]
        said = piece.text.lstrip()
        space = piece.text[: len(piece.text) - len(said)]
        found.append(space + _in(style, piece.side, f"{start}{said}{end}"))
    return "".join(found)


def _in(style: Style, name: str, said: str) -> str:
    return f"{style[name]}{said}{style['reset']}" if name in style else said


def _line(said: str) -> str:
    return " ".join(said.split())
