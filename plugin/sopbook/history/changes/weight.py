"""Material or editorial: whether a change is one that people who work by the SOP must know of.

The table says it for each kind of change, with the reason. An author can overrule it for a whole
commit, both ways.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from sopbook.history.changes.kinds import (
    Added,
    Aimed,
    Cause,
    Change,
    Changes,
    Created,
    Deleted,
    FactChanged,
    FlowCreated,
    FlowDeleted,
    Moved,
    Passage,
    PracticeChanged,
    Promised,
    Relisted,
    Removed,
    Renamed,
    Reworded,
    TextChanged,
    WayChanged,
    Weight,
)
from sopbook.history.changes.text import passages
from sopbook.history.changes.words import is_slip


class Rule(StrEnum):
    """How much a change weighs: always the same, or by what became of the wording."""

    MATERIAL = "material"
    EDITORIAL = "editorial"
    BY_WORDING = "by wording"
    """Editorial where only signs, case, marks or slips of the pen changed."""


_M, _E, _W = Rule.MATERIAL, Rule.EDITORIAL, Rule.BY_WORDING

RULES: Mapping[str, tuple[Rule, str]] = {
    # The SOP and its flow
    "sop": (_M, "there is something new to work by, or nothing any more"),
    "steps": (_M, "something is to be done that was not, or the other way round"),
    "order": (_M, "things are done earlier or later"),
    "listing": (_E, "the list has another order, the work has not"),
    "answer": (_M, "a case takes another way"),
    "label": (_W, "the words on an arrow decide which way a case takes"),
    "share": (_E, "how often it happens changes nothing about what to do"),
    "address": (_E, "links change, the work does not"),
    # Facts of a step
    "kind": (_M, "what is done becomes a question, a pause or a hand-over"),
    "text": (_W, "it says what to do; nobody but a person can tell that other words mean the same"),
    "sop_run": (_M, "another procedure is followed"),
    "by": (_M, "somebody else does it"),
    "to": (_M, "somebody else takes over"),
    "when": (_W, "it is done in other cases"),
    "after": (_M, "a case is handed over sooner or later"),
    "within": (_M, "there is more or less time for it"),
    "takes": (_M, "work is planned by it"),
    "needs": (_W, "other information must be at hand"),
    "gives": (_W, "somebody further on relies on it"),
    "uses": (_M, "another tool is opened"),
    "say": (_W, "other words are said to customers"),
    "note": (_W, "it is done in another way"),
    "automate": (_E, "an idea changes nothing yet"),
    # Facts of the card
    "id": (_E, "links change, the work does not"),
    "title": (_W, "people know it by this name"),
    "summary": (_W, "it says when to use it"),
    "status": (_M, "it holds from now on, or no longer"),
    "responsible": (_M, "somebody else answers questions"),
    "deputy": (_M, "somebody else answers questions in their absence"),
    "approved": (_E, "a record; where it makes the SOP hold, its status says so"),
    "effective": (_M, "it holds from another day"),
    "review": (_E, "a matter of those who keep it"),
    "audience": (_M, "others are to work by it"),
    "channels": (_M, "it holds for other cases"),
    "reasons": (_M, "it holds for other cases"),
    "related": (_E, "a list of links"),
    "replaces": (_M, "another SOP no longer holds"),
    "improves": (_E, "a proposal changes nothing yet"),
    "decide_by": (_E, "a proposal changes nothing yet"),
    "tags": (_E, "found by other words, the same inside"),
    "aliases": (_E, "found by other words, the same inside"),
    "promise": (_M, "customers are told something else"),
    "measures": (_M, "the work is judged by something else"),
    "practice": (_E, "other questions are asked about the same work"),
    # The text
    "prose": (_W, "it says how to do it"),
}


def weigh(changes: Changes, overrule: Weight | None = None) -> Weight:
    """Say how much all changes together weigh; what could not be compared may be anything."""
    if overrule:
        return overrule
    heavy = changes.unread or any(weight_of(each) is Weight.MATERIAL for each in changes.changes)
    return Weight.MATERIAL if heavy else Weight.EDITORIAL


_ALWAYS: Mapping[type, str] = {
    Created: "sop",
    Deleted: "sop",
    FlowCreated: "sop",
    FlowDeleted: "sop",
    Added: "steps",
    Removed: "steps",
    Renamed: "address",
    Promised: "promise",
    Aimed: "measures",
    PracticeChanged: "practice",
}


def weight_of(change: Change) -> Weight:
    """Say how much one change weighs."""
    match change:
        case Moved():
            return ruled("listing" if change.is_listing else "order")
        case WayChanged():
            return _weight_of_way(change)
        case TextChanged():
            return weight_of_passages(change.passages)
        case _ if isinstance(change, FactChanged):
            return _weight_of_fact(change)
        case _:
            return ruled(_ALWAYS[type(change)])


def ruled(what: str, *, is_slip: bool = False) -> Weight:
    """Say what the table says; `is_slip` where no more than the spelling changed."""
    rule = RULES[what][0]
    is_light = rule is Rule.EDITORIAL or (rule is Rule.BY_WORDING and is_slip)
    return Weight.EDITORIAL if is_light else Weight.MATERIAL


def _weight_of_fact(change: FactChanged) -> Weight:
    what = "sop_run" if change.fact == "sop" else change.fact
    match change:
        case Reworded(fact="say" | "note"):
            return ruled(what, is_slip=_are_slips(passages(change.before, change.after)))
        case Reworded():
            return ruled(what, is_slip=is_slip(change.before, change.after))
        case Relisted():
            return ruled(what, is_slip=is_slip("; ".join(change.before), "; ".join(change.after)))
        case _:
            return ruled(what)


def _weight_of_way(change: WayChanged) -> Weight:
    before, after = change.before, change.after
    if change.cause is Cause.OWN:
        return ruled("answer")
    if change.cause is Cause.KIND or not (before and after) or before.label == after.label:
        return ruled("share")
    return weight_of_label(before.label, after.label)


def weight_of_label(before: str, after: str) -> Weight:
    """Say how much other words on an arrow weigh."""
    return ruled("label", is_slip=is_slip(before, after))


def weight_of_passages(found: Iterable[Passage]) -> Weight:
    """Say how much changes of an SOP's text weigh."""
    return ruled("prose", is_slip=_are_slips(found))


def _are_slips(found: Iterable[Passage]) -> bool:
    return all(
        each.before and each.after and is_slip(each.before.text, each.after.text) for each in found
    )
