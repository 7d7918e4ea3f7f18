"""Times, worked out by hand."""

import pytest

from sopbook.analysis.estimates import Estimate, Estimates
from sopbook.analysis.times import Answer, Time
from sopbook.analysis.ways import ways
from sopbook.core.measures import parse_duration
from sopbook.core.model import Card, Exit, Kind, Sop, Step, Workflow
from sopbook.core.organisation import Organisation
from sopbook.core.span import Span
from tests.unit.analysis.flows import estimate, estimates, flow

HERE = Span("main.workflow.yml")
ROW = """
- start: Customer calls
- do: Greet
  by: agent
  takes: 10-30 s
- wait: For the part
  takes: 2 min
- do: Look it up
  by: [agent, customer]
  when: needed
  takes: 100 s
- do: Tell it
  by: bot
  takes: 4 s
- end: Done
"""


def test_a_row_of_steps() -> None:
    found = estimate(ROW)
    assert found.elapsed == Time(134.0, 194.0, 254.0)
    # Neither the wait nor the machine's step is work of ours.
    assert found.work == Time(10.0, 70.0, 130.0)
    assert found.roles == {"agent": 70.0, "customer": 50.0, "bot": 4.0}
    assert [(end.step, end.share, end.time) for end in found.ends] == [("done", 1.0, found.elapsed)]


def test_answers_by_their_shares() -> None:
    found = estimate("""
    - do: Greet
      takes: 10 s
    - ask: Which?
      answers:
        quick: {share: 75 %, go: quick}
        slow:
          - do: Slow
            takes: 100-300 s
          - end: Slowly
    - id: quick
      do: Quick
      takes: 20 s
    - end: Quickly
    """)
    assert found.elapsed == Time(30.0, 10 + 0.75 * 20 + 0.25 * 200, 310.0)
    ends = {end.step: (end.share, end.time) for end in found.ends}
    assert ends["quickly"] == (0.75, Time(30.0, 30.0, 30.0))
    assert ends["slowly"] == (0.25, Time(110.0, 210.0, 310.0))
    assert found.longest == (Answer("which", "slow"),)


def test_a_loop_is_gone_round_as_its_share_says() -> None:
    found = estimate("""
    - id: try
      do: Try
      takes: 60 s
    - ask: Did it work?
      answers:
        yes: next
        no: {go: try, share: 20 %}
    - end: Works
    """)
    assert found.elapsed.least == 60.0
    assert found.elapsed.usual == pytest.approx(60 / 0.8, abs=1e-9)
    # Twice back: three times in all.
    assert found.elapsed.most == 180.0
    assert found.longest == (Answer("did-it-work", "no"), Answer("did-it-work", "yes"))


def test_the_longest_way_goes_back_twice_in_all() -> None:
    found = estimate("""
    - id: one
      do: One
      takes: 10 s
    - ask: Again one?
      answers: {no: next, yes: {go: one, share: 20 %}}
    - id: two
      do: Two
      takes: 100 s
    - ask: Again two?
      answers: {no: next, yes: {go: two, share: 10 %}, from the start: {go: one, share: 10 %}}
    - end: Done
    """)
    assert found.elapsed.most == 330.0
    assert found.elapsed.least == 110.0
    # one = 1 + 0.2 one + 0.1 two, two = 0.8 one + 0.1 two
    assert found.elapsed.usual == pytest.approx(10 * 1.40625 + 100 * 1.25, abs=1e-9)


def test_where_most_go_back_and_back_the_usual_is_the_longest() -> None:
    found = estimate("""
    - id: try
      do: Try
      by: agent
      takes: 60 s
    - ask: Did it work?
      by: lead
      answers:
        yes: next
        no: {go: try, share: 90 %}
    - end: Works
    """)
    assert found.elapsed.most == found.elapsed.usual == pytest.approx(600.0)


def test_branches_go_on_at_the_same_time() -> None:
    found = estimate("""
    - do: Open
      by: agent
      takes: 5 s
    - together:
        customer is told:
          - do: Write
            by: agent
            takes: 10-50 s
        finance is told:
          - do: Book
            by: finance
            takes: 20 s
          - do: Check
            when: it is much
            by: lead
            takes: 20 s
    - end: Done
    """)
    assert found.elapsed == Time(25.0, 35.0, 55.0)
    assert found.work == Time(35.0, 65.0, 95.0)
    assert found.roles == {"agent": 35.0, "finance": 20.0, "lead": 10.0}


def test_an_optional_fork_counts_half() -> None:
    found = estimate("""
    - together:
        one:
          - do: One
            takes: 10 s
        other:
          - do: Other
            takes: 30 s
      when: needed
    - end: Done
    """)
    assert found.elapsed == Time(0.0, 15.0, 30.0)
    assert found.work == Time(0.0, 20.0, 40.0)


def test_several_starts_are_alike() -> None:
    found = estimate("""
    - start: Customer calls
    - do: Greet
      takes: 10 s
      then: both
    - start: Customer writes
    - do: Read
      takes: 30 s
    - id: both
      do: Solve
      takes: 60 s
    - end: Done
    """)
    assert found.elapsed == Time(70.0, 80.0, 90.0)


def test_what_runs_within_is_entered() -> None:
    found = estimate(
        """
        - do: Greet
          by: agent
          takes: 10 s
        - sop: inner
        - sop: inner
          by: lead
          takes: 7 s
        - end: Done
        """,
        inner="""
        - do: Look
          by: bot
          takes: 2-4 s
        - do: Decide
          by: lead
          takes: 10 s
        - end: Decided
        """,
    )
    assert found.elapsed == Time(29.0, 30.0, 31.0)
    assert found.work == Time(27.0, 27.0, 27.0)
    assert found.roles == {"agent": 10.0, "bot": 3.0, "lead": 17.0}
    assert found.untimed == ()


def test_what_is_not_said() -> None:
    found = estimate(
        """
        - do: Greet
        - do: Solve
          takes: 1 min
        - wait: Until it is dry
        - sop: inner
        - sop: gone
        - ask: Good?
          answers: {yes: next}
        - end: Done
        """,
        inner="""
        - do: Look
        - end: Seen
        """,
        gone="""
        - do: Look
          takes: 1 min
        - sop: gone
        - end: Seen
        """,
    )
    assert [step.id for step in found.timed] == [
        "greet", "solve", "until-it-is-dry", "inner", "gone",
    ]  # fmt: skip
    assert [step.id for step in found.untimed] == ["greet", "until-it-is-dry", "inner", "gone"]
    assert found.elapsed == Time(120.0, 120.0, 120.0)


def test_a_loop_that_nobody_leaves_by_its_shares_has_no_usual_time() -> None:
    found = estimate("""
    - id: try
      do: Try
      by: agent
      takes: 60 s
    - ask: Did it work?
      answers:
        yes: {go: done, share: 0 %}
        no: {go: try, share: 100 %}
    - id: done
      end: Works
    """)
    assert found.elapsed == Time(60.0, None, 180.0)
    assert [(end.share, end.time) for end in found.ends] == [(None, found.elapsed)]
    assert found.roles == {}


def test_nor_has_a_fork_with_such_a_loop_in_it() -> None:
    found = estimate("""
    - together:
        one:
          - id: try
            do: Try
            by: agent
            takes: 60 s
          - ask: Did it work?
            answers:
              yes: {share: 0 %, steps: [{do: Be glad}]}
              no: {go: try, share: 100 %}
        other:
          - do: Other
            by: agent
    - end: Done
    """)
    assert found.elapsed == Time(60.0, None, 180.0)
    assert found.roles == {}


def crossed(count: int) -> str:
    """Write pairs of steps that lead to each other: slowly to the one, quickly to the other."""
    pair = """
    - ask: Which way is it?
      id: ask-N
      answers:
        slow: [{do: Walk, takes: 100 s}]
        quick: other-N
    - id: one-N
      ask: Enough?
      answers: {no: next, yes: ask-M}
    - id: other-N
      do: Run
      takes: 1 s
      then: one-N
    """
    pairs = (pair.replace("N", str(n)).replace("M", str(n + 1)) for n in range(count))
    return "\n".join(map(flow, pairs)) + f"\n- id: ask-{count}\n  end: Done"


@pytest.mark.parametrize("count, least", [(1, 1.0), (2, 2.0), (4, 202.0)])
def test_going_back_may_be_shorter_twice(count: int, least: float) -> None:
    assert estimate(crossed(count)).elapsed.least == least


def test_nor_has_what_it_is_a_part_of() -> None:
    endless = """
    - id: try
      do: Try
      takes: 60 s
    - ask: Did it work?
      answers:
        yes: {go: done, share: 0 %}
        no: {go: try, share: 100 %}
    - id: done
      end: Works
    """
    found = estimates(
        optional="""
        - sop: endless
          when: needed
        - end: Done
        """,
        beside="""
        - together:
            one:
              - sop: endless
            other:
              - do: Other
                takes: 100 s
        - end: Done
        """,
        endless=endless,
    )
    for name, expected in {
        "optional": Time(0.0, None, 180.0),
        "beside": Time(100.0, None, 180.0),
    }.items():
        one = found.of(name)
        assert one
        assert one.elapsed == expected


@pytest.mark.parametrize(
    "text",
    [
        "- do: Stop here",
        """
        - id: round
          do: Round
        - do: And round
          then: round
        - end: Never
        """,
        """
        - together:
            one:
              - do: One
              - end: Left
            other:
              - do: Other
        - end: Done
        """,
        """
        - together:
            one:
              - do: One
                then: done
            other:
              - do: Other
        - do: More
        - id: done
          end: Done
        """,
        """
        - id: fork
          together:
            one:
              - do: One
                then: fork
            other:
              - do: Other
        - end: Done
        """,
        """
        - together:
            one:
              - do: One
                then: shared
            other:
              - id: shared
                do: Other
        - end: Done
        """,
        """
        - ask: Which?
          answers: {one: inside, other: next}
        - together:
            one:
              - id: inside
                do: One
            other:
              - do: Other
        - end: Done
        """,
        """
        - ask: Which?
          answers: {one: fork-done, other: next}
        - id: fork
          together:
            one:
              - do: One
            other:
              - do: Other
        - end: Done
        """,
    ],
    ids=[
        "dead end",
        "round",
        "end within",
        "left",
        "back to itself",
        "shared",
        "entered",
        "joined",
    ],
)
def test_nothing_is_said_of_what_cannot_be_walked(text: str) -> None:
    found = estimates(main=text, other="- sop: main\n- end: Done")
    assert found.of("main") is None
    assert found.hand_offs.of("main") is None
    assert found.hand_offs.usual("main") is None
    other = found.of("other")
    assert other
    assert [step.id for step in other.untimed] == ["main"]


def test_nothing_is_said_of_what_is_not_there() -> None:
    assert estimates().of("gone") is None


def test_circles_are_the_same_from_every_side() -> None:
    flows = {
        name: f"- do: Work\n  takes: 1 min\n- sop: {other}\n- end: Done"
        for name, other in {"a": "b", "b": "c", "c": "a", "d": "a"}.items()
    }
    for order in ("abcd", "dcba"):
        found = estimates(**flows)
        every = {name: found.of(name) for name in order}
        assert {name: one.elapsed.usual for name, one in every.items() if one} == {
            "a": 60.0, "b": 60.0, "c": 60.0, "d": 120.0,
        }  # fmt: skip


def test_too_deep_is_not_entered() -> None:
    flows = {f"s{n}": f"- do: Work\n  takes: 1 s\n- sop: s{n + 1}\n- end: Done" for n in range(400)}
    found = estimates(**flows, s400="- do: Work\n  takes: 1 s\n- end: Done")
    # Those near the end are entered, whoever asks first.
    every = [found.of(name) for name in ("s0", "s380", "s400")]
    assert [one.elapsed.usual for one in every if one] == [1.0, 21.0, 1.0]
    assert found.hand_offs.usual("s0") == 0.0


def long(loops: int, reach: int) -> Estimate:
    """Estimate 10,000 steps of a second; from some of them the way leads back over a few."""
    steps = []
    for number in range(10_000):
        back = (Exit(f"s{number - reach}", "no", 0.1),) if number and number % loops == 0 else ()
        ahead = Exit(f"s{number + 1}" if number < 9_999 else "end", "yes")
        takes = parse_duration("1 s")
        steps.append(Step(f"s{number}", Kind.DO, number, HERE, exits=(ahead, *back), takes=takes))
    workflow = Workflow((*steps, Step("end", Kind.END, 0, HERE)))
    sop = Sop("main", Card(id="main"), workflow, "", "", "main.workflow.yml", HERE)
    found = Estimates({"main": ways(sop, workflow)}, Organisation()).of("main")
    assert found
    return found


def test_a_workflow_may_be_long() -> None:
    found = long(loops=10, reach=4)
    assert found.elapsed.least == 10_000.0
    # Each of 999 loops over five steps is gone round once more by one in ten.
    assert found.elapsed.usual == pytest.approx(10_000 + 999 * 5 / 9, abs=1e-6)
    assert found.elapsed.most == found.elapsed.usual


def test_a_knot_of_too_many_loops_is_not_solved() -> None:
    found = long(loops=10, reach=10)
    assert (found.elapsed.usual, found.elapsed.least) == (None, 10_000.0)
    assert found.ends[0].share is None
