"""What changed on an SOP's card."""

from collections.abc import Iterator

from sopbook.core.model import Card
from sopbook.history.changes.facts import aim, card_changes, span_of_time
from sopbook.history.changes.kinds import Aimed, FactChanged, Promised


def changes_of_card(before: Card, after: Card) -> Iterator[FactChanged | Promised | Aimed]:
    """Yield each change once, promises and measures one by one."""
    if before == after:
        return
    yield from card_changes(before, after)
    yield from _promises(before, after)
    yield from _aims(before, after)


def _promises(before: Card, after: Card) -> Iterator[Promised]:
    old = {promise.what: promise.time for promise in before.promise}
    new = {promise.what: promise.time for promise in after.promise}
    for what in dict.fromkeys((*new, *old)):
        change = Promised(what, old.get(what), new.get(what))
        if span_of_time(change.before) != span_of_time(change.after):
            yield change


def _aims(before: Card, after: Card) -> Iterator[Aimed]:
    old = {target.measure.target: target for target in before.measures}
    new = {target.measure.target: target for target in after.measures}
    for measure in dict.fromkeys((*new, *old)):
        change = Aimed(measure, old.get(measure), new.get(measure))
        if aim(change.before) != aim(change.after):
            yield change
