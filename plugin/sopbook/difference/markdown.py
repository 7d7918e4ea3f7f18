"""A comparison as the comment on a request to merge: sentences, and the changed charts, drawn.

The host draws Mermaid by itself. A comment has little room: first come the sentences of all SOPs,
then what room is left is for charts; whatever has none is named.
"""

from collections.abc import Iterator

from sopbook.core.names import Names
from sopbook.core.words import Words
from sopbook.difference.flowchart import charts_of
from sopbook.difference.said import counts, heading, notes
from sopbook.formats.mermaid import mermaid
from sopbook.history.changes.sentence import Sentence, Shown
from sopbook.history.changes.words import Side
from sopbook.history.compared import Compared, Comparison
from sopbook.report.markdown import uncalled

MOST = 65_000
"""How many bytes a comment may have: GitHub takes 65,535 characters, however it counts them."""
_KEPT = 2_000
"""What is kept for the last sentences, and of it for the names in each."""
_MOST_NAMED = 700
_MOST_CODE = 50_000
_MOST_WAYS = 500
"""What Mermaid, as hosts set it, takes of one chart."""
_TAGS = {Side.BOTH: ("", ""), Side.BEFORE: ("<del>", "</del>"), Side.AFTER: ("<ins>", "</ins>")}


def markdown(comparison: Comparison, names: Names) -> str:
    """Write a comment."""
    words = names.words
    head = (
        f"### {_text(heading(comparison, words))}\n\n{_text(' '.join(counts(comparison, words)))}"
    )
    ends = [_note(said, found) for said, found in notes(comparison, words)]
    told, room = _told(comparison, words, MOST - _KEPT - _size(head))
    left_out = len(comparison.sops) - len(told)
    more = [_text(words("diff.left_out", count=left_out))] if left_out else []
    return "\n\n".join((head, *_drawn(told, names, room), *more, *ends))


def _told(
    comparison: Comparison, words: Words, room: int
) -> tuple[list[tuple[Compared, str]], int]:
    """Give the sentences of each SOP, until there is no room; and what room is left."""
    told: list[tuple[Compared, str]] = []
    for sop in comparison.sops:
        # There is always room to say that a chart has none.
        kept = _size(_undrawn(words)) if sop.chart else 0
        block = next((b for b in _blocks(sop, words) if _size(b) + kept <= room), "")
        if not block:
            break
        room -= _size(block) + kept
        told.append((sop, block))
    return told, room


def _drawn(told: list[tuple[Compared, str]], names: Names, room: int) -> Iterator[str]:
    """Yield each SOP's sentences, with its chart as far as there is room."""
    undrawn = _undrawn(names.words)
    for sop, block in told:
        chart = _chart(sop, names)
        more = _size(chart) - _size(undrawn)
        if chart and (more > room or not _is_taken(chart, sop)):
            chart, more = undrawn, 0
        room -= more if chart else 0
        yield f"{block}\n\n{chart}" if chart else block


def _blocks(sop: Compared, words: Words) -> Iterator[str]:
    """Yield the sentences of an SOP; then shorter, where these have no room."""
    title = f"#### {_text(sop.title)} ({words(f'diff.weight.{sop.weight}')})"
    unread = [f"  > {_text(sop.changes.unread)}"] if sop.changes.unread else []
    whole = [line for each in sop.sentences for line in _sentence(each, sop, words)]
    yield "\n".join((title, "", *whole, *unread))
    short = [_said(each, sop, words) for each in sop.sentences]
    yield "\n".join((title, "", *short, *unread, "", f"*{_text(words('diff.words_left_out'))}*"))
    yield "\n".join((title, "", f"*{_text(words('diff.all_left_out', count=len(short)))}*"))


def _sentence(sentence: Sentence, sop: Compared, words: Words) -> Iterator[str]:
    yield _said(sentence, sop, words)
    for shown in sentence.wording:
        yield f"  > {_wording(shown)}"
        yield ""


def _said(sentence: Sentence, sop: Compared, words: Words) -> str:
    is_other = sentence.weight is not sop.weight
    other = f" ({words(f'diff.weight.{sentence.weight}')})" if is_other else ""
    return f"- {_text(sentence.text)}{other}"


def _wording(shown: Shown) -> str:
    found = []
    for piece in shown.pieces:
        start, end = _TAGS[piece.side]
        said = piece.text.lstrip()
        lines = "<br>".join(uncalled(line) for line in said.split("\n"))
        space = " " if said != piece.text else ""
        found.append(f"{space}{start}{lines}{end}")
    return "".join(found)


def _chart(sop: Compared, names: Names) -> str:
    """Write the chart as code that the host draws."""
    charts = tuple(charts_of((sop,)))
    return f"```mermaid\n{mermaid(charts, names)}\n```" if charts else ""


def _is_taken(chart: str, sop: Compared) -> bool:
    """Say whether the host draws a chart of this size."""
    steps = sop.chart[0].steps if sop.chart else ()
    return len(chart) <= _MOST_CODE and sum(len(step.exits) for step in steps) <= _MOST_WAYS


def _undrawn(words: Words) -> str:
    return f"*{_text(words('diff.chart_left_out'))}*"


def _note(said: str, found: tuple[str, ...]) -> str:
    """Name what else changed, as far as there is room."""
    room = _MOST_NAMED
    shown = []
    for name in found:
        code = f"`{' '.join(name.replace('`', ' ').split())}`"
        room -= _size(code)
        if room < 0:
            shown.append("…")
            break
        shown.append(code)
    return f"{_text(said)} {', '.join(shown)}"


def _text(said: str) -> str:
    return uncalled(" ".join(said.split()))


def _size(block: str) -> int:
    """Count the bytes of a block, with the empty line behind it."""
    return len(block.encode("utf-8", "surrogatepass")) + 2
