"""What holds for every two versions: nothing is lost, made up or left unsaid."""

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopbook import assets
from sopbook.core.fates import Fate
from sopbook.core.model import Exit, Sop, Workflow
from sopbook.core.names import Names
from sopbook.history.changes.apply import apply
from sopbook.history.changes.diff import diff
from sopbook.history.changes.kinds import Changes
from sopbook.history.changes.meaning import meaning
from sopbook.history.changes.merge import Merged, merge
from sopbook.history.changes.sentences import sentences
from tests import generated
from tests.unit.history import mutations

seeds = st.integers(0, 10**9)
sops = st.builds(mutations.sop, seeds, st.integers(1, 25))
pairs = st.builds(
    lambda before, seed, edits: (before, mutations.mutated(before, seed, edits)),
    sops,
    seeds,
    st.integers(0, 12),
)
strangers = st.tuples(sops, sops)
versions = pairs | strangers
given_versions = given(versions)
many = settings(max_examples=150, deadline=None)

NEW = {Fate.ADDED, Fate.REROUTED}


def names(language: str) -> Names:
    return generated.names(assets.words(language))


@many
@given_versions
def test_changes_lead_from_one_version_to_the_other(both: tuple[Sop, Sop]) -> None:
    before, after = both
    assert meaning(apply(diff(before, after), before)) == meaning(after)


@many
@given_versions
def test_what_is_undone_is_as_it_was(both: tuple[Sop, Sop]) -> None:
    before, after = both
    there = apply(diff(before, after), before)
    assert meaning(apply(diff(after, before), there)) == meaning(before)


@many
@given_versions
def test_a_change_of_meaning_is_told_and_nothing_else_is(both: tuple[Sop, Sop]) -> None:
    before, after = both
    changes = diff(before, after)
    told = sentences(changes, before, after, names("en"))
    assert bool(changes) == bool(told) == (meaning(before) != meaning(after))


@pytest.mark.parametrize("language", assets.languages())
@settings(max_examples=60, deadline=None)
@given(both=versions)
def test_sentences_can_be_said_in_every_language(language: str, both: tuple[Sop, Sop]) -> None:
    before, after = both
    there = {step.id for step in after.workflow.steps} if after.workflow else set()
    gone = {step.id for step in before.workflow.steps} if before.workflow else set()
    for told in sentences(diff(before, after), before, after, names(language)):
        assert told.text
        assert "\n" not in told.text
        assert told.text[0] == told.text[0].upper()
        assert set(told.steps) <= there
        assert not told.gone or told.gone in gone


def laid_over(both: tuple[Sop, Sop]) -> tuple[Workflow, Workflow, Changes, Merged]:
    before, after = (sop.workflow for sop in both)
    assert before
    assert after
    changes = diff(*both)
    return before, after, changes, merge(before, after, changes)


def led(merged: Merged, left_out: set[Fate]) -> Iterator[tuple[str, Exit]]:
    """Each way on, as it stood in the version that these marks leave."""
    for (name, _), way in merged.ways.items():
        if way.fate not in left_out and merged.steps[name].fate not in left_out:
            shown = way.before if Fate.ADDED in left_out else way.after
            assert shown
            yield name, shown


@many
@given_versions
def test_a_chart_of_both_without_what_is_gone_is_the_version_after(both: tuple[Sop, Sop]) -> None:
    _, after, _, merged = laid_over(both)
    steps = [
        step for step in merged.workflow.steps if merged.steps[step.id].fate is not Fate.REMOVED
    ]
    assert [(step.id, step.number) for step in steps] == [(s.id, s.number) for s in after.steps]
    ways = [(step.id, way) for step in after.steps for way in step.exits]
    assert list(led(merged, {Fate.REMOVED})) == ways


@many
@given_versions
def test_a_chart_of_both_without_what_is_new_is_the_version_before(both: tuple[Sop, Sop]) -> None:
    before, _, changes, merged = laid_over(both)
    ids = dict(changes.kept) | dict(merged.gone)
    steps = {name for name, mark in merged.steps.items() if mark.fate is not Fate.ADDED}
    assert steps == {ids[step.id] for step in before.steps}
    ways = Counter(
        (ids[step.id], Exit(ids[way.target], way.label, way.share))
        for step in before.steps
        for way in step.exits
    )
    assert Counter(led(merged, NEW)) == ways


@many
@given_versions
def test_a_chart_of_both_is_a_workflow(both: tuple[Sop, Sop]) -> None:
    _, _, _, merged = laid_over(both)
    ids = [step.id for step in merged.workflow.steps]
    assert len(set(ids)) == len(ids) == len(merged.steps)
    for step in merged.workflow.steps:
        for place, way in enumerate(step.exits):
            assert way.target in merged.steps
            assert (step.id, place) in merged.ways


@pytest.mark.parametrize("seed", range(0, 300, 10))
def test_the_laws_hold_for_the_same_versions_every_time(seed: int) -> None:
    """What the properties reach by chance, these reach for sure."""
    for each in range(seed, seed + 10):
        before = mutations.sop(each, each % 30 + 1)
        after = mutations.mutated(before, each, each % 9)
        changes = diff(before, after)
        assert meaning(apply(changes, before)) == meaning(after)
        assert bool(sentences(changes, before, after, names("en"))) == bool(changes)
        _, there, _, merged = laid_over((before, after))
        ways = [(step.id, way) for step in there.steps for way in step.exits]
        assert list(led(merged, {Fate.REMOVED})) == ways
