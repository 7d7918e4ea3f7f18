"""A chronicle in which nobody is named."""

from dataclasses import replace

from sopbook.core.fates import Fates
from sopbook.core.model import Exit, Kind, Step, Workflow
from sopbook.history.changes.sentence import line
from sopbook.history.chronicle import Chronicle, Drawn
from sopbook.history.log import Author, Message, Overrule, Part
from sopbook.history.nameless import nameless
from sopbook.history.telling import Telling
from tests.unit.pages.chronicles import minor, said, telling
from tests.unit.pages.department import HERE


def betrays(text: str) -> bool:
    return "Ana" in text


def written() -> Telling:
    plain = replace(minor("The note changed", "greet"), wording=line("Ask Ana", "Ask a lead"))
    told = telling(said("The deadline is tighter", "greet"), plain, said("Ask Ana first"))
    commit = replace(
        told.entry.commit,
        message=Message("Ana asked", "Ana asked", approved_by=("Ana",), overrule=Overrule.MATERIAL),
        parts=(Part("1", Author("Ana"), "Ana asked", ()),),
    )
    return replace(told, entry=replace(told.entry, commit=commit, published_by="Ana"))


def drawn(step: Step) -> Drawn:
    return Drawn(written(), Workflow((step,)), Fates())


def test_what_it_means_stays_and_who_and_why_go() -> None:
    found = nameless(
        Chronicle(
            {"call": (written(),)},
            gone={"old": (written(),)},
            since_approval={"call": (written(),)},
            head="1a2b",
        ),
        betrays,
    )
    assert "Ana" not in repr(found)
    [told] = found.tellings["call"]
    assert [each.text for each in told.sentences] == ["The deadline is tighter", "The note changed"]
    assert told.weight is written().weight
    assert told.entry.commit.id == written().entry.commit.id
    assert told.entry.commit.message.overrule is Overrule.MATERIAL
    assert (found.gone["old"], found.since_approval["call"]) == ((told,), (told,))
    assert found.head == "1a2b"


def test_a_chart_that_names_somebody_is_not_drawn() -> None:
    plain = Step("a", Kind.ASK, 1, HERE, "Solved?", (Exit("a", "yes"),))
    said_so = replace(plain, exits=(Exit("a", "Ana says so"),))
    was = replace(drawn(plain), fates=Fates(before={"a": said_so}))
    charts = {"a": drawn(plain), "b": drawn(said_so), "c": was}
    assert list(nameless(Chronicle(drawn=charts), betrays).drawn) == ["a"]
