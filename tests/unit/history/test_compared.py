"""Two versions of a docs folder: which SOPs changed, which only look so, and what is no SOP."""

import pytest

from sopbook.core.fates import Fate
from sopbook.core.text import MOST_BYTES
from sopbook.history.changes.kinds import Weight
from sopbook.history.compared import NOT_AT_HAND, Comparison, compare, names_of
from tests.history.department import BEFORE, GONE, TEXT
from tests.unit.difference.versions import WORDS, department, newer, older, version


@pytest.fixture(scope="module")
def found() -> Comparison:
    return department()[0]


def test_material_changes_come_first(found: Comparison) -> None:
    assert [each.id for each in found.sops] == [
        "broken", "chat", "evil", "greeting", "refund", "fax", "parting",
    ]  # fmt: skip
    assert [each.id for each in found.of(Weight.EDITORIAL)] == ["parting"]
    assert found


def test_what_means_the_same_and_what_is_no_sop_is_named(found: Comparison) -> None:
    assert found.same == ("moved", "same")
    assert found.others == ("index.md", "organisation.yml")


def test_no_change_is_none() -> None:
    found = compare(older(), older(), WORDS)
    assert not found
    assert found == Comparison("v1", "v1", (), (), ())


def test_only_some_are_wanted() -> None:
    found = compare(older(), newer(), WORDS, frozenset({"refund", "same"}))
    assert [each.id for each in found.sops] == ["refund"]
    assert found.same == ("same",)
    assert found.others == ()


def test_a_file_that_cannot_be_read_says_why_and_keeps_its_title(found: Comparison) -> None:
    broken = found.sops[0]
    assert broken.title == "Broken"
    assert broken.changes.unread.startswith("broken.workflow.yml:")
    assert broken.chart is None
    assert len(broken.sentences) == 1


def test_a_broken_file_that_nobody_touched_is_no_news() -> None:
    files = {"broken.workflow.yml": "title: [\n"}
    assert not compare(version("v1", files), version("v2", files), WORDS)


def test_a_file_that_is_not_at_hand() -> None:
    files = {"fax.workflow.yml": GONE}
    (only,) = compare(
        version("v1", {}, frozenset({"fax.workflow.yml"})), version("v2", files), WORDS
    ).sops
    assert only.changes.unread == NOT_AT_HAND


def test_a_text_that_can_no_longer_be_read_is_not_gone() -> None:
    broken = version("v2", {"greeting.md": "---\ntitle: [\n---\n"})
    (only,) = compare(version("v1", {"greeting.md": TEXT}), broken, WORDS).sops
    assert only.changes.unread


def test_a_text_too_large_to_read_is_not_gone() -> None:
    sources = version("v2", {"greeting.md": TEXT + "a" * MOST_BYTES})
    (only,) = compare(version("v1", {"greeting.md": TEXT}), sources, WORDS).sops
    assert only.changes.unread


def test_the_chart_of_both(found: Comparison) -> None:
    refund = next(each for each in found.sops if each.id == "refund")
    assert refund.chart
    workflow, fates = refund.chart
    assert {fates.steps[step.id] for step in workflow.steps if step.id in fates.steps} == {
        Fate.ADDED, Fate.CHANGED, Fate.REMOVED,
    }  # fmt: skip
    assert not refund.is_first
    places = [refund.places(each) for each in refund.sentences]
    assert ("voucher",) in places
    assert places[0] == ()


def test_a_text_has_no_chart(found: Comparison) -> None:
    greeting = next(each for each in found.sops if each.id == "greeting")
    assert greeting.chart is None
    assert [greeting.places(each) for each in greeting.sentences] == [(), ()]


def test_a_first_chart_has_no_marks(found: Comparison) -> None:
    chat = next(each for each in found.sops if each.id == "chat")
    assert chat.is_first
    assert chat.chart
    assert not chat.chart[1].steps


def test_a_card_that_changed_draws_nothing() -> None:
    now = BEFORE["fax.workflow.yml"].replace("responsible: ana", "responsible: agent")
    files = {"organisation.yml": BEFORE["organisation.yml"]}
    (only,) = compare(
        version("v1", files | {"fax.workflow.yml": GONE}),
        version("v2", files | {"fax.workflow.yml": now}),
        WORDS,
    ).sops
    assert only.chart is None
    assert only.sentences


def test_what_is_gone_is_called_as_it_was() -> None:
    assert names_of(older(), newer(), WORDS).sop("fax") == "Fax orders"


def test_an_untitled_sop_is_called_by_its_id() -> None:
    before = version("v1", {"x.workflow.yml": "steps:\n- do: A\n"})
    after = version("v2", {"x.workflow.yml": "steps:\n- do: B\n"})
    assert [each.title for each in compare(before, after, WORDS).sops] == ["x"]
