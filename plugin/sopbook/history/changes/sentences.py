"""Changes -> sentences in the words of the process, in the order of the page."""

from collections.abc import Iterator
from dataclasses import replace

from sopbook.core.model import Sop, Workflow
from sopbook.core.names import Names
from sopbook.history.changes.kinds import (
    Aimed,
    Change,
    Changes,
    Created,
    Deleted,
    FactChanged,
    FlowCreated,
    FlowDeleted,
    PracticeChanged,
    Promised,
    TextChanged,
    Weight,
)
from sopbook.history.changes.say_card import say_aim, say_card, say_promise
from sopbook.history.changes.say_steps import say_steps
from sopbook.history.changes.say_text import say_text
from sopbook.history.changes.sentence import Sentence, Sign
from sopbook.history.changes.voice import Voice, version
from sopbook.history.changes.weight import weight_of

_EMPTY = Workflow(())


def sentences(
    changes: Changes,
    before: Sop | None,
    after: Sop | None,
    names: Names,
    overrule: Weight | None = None,
) -> tuple[Sentence, ...]:
    """Tell what changed between two versions: what is material first; card, steps in order, text.

    `overrule` is what the author says that the change is.
    """
    old, new = (sop.workflow or _EMPTY if sop else _EMPTY for sop in (before, after))
    speaker = Voice(names, version(old), version(new), dict(changes.kept))
    found = sorted(_told(changes, speaker, old, new), key=_is_editorial)
    return tuple(replace(each, weight=overrule) if overrule else each for each in found)


def _is_editorial(sentence: Sentence) -> bool:
    return sentence.weight is Weight.EDITORIAL


def _told(changes: Changes, voice: Voice, before: Workflow, after: Workflow) -> Iterator[Sentence]:
    if changes.unread:
        yield Sentence(voice.say("unread"), Sign.CHANGED, Weight.MATERIAL)
    for change in changes.changes:
        yield from _of_sop(change, voice)
    yield from say_steps(changes, voice, before, after)
    for change in changes.changes:
        if isinstance(change, TextChanged):
            yield from say_text(change, voice)


def _of_sop(change: Change, voice: Voice) -> Iterator[Sentence]:
    """Tell of the SOP as a whole, and of its card."""
    match change:
        case Created():
            yield Sentence(voice.say("new"), Sign.ADDED, weight_of(change))
        case Deleted():
            yield Sentence(voice.say("gone"), Sign.REMOVED, weight_of(change))
        case FlowCreated(workflow):
            text = voice.say("flow.new", count=len(workflow.steps))
            yield Sentence(text, Sign.ADDED, weight_of(change))
        case FlowDeleted():
            yield Sentence(voice.say("flow.gone"), Sign.REMOVED, weight_of(change))
        case PracticeChanged():
            yield Sentence(voice.say("practice"), Sign.CHANGED, weight_of(change))
        case Promised():
            yield say_promise(change, voice)
        case Aimed():
            yield say_aim(change, voice)
        case _ if isinstance(change, FactChanged) and not change.step:
            yield say_card(change, voice)
        case _:
            return
