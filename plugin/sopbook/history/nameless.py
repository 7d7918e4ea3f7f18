"""A chronicle in which nobody is named, for sites that show no people.

What a change means stays. Who wrote, reviewed or approved it goes, and so does why: messages are
their authors' free text, with names in it that no list has. Quotations of texts that name somebody
go as well; whom an SOP itself named was taken out when its old versions were read.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from sopbook.core.model import Step, Workflow
from sopbook.history.changes.sentence import Sentence
from sopbook.history.chronicle import Chronicle, Drawn
from sopbook.history.log import NO_MESSAGE, Author, Commit
from sopbook.history.sops import Entry
from sopbook.history.telling import Telling

Betrays = Callable[[str], bool]
"""Says whether a text names somebody."""
Tellings = Mapping[str, tuple[Telling, ...]]


def nameless(chronicle: Chronicle, betrays: Betrays) -> Chronicle:
    """Take everybody out of a chronicle."""
    return replace(
        chronicle,
        tellings=_all(chronicle.tellings, betrays),
        gone=_all(chronicle.gone, betrays),
        since_approval=_all(chronicle.since_approval, betrays),
        drawn=dict(_drawn(chronicle.drawn, betrays)),
    )


def _all(tellings: Tellings, betrays: Betrays) -> Tellings:
    return {
        name: tuple(_telling(each, betrays) for each in told) for name, told in tellings.items()
    }


def _telling(telling: Telling, betrays: Betrays) -> Telling:
    said = tuple(_sentence(each, betrays) for each in telling.sentences if not betrays(each.text))
    return replace(telling, entry=_entry(telling.entry), sentences=said)


def _sentence(sentence: Sentence, betrays: Betrays) -> Sentence:
    quoted = (piece.text for shown in sentence.wording for piece in shown.pieces)
    return replace(sentence, wording=()) if betrays("".join(quoted)) else sentence


def _entry(entry: Entry) -> Entry:
    commit = _commit(entry.commit)
    files = tuple(replace(file, commit=commit) for file in entry.files)
    return replace(entry, commit=commit, files=files, title="", writers=(), published_by="")


def _commit(commit: Commit) -> Commit:
    message = replace(NO_MESSAGE, overrule=commit.message.overrule)
    return replace(commit, author=Author(""), message=message, parts=())


def _drawn(drawn: Mapping[str, Drawn], betrays: Betrays) -> Iterator[tuple[str, Drawn]]:
    """Keep the charts of changes in which no step names somebody, now or before."""
    for name, each in drawn.items():
        if not betrays("\n".join(_texts(each))):
            yield name, replace(each, telling=_telling(each.telling, betrays))


def _texts(drawn: Drawn) -> Iterator[str]:
    workflow: Workflow = drawn.workflow
    steps: tuple[Step, ...] = (*workflow.steps, *drawn.fates.before.values())
    for step in steps:
        yield from (step.text, step.when, *(way.label for way in step.exits))
