"""Changes of an SOP's text as sentences: one for each heading that something changed under."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sopbook.history.changes.blocks import Block
from sopbook.history.changes.kinds import Passage, TextChanged
from sopbook.history.changes.sentence import Sentence, Sign, shown, sign_of
from sopbook.history.changes.voice import Voice
from sopbook.history.changes.weight import weight_of_passages


def say_text(change: TextChanged, voice: Voice) -> Iterator[Sentence]:
    """Yield a sentence for each section, with the words that changed."""
    sections: dict[str, list[Passage]] = defaultdict(list)
    for passage in change.passages:
        sections[passage.heading].append(passage)
    for heading, passages in sections.items():
        sign = _sign(passages)
        key = {Sign.ADDED: "section_new", Sign.REMOVED: "section_gone", Sign.CHANGED: "under"}[sign]
        text = voice.say(
            f"text.{key}" if heading else "text.changed", heading=voice.quoted(heading)
        )
        yield Sentence(text, sign, weight_of_passages(passages), wording=shown(passages))


def _sign(passages: Sequence[Passage]) -> Sign:
    """Say what became of a section: it is new, or gone, where its heading is."""
    for passage in passages:
        stretch = passage.after or passage.before
        if stretch and stretch.block is Block.HEADING:
            return sign_of(passage.before, passage.after)
    return Sign.CHANGED
