"""Who does an SOP, answers for it, is asked and is told; and what that makes of everybody."""

from dataclasses import replace

from sopbook.analysis.duties import duties
from sopbook.analysis.raci import Raci, raci
from sopbook.core.library import Library
from sopbook.core.model import Approval, Kind, Sop, Step, Workflow
from tests.unit.pages.department import HERE, bare, complaint, library, organisation, ref


def flow(name: str, *steps: Step, **card: object) -> Sop:
    return replace(bare(name, **card), workflow=Workflow(steps))


def step(number: int, *by: str, **more: object) -> Step:
    return Step(f"s{number}", Kind.DO, number, HERE, by=tuple(map(ref, by)), **more)  # type: ignore[arg-type]


def test_all_four() -> None:
    found = raci(complaint(), library())
    assert found == Raci(
        does=(("agent", (2, 3, 5, 9)), ("chatbot", (7,)), ("finance", (10,))),
        answers=("ana-ionescu",),
        asked=("team-lead",),
        told=("ion-marin", "head"),
    )


def test_who_does_an_sop_that_is_run_is_asked() -> None:
    inner = flow("inner", step(1, "finance", "agent"), responsible=ref("head"))
    outer = flow("outer", step(1, "agent"), step(2, sop=ref("inner")), step(3, sop=ref("nowhere")))
    whole = Library({"inner": inner, "outer": outer}, organisation())
    assert raci(outer, whole).asked == ("finance",)
    assert raci(inner, whole, ("outer",)).told == ()
    outer = replace(outer, card=replace(outer.card, responsible=ref("team-lead")))
    whole = Library({"inner": inner, "outer": outer}, organisation())
    assert raci(inner, whole, ("outer",)).told == ("team-lead",)


def test_the_customer_takes_no_part_and_nobody_is_there_twice() -> None:
    sop = flow(
        "x", step(1, "customer", "agent"), step(2, "agent", to=ref("agent")),
        responsible=ref("agent"), deputy=ref("head"), approved=Approval(ref("head")),
    )  # fmt: skip
    assert raci(sop, Library({"x": sop}, organisation())) == Raci(
        (("agent", (1, 2)),), ("agent",), (), ("head",)
    )


def test_an_sop_of_text_alone_has_only_those_on_its_card() -> None:
    assert raci(bare("x"), library()) == Raci()


def test_duties_are_found_by_who_has_them() -> None:
    whole = library()
    found = duties(whole, whole.sops.values(), {})
    assert found.deputy == {"ion-marin": ("complaint-call",)}
    assert found.approves == {"head": ("complaint-call",)}
    assert found.asked == {"team-lead": ("complaint-call",)}
    assert found.told["ion-marin"] == ("complaint-call",)
    assert found.covers == {"ion-marin": ("ana-ionescu",)}
    assert found.groups["head"] == ("finance",)
    assert found.groups["ana-ionescu"] == ("team-lead",)
