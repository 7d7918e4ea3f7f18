"""Hand-offs, counted by hand."""

import pytest

from sopbook.analysis.cast import Cast
from sopbook.analysis.estimates import Estimates
from sopbook.analysis.handing import HandOffs
from sopbook.analysis.times import Answer
from sopbook.analysis.ways import ways
from sopbook.core.model import Card, Exit, Kind, Ref, Sop, Step, Workflow
from sopbook.core.organisation import Organisation
from sopbook.core.span import Span
from tests.unit.analysis.flows import estimates

HERE = Span("main.workflow.yml")
INNER = """
- do: Look
  by: lead
- ask: Good?
  by: bot
  answers:
    yes: done
    no: {share: 25 %, steps: [{do: Book it, by: books}]}
- id: done
  end: Done
"""


def pairs(found: HandOffs) -> list[str]:
    """Write hand-overs as `agent > lead`."""
    return [f"{' '.join(one.giving)} > {' '.join(one.taking)}" for one in found.changes]


def test_a_case_changes_hands() -> None:
    found = estimates(
        main="""
        - start: Customer calls
          by: customer
        - do: Greet
          by: agent
        - do: Look it up
          by: bot
        - do: Tell what is wanted
          by: customer
        - do: Solve
          by: agent
        - ask: Who pays?
          by: customer
          answers:
            we: {go: book, share: 30 %}
            nobody: tell
        - id: book
          do: Book
          by: finance
        - do: Look over it
          by: lead
          when: it is much
        - id: tell
          do: Tell
          by: agent
        - end: Done
        """
    ).hand_offs
    main = found.of("main")
    assert main
    assert (main.fewest, main.most) == (0, 2)
    assert pairs(main) == ["agent > finance", "finance > agent"]
    assert main.answers == (Answer("who-pays", "we"),)
    # The lead leads the team: what they look over changes hands no more often.
    assert found.usual("main") == pytest.approx(0.6, abs=1e-9)


def test_an_escalation_hands_over() -> None:
    found = estimates(
        main="""
        - do: Try
          by: agent
        - escalate: Ask
          by: agent
          to: lead
        - do: Decide
          by: ana
        - escalate: Ask again
          by: bot
          to: books
        - escalate: Ask the bot
          by: books
          to: bot
        - end: Done
        """
    ).hand_offs
    main = found.of("main")
    assert main
    assert pairs(main) == ["agent > lead", "ana > books"]
    assert main.fewest == main.most == 2


def test_who_works_together_needs_no_hand_over() -> None:
    found = estimates(
        main="""
        - do: Greet
          by: agent
        - do: Solve it together
          by: [agent, lead]
        - do: Go on alone
          by: lead
        - do: Unknown
        - end: Done
        """
    ).hand_offs
    main = found.of("main")
    assert main
    assert (main.fewest, main.most, found.usual("main")) == (0, 0, 0.0)


def test_branches_hand_over_each_and_all_have_it_then() -> None:
    found = estimates(
        main="""
        - do: Greet
          by: agent
        - together:
            one:
              - do: Write
                by: agent
            other:
              - ask: Book?
                by: bot
                answers:
                  yes: [{do: Book, by: finance}]
                  no: next
        - do: Close
          by: agent
        - end: Done
        """
    ).hand_offs
    main = found.of("main")
    assert main
    assert (main.fewest, main.most) == (0, 1)
    assert found.usual("main") == pytest.approx(0.5, abs=1e-9)


def test_what_runs_within_is_entered() -> None:
    found = estimates(
        main="""
        - do: Greet
          by: agent
        - sop: inner
        - do: Tell
          by: agent
        - sop: inner
          when: needed
        - sop: round
          by: lead
        - end: Done
        """,
        inner=INNER,
        round="- do: Work\n  by: finance\n- sop: round\n- end: Done",
    ).hand_offs
    main, inner = found.of("main"), found.of("inner")
    assert main
    assert inner
    assert (inner.fewest, inner.most, found.usual("inner")) == (0, 1, 0.25)
    assert pairs(main) == [
        "agent > lead",
        "lead > books",
        "books > agent",
        "agent > lead",
        "lead > books",
        "books > finance",
    ]
    assert main.answers == (Answer("good", "no"), Answer("good", "no"))
    # There and back, with what is within; in every second case there once more; and on to those
    # whose lead may have it already.
    assert found.usual("main") == pytest.approx(2.25 + 0.5 * 1.25 + 0.5 + 0.125, abs=1e-9)


def test_who_is_not_known_may_be_a_colleague() -> None:
    cast = Cast(Organisation())
    assert cast.is_hand("somebody")
    assert not cast.is_hand("customer")
    who = cast.acting(Step("s", Kind.DO, 1, HERE, by=(Ref("somebody", HERE),)))
    assert who == (frozenset({"somebody"}),)


def crowd(size: int, *, beside: bool = False) -> Estimates:
    """Let each of many answers, or branches, lead to somebody else, and then to the customer."""
    to = "join" if beside else "end"
    steps = [
        Step(
            f"s{n}", Kind.DO, n, HERE, exits=(Exit(to),), by=(Ref(f"a{n}", HERE),),
            when="needed" if beside else "",
        )
        for n in range(size)
    ]  # fmt: skip
    kind = Kind.TOGETHER if beside else Kind.ASK
    first = Step("first", kind, 0, HERE, exits=tuple(Exit(f"s{n}") for n in range(size)))
    join = (Step("join", Kind.JOIN, 0, HERE, exits=(Exit("end"),), joins="first"),)
    workflow = Workflow((first, *steps, *(join if beside else ()), Step("end", Kind.END, 0, HERE)))
    sop = Sop("main", Card(id="main"), workflow, "", "", "main.workflow.yml", HERE)
    outer = Workflow((
        Step("run", Kind.SOP, 0, HERE, exits=(Exit("over"),), sop=Ref("main", HERE)),
        Step("over", Kind.END, 1, HERE),
    ))  # fmt: skip
    other = Sop("outer", Card(id="outer"), outer, "", "", "outer.workflow.yml", HERE)
    return Estimates({"main": ways(sop, workflow), "outer": ways(other, outer)}, Organisation())


def test_too_many_hands_are_not_followed() -> None:
    assert crowd(64).hand_offs.of("main") is not None
    assert crowd(65).hand_offs.of("main") is None
    assert crowd(6, beside=True).hand_offs.of("main") is not None
    assert crowd(7, beside=True).hand_offs.of("main") is None


def test_nor_are_they_by_chance() -> None:
    assert crowd(65).hand_offs.usual("main") == 0.0
    assert crowd(15, beside=True).hand_offs.usual("main") is None


def test_a_case_goes_back_twice_at_most_but_usually_more_often() -> None:
    text = """
    - id: try
      do: Try
      by: agent
    - ask: Right?
      by: lead
      answers: {yes: next, no: {go: try, share: SHARE}}
    - end: Right
    """
    seldom, often = (
        estimates(main=text.replace("SHARE", share)).hand_offs.of("main")
        for share in ("20 %", "90 %")
    )
    assert seldom
    assert often
    assert (seldom.fewest, seldom.most) == (1, 5)
    assert seldom.usual == pytest.approx(1 + 2 * 0.25, abs=1e-9)
    assert often.most == 19
    assert often.usual == pytest.approx(19, abs=1e-9)
