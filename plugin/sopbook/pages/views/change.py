"""One change of an SOP, as pages show it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from babel.lists import format_list

from sopbook.core.model import Sop
from sopbook.core.words import Words
from sopbook.history.changes.kinds import Weight
from sopbook.history.changes.sentence import Sentence, Shown, Sign
from sopbook.history.follow import Kind
from sopbook.history.moment import moment
from sopbook.history.telling import Telling
from sopbook.pages.dates import Moment, moment_of
from sopbook.pages.past import Past

LONGEST = 300
"""So many characters of a sentence are shown: authors quote whole paragraphs."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence; `url` leads to its step, where there still is one."""

    text: str
    sign: Sign
    weight: Weight
    url: str
    wording: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What was changed, when, by whom and why. All of it is text.

    `said` are the first sentences, `more` is how many there are besides. Without a sentence, `form`
    says what else it was.
    """

    revision: str
    kind: Kind
    weight: Weight
    when: Moment
    is_last_possible: bool
    who: str
    why: str
    body: str
    approved_by: str
    reviewed_by: str
    said: tuple[Said, ...]
    more: int
    form: str


def change(
    telling: Telling, sop: Sop | None, past: Past, words: Words, url: str = "", most: int = 0
) -> Change:
    """Gather what is shown of a change; `url` is the SOP's page, `most` bounds the sentences."""
    entry = telling.entry
    commit = entry.commit
    steps = frozenset(step.id for step in sop.workflow.steps) if sop and sop.workflow else ()
    told = telling.sentences[:most] if most else telling.sentences
    return Change(
        revision=commit.id,
        kind=entry.kind,
        weight=telling.weight,
        when=moment_of(moment(commit, past.zone), words),
        is_last_possible=entry.or_before,
        who=listed(entry.writers, words),
        why=entry.title,
        body=commit.message.body,
        approved_by=listed(commit.message.approved_by, words),
        reviewed_by=listed(commit.message.reviewed_by, words),
        said=tuple(said(each, steps, url) for each in told),
        more=len(telling.sentences) - len(told),
        form="" if telling.sentences else _form(telling),
    )


def listed(names: Iterable[str], words: Words) -> str:
    """Join names as people do: `a, b and c`."""
    return str(format_list(list(names), locale=words.locale))


def said(sentence: Sentence, steps: Collection[str], url: str) -> Said:
    """Show a sentence, with a link to the first of its steps that there still is."""
    step = next((name for name in sentence.steps if name in steps), "")
    long = len(sentence.text) > LONGEST
    text = f"{sentence.text[: LONGEST - 1].rstrip()}…" if long else sentence.text
    place = f"{url}#step-{step}" if step else ""
    return Said(text, sentence.sign, sentence.weight, place, sentence.wording)


def _form(telling: Telling) -> str:
    """Name what kind of change says nothing new."""
    if telling.entry.kind is Kind.MOVED and not telling.entry.has_news:
        return "moved"
    return "same" if telling.entry.has_news else "blank"
