"""All changes of the steps as sentences: one cause, one sentence, in the order of the steps."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass

from sopbook.core.model import Kind, Step, Workflow
from sopbook.history.changes.kinds import (
    Added,
    Cause,
    Change,
    Changes,
    Equipped,
    FactChanged,
    Moved,
    Reassigned,
    Relisted,
    Removed,
    Renamed,
    Retimed,
    Reworded,
    Switched,
    WayChanged,
)
from sopbook.history.changes.merge import ids_of_gone, merged_order
from sopbook.history.changes.say_facts import say_fact
from sopbook.history.changes.say_flow import (
    say_added,
    say_moved,
    say_removed,
    say_renamed,
    say_way,
)
from sopbook.history.changes.sentence import Sentence, Sign
from sopbook.history.changes.voice import Voice
from sopbook.history.changes.weight import weight_of

_SHARED = (Reassigned, Relisted, Equipped, Retimed)
"""Changes that are told once where several steps have the same one."""


def say_steps(
    changes: Changes, voice: Voice, before: Workflow, after: Workflow
) -> Iterator[Sentence]:
    """Yield the sentences in the order of the steps; those that are gone are where they were."""
    found = list(_of_steps(changes, voice)) or list(_of_list(changes, voice))
    if not found:
        return
    gone = ids_of_gone(before, after, voice.kept)
    order = {name: n for n, name in enumerate(merged_order(before, after, changes, gone))}
    yield from sorted(found, key=lambda each: order[gone.get(each.gone) or each.steps[0]])


def _of_list(changes: Changes, voice: Voice) -> Iterator[Sentence]:
    """Tell once of all steps that merely stand elsewhere, where there is no other news of steps."""
    moves = [each for each in changes.changes if isinstance(each, Moved) and each.is_listing]
    if moves:
        steps = tuple(name for move in moves for name in move.steps)
        yield Sentence(voice.say("listing"), Sign.MOVED, weight_of(moves[0]), steps)


def _of_steps(changes: Changes, voice: Voice) -> Iterator[Sentence]:
    known = _known(changes)
    renamed = [change for change in changes.changes if isinstance(change, Renamed)]
    if len(renamed) == len(changes.changes):
        yield from (say_renamed(change, voice) for change in renamed)
    groups: dict[Hashable, list[str]] = defaultdict(list)
    for change in changes.changes:
        if isinstance(change, FactChanged) and change.step:
            groups[_key(change)].append(change.step)
    for change in changes.changes:
        if not known.explains(change, voice.kept):
            yield from _said(change, voice, known, groups)


def _key(change: FactChanged) -> Hashable:
    """Give what two changes have in common that are told in one sentence."""
    own = "" if isinstance(change, _SHARED) else change.step
    return type(change), own, change.fact, change.before, change.after


def _said(
    change: Change, voice: Voice, known: "_Known", groups: Mapping[Hashable, list[str]]
) -> Iterator[Sentence]:
    match change:
        case Added(step):
            yield say_added(change, voice, is_led_to=known.leads_to(step, voice))
        case Removed():
            yield say_removed(change, voice)
        case Moved(is_listing=False):
            yield say_moved(change, voice)
        case WayChanged():
            yield from say_way(change, voice)
        case _ if isinstance(change, FactChanged) and change.step:
            steps = groups[_key(change)]
            if steps[0] == change.step:
                yield say_fact(change, steps, voice)
        case _:
            return


@dataclass(frozen=True, slots=True)
class _Known:
    """What is told anyway, and so explains other changes."""

    added: frozenset[str]
    removed: frozenset[str]
    kinds: frozenset[str]
    """The steps that are of another kind now."""
    led_to: frozenset[str]
    """The steps that some way leads to now, in a sentence of its own."""

    def leads_to(self, step: Step, voice: Voice) -> bool:
        """Say whether a sentence tells how a new step is come to: of a way, or of a step's ways."""
        source, _ = voice.after.leading.get(step.id, (step, None))
        return step.id in self.led_to or source.id in self.added | self.kinds

    def explains(self, change: Change, kept: Mapping[str, str]) -> bool:
        """Say whether another sentence tells this change: one cause, one sentence."""
        match change:
            case Added(Step(kind=Kind.JOIN, joins=closed)):
                return closed in self.added | self.kinds
            case Removed(Step(kind=Kind.JOIN, joins=closed)):
                return closed in self.removed or kept.get(closed) in self.kinds
            case Reworded(fact="text") | Reassigned(fact="sop"):
                return change.step in self.kinds and not (change.before and change.after)
            case Reassigned(fact="to") | Retimed(fact="after"):
                return change.step in self.kinds and not change.after
            case _:
                return False


def _known(changes: Changes) -> _Known:
    found = changes.changes
    return _Known(
        frozenset(each.step.id for each in found if isinstance(each, Added)),
        frozenset(each.step.id for each in found if isinstance(each, Removed)),
        frozenset(each.step for each in found if isinstance(each, Switched)),
        frozenset(
            each.after.target
            for each in found
            if isinstance(each, WayChanged) and each.cause is Cause.OWN and each.after
        ),
    )
