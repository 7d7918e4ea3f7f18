"""The fewest cases in which every answer is given."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopbook.analysis.ways import Ways, ways
from sopbook.core.model import Kind, Sop, Workflow
from sopbook.practice import cases as module
from sopbook.practice.cases import Case, Leg, cases
from tests import generated
from tests.unit.analysis.flows import ways_of
from tests.unit.history import mutations

MOST_PATHS = 12
workflows = st.builds(generated.workflow, st.integers(0, 10**6), st.integers(1, 45))


def way_of(workflow: Workflow) -> Ways:
    made: Sop = mutations.sop(0, 1)
    return ways(made, workflow)


def needed(way: Ways) -> set[Leg]:
    """Every answer and every branch that can be got to."""
    forks = [step for step in way.walked if step.kind in {Kind.ASK, Kind.TOGETHER}]
    return {Leg(step.id, n) for step in forks for n in range(len(step.exits))}


@settings(max_examples=80, deadline=None)
@given(workflows)
def test_every_answer_is_given_in_some_case(workflow: Workflow) -> None:
    way = way_of(workflow)
    found = cases(way)
    assert needed(way) <= {leg for case in found for leg in case}
    for case in found:
        check_walk(case, way)


def check_walk(case: Case, way: Ways) -> None:
    """A case starts at a start, goes on as the workflow does, and passes a step twice at most."""
    assert case[0].step in way.starts
    for leg, following in pairwise(case):
        assert way.steps[leg.step].exits[leg.exit].target == following.step
    assert case[-1].exit == -1
    names = [leg.step for leg in case]
    assert max(map(names.count, names)) <= 2


@settings(max_examples=80, deadline=None)
@given(workflows)
def test_no_case_is_spare(workflow: Workflow) -> None:
    way = way_of(workflow)
    found = cases(way)
    for place in range(len(found)):
        others = {leg for case in (*found[:place], *found[place + 1 :]) for leg in case}
        assert len(found) == 1 or not needed(way) <= others


@pytest.mark.parametrize("seed", range(150))
def test_there_could_not_be_fewer(seed: int) -> None:
    """Compared with all ways there are, where they are few and none leads back."""
    way = way_of(generated.workflow(seed, 4 + seed % 14))
    every = all_paths(way)
    if not every or len(every) > MOST_PATHS:
        return
    wanted = needed(way)
    fewest = next(
        count
        for count in range(1, len(every) + 1)
        if any(wanted <= set().union(*some) for some in combinations(every, count))
    )
    assert len(cases(way)) == fewest


def all_paths(way: Ways) -> list[frozenset[Leg]]:
    """Every way to an end; none where one leads back."""
    found: list[frozenset[Leg]] = []
    waiting: list[tuple[str, tuple[Leg, ...]]] = [(name, ()) for name in way.starts]
    while waiting:
        name, legs = waiting.pop()
        if name in {leg.step for leg in legs} or len(found) > MOST_PATHS:
            return []
        exits = way.steps[name].exits
        if not exits:
            found.append(frozenset(legs))
        waiting += [(one.target, (*legs, Leg(name, n))) for n, one in enumerate(exits)]
    return found


def test_a_line_is_one_case() -> None:
    (way,) = ways_of(main="- do: Greet\n- do: Close\n- end: Done").values()
    assert cases(way) == ((Leg("greet", 0), Leg("close", 0), Leg("done", -1)),)


def test_two_questions_in_a_row_need_two_cases() -> None:
    text = """
- ask: One?
  answers: {yes: next, no: next}
- ask: Two?
  answers: {yes: next, no: next}
- end: Done
"""
    (way,) = ways_of(main=text).values()
    assert len(cases(way)) == 2


def test_who_never_gets_out_goes_round_once() -> None:
    text = """
- id: call
  do: Call
- ask: Answered?
  answers: {yes: call, no: call}
"""
    (way,) = ways_of(main=text).values()
    assert {leg for case in cases(way) for leg in case} >= needed(way)


def test_every_start_is_practised() -> None:
    text = """
- start: Customer calls
- id: note
  do: Note it
- end: Done
- start: Customer writes
  then: note
"""
    (way,) = ways_of(main=text).values()
    assert {case[0].step for case in cases(way)} == {"customer-calls", "customer-writes"}


def test_nobody_practises_what_is_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    (way,) = ways_of(main="- do: Greet\n- do: Close\n- end: Done").values()
    monkeypatch.setattr(module, "MOST_STEPS", 2)
    assert cases(way) == ()
