"""The facts of a step and of a card: how each is read, compared and written.

What is compared is the meaning: `60 s` is `1 min`, a text's lines may be broken elsewhere, and
lists of names and keys have no order.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from sopbook.core.measures import Duration
from sopbook.core.model import Approval, Card, Ref, Resource, Review, Step, Target
from sopbook.core.span import Span
from sopbook.history.changes.blocks import stretches
from sopbook.history.changes.kinds import (
    Equipped,
    FactChanged,
    Reapproved,
    Reassigned,
    Redated,
    Relisted,
    Rescheduled,
    Retimed,
    Reworded,
    Shift,
    Switched,
)

Value = Any
"""What an attribute of the model holds; the attribute knows its type."""
_NOWHERE = Span("")


def _same(value: Value) -> Value:
    return value


def _name(ref: Ref | None) -> tuple[str, ...]:
    return (ref.target,) if ref else ()


def _ref(names: tuple[str, ...]) -> Ref | None:
    return Ref(names[0], _NOWHERE) if names else None


def _names(refs: tuple[Ref, ...]) -> tuple[str, ...]:
    return tuple(ref.target for ref in refs)


def _refs(names: tuple[str, ...]) -> tuple[Ref, ...]:
    return tuple(Ref(name, _NOWHERE) for name in names)


def squeezed(text: str) -> str:
    """Give a text in one line, with single spaces."""
    return " ".join(text.split())


def span_of_time(time: Duration | None) -> Hashable:
    """Give what a time means, however it is written."""
    return (time.least, time.most, time.working) if time else None


def shift(before: Duration | None, after: Duration | None) -> Shift:
    """Say what became of a time; working days are longer than as many days."""
    if before is None or after is None:
        return Shift.NEW if after else Shift.GONE
    old, new = (before.most, before.least), (after.most, after.least)
    if before.working is after.working:
        return Shift.LESS if new < old else Shift.MORE
    if after.working:
        return Shift.MORE if new >= old else Shift.OTHER
    return Shift.LESS if new <= old else Shift.OTHER


def aim(target: Target | None) -> Hashable:
    """Give what a target means, however its amount is written."""
    return (target.bound, target.value, target.unit) if target else None


def _approval(approval: Approval | None) -> Hashable:
    return (_name(approval.by), approval.on) if approval else None


def _review(review: Review | None) -> Hashable:
    return (span_of_time(review.every), review.last, review.by) if review else None


def _links(resources: tuple[Resource, ...]) -> Hashable:
    return tuple(sorted({(*_name(each.tool), each.title, each.url) for each in resources}))


def _unordered(values: tuple[str, ...]) -> Hashable:
    return tuple(sorted(set(values)))


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of fact: the change it makes, its meaning, and how the model's value is written."""

    change: Callable[[str, str, Value, Value], FactChanged]
    meaning: Callable[[Value], Hashable] = _same
    read: Callable[[Value], Value] = _same
    write: Callable[[Value], Value] = _same


_LINE = Form(Reworded, squeezed)
_MARKDOWN = Form(Reworded, stretches)
_ONE = Form(Reassigned, read=_name, write=_ref)
_SEVERAL = Form(Reassigned, _unordered, _names, _refs)
_TERMS = Form(Relisted, _unordered, _names, _refs)
_LINES = Form(Relisted, _unordered)
_TIME = Form(Retimed, span_of_time)
_DAY = Form(Redated)
_CHOICE = Form(Switched)

STEP_FACTS: Mapping[str, Form] = {
    "kind": _CHOICE,
    "text": _LINE,
    "sop": _ONE,
    "by": _SEVERAL,
    "to": _ONE,
    "when": _LINE,
    "after": _TIME,
    "within": _TIME,
    "takes": _TIME,
    "needs": _LINES,
    "gives": _LINES,
    "uses": Form(Equipped, _links),
    "say": _MARKDOWN,
    "note": _MARKDOWN,
    "automate": _LINE,
}
CARD_FACTS: Mapping[str, Form] = {
    "id": _LINE,
    "title": _LINE,
    "summary": _LINE,
    "status": _CHOICE,
    "responsible": _ONE,
    "deputy": _ONE,
    "approved": Form(Reapproved, _approval),
    "effective": _DAY,
    "review": Form(Rescheduled, _review),
    "audience": _TERMS,
    "channels": _TERMS,
    "reasons": _TERMS,
    "related": _TERMS,
    "replaces": _ONE,
    "improves": _ONE,
    "decide_by": _DAY,
    "tags": _LINES,
    "aliases": _LINES,
}


_EVERY: Mapping[type, Callable[[Step | Card], object]] = {
    Step: attrgetter(*STEP_FACTS),
    Card: attrgetter(*CARD_FACTS),
}
"""Gives all facts at once."""


def step_changes(before: Step, after: Step) -> Iterator[FactChanged]:
    """Yield the facts of a step that changed."""
    return _changes(after.id, STEP_FACTS, before, after)


def card_changes(before: Card, after: Card) -> Iterator[FactChanged]:
    """Yield the facts of a card that changed, but for promises and measures."""
    return _changes("", CARD_FACTS, before, after)


def _changes(
    step: str, facts: Mapping[str, Form], before: Step | Card, after: Step | Card
) -> Iterator[FactChanged]:
    every = _EVERY[type(after)]
    if every(before) == every(after):
        # As most steps are, of most versions: this is what makes long histories quick.
        return
    for fact, form in facts.items():
        old, new = getattr(before, fact), getattr(after, fact)
        if old == new:
            continue
        old, new = form.read(old), form.read(new)
        if form.meaning(old) != form.meaning(new):
            yield form.change(step, fact, old, new)


def values(facts: Mapping[str, Form], changes: Iterable[FactChanged]) -> dict[str, Value]:
    """Give the model's values after changes, by attribute."""
    return {change.fact: facts[change.fact].write(change.after) for change in changes}


def meanings(facts: Mapping[str, Form], holder: Step | Card) -> tuple[Hashable, ...]:
    """Give what the facts of a step or card mean."""
    return tuple(form.meaning(form.read(getattr(holder, fact))) for fact, form in facts.items())
