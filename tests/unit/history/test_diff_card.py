"""Changes of the card and of the SOP as a whole, as sentences."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from sopbook.core.model import Sop
from sopbook.history.changes.apply import apply
from sopbook.history.changes.diff import diff
from sopbook.history.changes.kinds import Changes, Created, Deleted, Weight
from sopbook.history.changes.meaning import meaning
from sopbook.history.changes.sentence import Sign
from sopbook.history.changes.sentences import sentences
from tests.unit.history.compared import CARD, chain, names, said, sop, told

STEPS = chain("start: Call comes in", "end: Done")
FILE = Path(__file__).parent / "cards.yml"
CASES = yaml.safe_load(FILE.read_text(encoding="utf-8"))


def version(card: str, other: str) -> Sop:
    """Read an SOP with these keys on its card; the usual ones stand there, too, but for those."""
    lines = CARD.splitlines(keepends=True)
    usual = (line for line in lines if line.split(":")[0] not in card + other)
    return sop(STEPS, "".join(usual) + card)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["after"] or case["before"])
def test_a_card_is_told(case: dict[str, Any]) -> None:
    before, after = version(case["before"], case["after"]), version(case["after"], case["before"])
    assert said(before, after) == case["said"]
    assert meaning(apply(diff(before, after), before)) == meaning(after)


def test_a_new_sop_and_one_that_is_gone() -> None:
    call = sop(STEPS)
    assert diff(None, call) == Changes((Created(call),))
    assert diff(call, None) == Changes((Deleted(call),))
    assert apply(diff(None, call), None) is call
    assert apply(diff(call, None), call) is None
    assert apply(diff(None, None), None) is None
    assert meaning(None) is None
    assert [(each.text, each.sign, each.weight) for each in (
        *sentences(diff(None, call), None, call, names(call)),
        *sentences(diff(call, None), call, None, names(call)),
    )] == [
        ("This SOP is new", Sign.ADDED, Weight.MATERIAL),
        ("This SOP is no longer there", Sign.REMOVED, Weight.MATERIAL),
    ]  # fmt: skip


def test_a_flowchart_that_comes_and_goes() -> None:
    text, flow = sop(text="Words."), sop(STEPS, text="Words.")
    assert said(text, flow) == ["It now has a flowchart, with 2 steps"]
    assert said(flow, text) == ["It no longer has a flowchart"]
    assert meaning(apply(diff(text, flow), text)) == meaning(flow)
    assert meaning(apply(diff(flow, text), flow)) == meaning(text)
    assert not diff(text, text)
    assert said(text, flow, "ro") == ["Are acum o diagramă de flux, cu 2 pași"]


def test_what_cannot_be_read_cannot_be_compared() -> None:
    call = sop(STEPS)
    changes = diff(None, call, unread="`within` is not a time")
    assert changes
    found = sentences(changes, None, call, names(call))
    assert [(each.text, each.weight) for each in found] == [
        ("This version cannot be compared with the one before", Weight.MATERIAL)
    ]
    with pytest.raises(ValueError, match="`within` is not a time"):
        apply(changes, call)


def test_an_author_overrules_both_ways() -> None:
    before, after = sop(STEPS), sop(STEPS.replace("Done", "Put right"))
    (usual,) = told(before, after)
    assert usual.weight is Weight.MATERIAL
    changes = diff(before, after)
    (light,) = sentences(changes, before, after, names(after), Weight.EDITORIAL)
    assert (light.text, light.weight) == (usual.text, Weight.EDITORIAL)


def test_a_new_id_of_an_sop_is_another_address() -> None:
    before = sop(STEPS)
    after = sop(STEPS, CARD + "id: phone-call\n", id_="phone-call")
    assert said(before, after) == ["Address of the page: now “phone-call” instead of “call”"]
