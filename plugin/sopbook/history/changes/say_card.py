"""Changes of an SOP's card as sentences."""

from collections.abc import Callable, Mapping
from typing import Any

from sopbook.core.model import Approval, Review, Target
from sopbook.history.changes.facts import shift, span_of_time
from sopbook.history.changes.kinds import (
    Aimed,
    FactChanged,
    Promised,
    Reapproved,
    Reassigned,
    Redated,
    Relisted,
    Rescheduled,
    Reworded,
    Switched,
)
from sopbook.history.changes.say_facts import came_and_went, state, wording
from sopbook.history.changes.sentence import Sentence, Sign, sign_of
from sopbook.history.changes.voice import Voice
from sopbook.history.changes.weight import weight_of

_SOPS = frozenset({"replaces", "improves"})


def say_card(change: FactChanged, voice: Voice) -> Sentence:
    """Tell what changed on the card, such as `Responsible: now Ana instead of Ion`."""
    key, before, after = _SAID[type(change)](change, voice)
    what = voice.part(f"card.{change.fact}")
    text = voice.say(f"value.{key}", what=what, before=before, after=after)
    return Sentence(text, Sign.CHANGED, weight_of(change), wording=wording(change))


def say_promise(change: Promised, voice: Voice) -> Sentence:
    """Tell what customers are promised now."""
    before, after = (time.text if time else "" for time in (change.before, change.after))
    key = f"promise.{shift(change.before, change.after)}"
    text = voice.say(key, what=voice.quoted(change.what), before=before, after=after)
    return Sentence(text, sign_of(before, after), weight_of(change))


def say_aim(change: Aimed, voice: Voice) -> Sentence:
    """Tell what a measure should reach now."""
    before, after = (_target(target, voice) for target in (change.before, change.after))
    what = voice.part("card.measures", name=voice.names.measure(change.measure))
    text = voice.say(f"value.{state(before, after)}", what=what, before=before, after=after)
    return Sentence(text, sign_of(before, after), weight_of(change))


def _target(target: Target | None, voice: Voice) -> str:
    if target is None:
        return ""
    return voice.names.words(f"target.{target.bound.name.lower()}", amount=target.amount)


def _said(before: str, after: str) -> tuple[str, str, str]:
    return state(before, after), before, after


def _reworded(change: Reworded, voice: Voice) -> tuple[str, str, str]:
    before, after = (voice.quoted(text) if text else "" for text in (change.before, change.after))
    return _said(before, after)


def _reassigned(change: Reassigned, voice: Voice) -> tuple[str, str, str]:
    name = voice.names.sop if change.fact in _SOPS else voice.names.actor
    before, after = (voice.listed(map(name, names)) for names in (change.before, change.after))
    return _said(before, after)


def _relisted(change: Relisted, voice: Voice) -> tuple[str, str, str]:
    names = voice.names
    name = {
        "audience": names.audience,
        "channels": names.channel,
        "reasons": names.reason,
        "related": names.sop,
    }.get(change.fact, voice.quoted)
    kind, went, came = came_and_went(map(name, change.before), map(name, change.after), voice)
    is_one_sided = not (change.before and change.after)
    return (state(went, came) if is_one_sided else kind), went, came


def _redated(change: Redated, voice: Voice) -> tuple[str, str, str]:
    before, after = (voice.day(date) if date else "" for date in (change.before, change.after))
    return _said(before, after)


def _switched(change: Switched, voice: Voice) -> tuple[str, str, str]:
    before, after = (voice.names.words(f"status.{each}") for each in (change.before, change.after))
    return _said(before, after)


def _reapproved(change: Reapproved, voice: Voice) -> tuple[str, str, str]:
    before, after = (_approval(each, voice) for each in (change.before, change.after))
    return _said(before, after)


def _approval(approval: Approval | None, voice: Voice) -> str:
    if approval is None:
        return ""
    by = (
        voice.part("by_whom.name", name=voice.names.actor(approval.by.target))
        if approval.by
        else ""
    )
    on = voice.part("by_whom.day", date=voice.day(approval.on)) if approval.on else ""
    return ", ".join(filter(None, (by, on)))


def _rescheduled(change: Rescheduled, voice: Voice) -> tuple[str, str, str]:
    old, new = change.before, change.after
    if old and new and _rhythm(old) == _rhythm(new) and new.last:
        return "done", "", voice.day(new.last)
    before, after = (_review(each, voice) for each in (old, new))
    return _said(before, after)


def _rhythm(review: Review) -> object:
    return span_of_time(review.every), review.by


def _review(review: Review | None, voice: Voice) -> str:
    if review is None:
        return ""
    parts = (
        voice.part("review.every", time=review.every.text) if review.every else "",
        voice.part("review.last", date=voice.day(review.last)) if review.last else "",
        voice.part("review.by", date=voice.day(review.by)) if review.by else "",
    )
    return ", ".join(filter(None, parts))


_SAID: Mapping[type, Callable[[Any, Voice], tuple[str, str, str]]] = {
    Reworded: _reworded,
    Reassigned: _reassigned,
    Relisted: _relisted,
    Redated: _redated,
    Switched: _switched,
    Reapproved: _reapproved,
    Rescheduled: _rescheduled,
}
