"""What is known of the past: what readers are told, what was approved, what is amiss."""

import datetime as dt
from dataclasses import replace

import pytest

from sopbook import assets
from sopbook.core.library import Library
from sopbook.core.model import Approval, Card, Sop, Status
from sopbook.core.names import Names
from sopbook.history.approval import since_approval
from sopbook.history.changes.kinds import Weight
from sopbook.history.changes.sentence import Sentence, Sign
from sopbook.history.chronicle import Chronicle
from sopbook.history.follow import Kind
from sopbook.history.git_chronicle import drawings
from sopbook.history.lack import Lack, Missing
from sopbook.history.log import Message
from sopbook.history.moment import moment, zone_named
from sopbook.history.remarks import remarks, why
from sopbook.history.sops import Entry
from sopbook.history.telling import Files, Teller, Telling, Version
from tests.unit.history.commits import commit
from tests.unit.pages.department import HERE, ref

DAY = 86_400
APPROVED = Approval(ref("lead"), dt.date(1970, 1, 11))
OTHER = Approval(ref("lead"), dt.date(1970, 1, 2))


def sentence(weight: Weight = Weight.MATERIAL) -> Sentence:
    return Sentence("Something changed", Sign.CHANGED, weight)


def telling(
    name: str,
    day: int,
    *said: Sentence,
    hidden: bool = False,
    approved_by: tuple[str, ...] = (),
    before: Approval | None = APPROVED,
) -> Telling:
    """A change; the version before it is known by the approval that was on it."""
    made = replace(commit(name), time=day * DAY, message=Message(approved_by=approved_by))
    version: Files = (("a.md", repr(before)),)
    return Telling(Entry(made, Kind.CHANGED, (), hidden=hidden), version, (), said)


def sop(approved: Approval | None = APPROVED, status: Status = Status.APPROVED) -> Sop:
    return Sop(
        "a", Card(id="a", title="A", status=status, approved=approved), None, "", "a.md", "", HERE
    )


def version(files: Files) -> Version:
    kinds = {repr(each): Version(sop(each)) for each in (APPROVED, OTHER, None)}
    return kinds.get(files[0][1], Version(unread="it is not at hand"))


def late(*tellings: Telling, on: Sop | None = None) -> list[str]:
    found = since_approval(on or sop(), tellings, version, dt.UTC)
    return [each.entry.commit.id for each in found]


def test_readers_are_told_what_means_something() -> None:
    kept, mute, hidden = (
        telling("3", 3, sentence()), telling("2", 2), telling("1", 1, sentence(), hidden=True),
    )  # fmt: skip
    other = telling("4", 2, sentence())
    chronicle = Chronicle({"a": (kept, mute, hidden), "b": (other,)})
    assert chronicle.shown("a") == (kept, mute)
    assert chronicle.told("a") == (kept,)
    assert chronicle.told("nothing") == ()
    assert list(chronicle.news()) == [("a", kept), ("b", other)]


def test_changes_since_the_approval() -> None:
    assert late(telling("2", 12, sentence()), telling("1", 10, sentence())) == ["2"]


def test_what_does_not_change_the_work_needs_no_approval() -> None:
    assert late(telling("2", 12, sentence(Weight.EDITORIAL))) == []


def test_what_wrote_the_approval_down_was_approved() -> None:
    """A text is approved, and published some days later."""
    found = telling("3", 14, sentence()), telling("2", 13, sentence(), before=OTHER)
    assert late(*found, telling("1", 12, sentence(), before=OTHER)) == ["3"]
    assert late(telling("1", 12, sentence(), before=None)) == []


def test_a_version_that_nobody_can_read_blames_nobody() -> None:
    unread = replace(telling("1", 12, sentence()), before=(("a.md", "gone"),))
    assert late(unread) == []


def test_an_approval_in_the_message_counts() -> None:
    approved = telling("2", 13, sentence(), approved_by=("Mara Pop",))
    assert late(telling("3", 14, sentence()), approved, telling("1", 12, sentence())) == ["3"]


@pytest.mark.parametrize(
    "other",
    [
        sop(None),
        sop(Approval(ref("lead"))),
        sop(status=Status.DRAFT),
        sop(status=Status.RETIRED),
    ],
)
def test_no_approval_no_complaint(other: Sop) -> None:
    assert late(telling("1", 12, sentence()), on=other) == []


def test_an_approver_without_a_name() -> None:
    nobody = sop(Approval(None, dt.date(1970, 1, 11)))
    assert late(telling("1", 12, sentence()), on=nobody) == []


def test_a_day_begins_where_the_site_says() -> None:
    made = replace(commit("1"), time=1_780_268_400)
    assert moment(made, dt.UTC).isoformat() == "2026-05-31T23:00:00+00:00"
    there = moment(made, zone_named("Europe/Bucharest"))
    assert there.isoformat() == "2026-06-01T02:00:00+03:00"


def test_nothing_amiss() -> None:
    assert list(remarks(Chronicle())) == []


def test_a_cut_clone_is_told_with_the_remedy() -> None:
    (found,) = remarks(Chronicle(shallow=True))
    assert found.is_warning
    assert "`fetch-depth: 0`" in found.text
    assert "`GIT_DEPTH: 0`" in found.text


def test_what_is_no_mistake_is_only_told() -> None:
    found = list(remarks(Chronicle(partial=True, is_anothers=True)))
    assert [each.is_warning for each in found] == [False, False]
    assert "another user" in found[1].text


@pytest.mark.parametrize("lack", Lack)
def test_why_there_is_no_history(lack: Lack) -> None:
    missing = Missing(lack, "what git says")
    (found,) = remarks(Chronicle(missing=missing))
    assert why(missing) in found.text
    no_mistake = {Lack.NO_GIT, Lack.NO_REPOSITORY, Lack.NOTHING_YET}
    assert found.is_warning is (lack not in no_mistake)


def test_what_cannot_be_read_any_more_is_not_drawn() -> None:
    """A clone may lack old versions, or hold damaged ones."""
    moved = Sentence("Step 1 moved", Sign.MOVED, Weight.MATERIAL, ("greet",))
    library = Library({"a": sop()})
    names = Names(library, assets.words("en"))
    teller = Teller(names, lambda _: None)
    assert teller.version((("a.md", "1"),)).unread
    assert drawings(Chronicle({"a": (telling("1", 1, moved),)}), names, teller) == {}


def test_a_version_with_a_mistake_cannot_be_compared() -> None:
    """What its steps meant is not known; why is."""
    teller = Teller(Names(Library(), assets.words("en")), lambda _: b"title: Call\nsteps: [\n")
    assert teller.version((("call.workflow.yml", "1"),)).unread
