"""Changes of a step's facts as sentences."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sopbook.history.changes.facts import shift
from sopbook.history.changes.kinds import (
    Equipped,
    FactChanged,
    Reassigned,
    Relisted,
    Retimed,
    Reworded,
    Switched,
)
from sopbook.history.changes.sentence import Sentence, Shown, Sign, line, shown, sign_of
from sopbook.history.changes.text import passages
from sopbook.history.changes.voice import Voice
from sopbook.history.changes.weight import weight_of

_MARKDOWN = frozenset({"say", "note"})
_STATES = {Sign.ADDED: "new", Sign.REMOVED: "gone", Sign.CHANGED: "now"}


def say_fact(change: FactChanged, steps: Sequence[str], voice: Voice) -> Sentence:
    """Tell a change that is the same on one or several steps; `steps` are their ids after."""
    key, before, after = _SAID[type(change)](change, voice)
    text = voice.say(
        key,
        count=len(steps),
        steps=voice.steps(steps),
        number=voice.after.steps[steps[0]].number,
        before=before,
        after=after,
    )
    if isinstance(change, Switched):
        text += voice.ways(voice.after.steps[steps[0]])
    sign = Sign.CHANGED
    return Sentence(text, sign, weight_of(change), tuple(steps), wording=wording(change))


def wording(change: FactChanged) -> tuple[Shown, ...]:
    """Show the words of a text that changed."""
    if not isinstance(change, Reworded):
        return ()
    if change.fact in _MARKDOWN:
        return shown(passages(change.before, change.after))
    # A line that came or went stands in the sentence itself.
    return line(change.before, change.after) if change.before and change.after else ()


def state(before: object, after: object) -> str:
    """Say whether a value is `new`, `gone`, or another `now`: how the keys of messages end."""
    return _STATES[sign_of(before, after)]


def came_and_went(
    before: Iterable[str], after: Iterable[str], voice: Voice
) -> tuple[str, str, str]:
    """Say how a list changed: `came`, `went` or `both`, and what went and came."""
    old, new = dict.fromkeys(before), dict.fromkeys(after)
    went = [each for each in old if each not in new]
    came = [each for each in new if each not in old]
    kind = "both" if went and came else "came" if came else "went"
    return kind, voice.listed(went), voice.listed(came)


def _reworded(change: Reworded, voice: Voice) -> tuple[str, str, str]:
    end = state(change.before, change.after)
    return f"{change.fact}.{end}", voice.quoted(change.before), voice.quoted(change.after)


def _reassigned(change: Reassigned, voice: Voice) -> tuple[str, str, str]:
    name = voice.names.sop if change.fact == "sop" else voice.names.actor
    before, after = (voice.listed(map(name, names)) for names in (change.before, change.after))
    return f"{change.fact}.{state(before, after)}", before, after


def _retimed(change: Retimed, _: Voice) -> tuple[str, str, str]:
    before, after = (time.text if time else "" for time in (change.before, change.after))
    return f"{change.fact}.{shift(change.before, change.after)}", before, after


def _relisted(change: Relisted, voice: Voice) -> tuple[str, str, str]:
    kind, went, came = came_and_went(change.before, change.after, voice)
    return f"{change.fact}.{kind}", went, came


def _equipped(change: Equipped, voice: Voice) -> tuple[str, str, str]:
    before, after = ([*map(voice.tool, tools)] for tools in (change.before, change.after))
    if set(before) == set(after):
        # Called the same, but behind the words is another address.
        new = [voice.tool(each) for each in change.after if each not in change.before]
        return "uses.link", "", voice.listed(new)
    kind, went, came = came_and_went(before, after, voice)
    return f"{change.fact}.{kind}", went, came


def _switched(change: Switched, voice: Voice) -> tuple[str, str, str]:
    before, after = (voice.names.words(f"kind.{kind}") for kind in (change.before, change.after))
    return "kind", voice.quoted(before), voice.quoted(after)


_SAID: Mapping[type, Callable[[Any, Voice], tuple[str, str, str]]] = {
    Reworded: _reworded,
    Reassigned: _reassigned,
    Retimed: _retimed,
    Relisted: _relisted,
    Equipped: _equipped,
    Switched: _switched,
}
