"""A library without people."""

from dataclasses import replace

from sopbook.analysis.anonymous import anonymous, without_names
from sopbook.core.library import Library
from sopbook.core.model import COLLEAGUE, Approval, Kind, Sop, Step, Workflow
from sopbook.core.organisation import LearningPath, Organisation, Person, Role, Team
from tests.unit.pages import department
from tests.unit.pages.department import HERE, bare, ref


def who() -> Organisation:
    """Write down a department in which one plays two roles, and one plays none."""
    people = {
        "ana": Person("ana", "Ana", email="Ana@example.com", phone="+40 21", deputy=ref("zoe")),
        "ion": Person("ion", "Ion"),
        "zoe": Person("zoe", "Zoe", deputy=ref("ion")),
        "eva": Person("eva", "Eva"),
    }
    roles = {
        "agent": Role("agent", "Agent", people=(ref("ana"), ref("ion")), escalates_to=ref("ana")),
        "lead": Role("lead", "Lead", people=(ref("ana"),), email="ana@EXAMPLE.com", phone="1"),
    }
    teams = {
        "desk": Team(
            "desk", "Desk", lead=ref("zoe"), people=(ref("ana"), ref("ion"), ref("lead")),
            escalates_to=ref("eva"), phone="+4021",
        )
    }  # fmt: skip
    paths = {"a": LearningPath("a", "A", ref("ion")), "b": LearningPath("b", "B", ref("agents"))}
    return Organisation(people, roles, teams, paths=paths)


def hidden(sop: Sop) -> Sop:
    return anonymous(Library({sop.id: sop}, who())).sops[sop.id]


def test_a_person_is_the_role_that_the_fewest_play_else_a_team_else_a_colleague() -> None:
    found = anonymous(Library({}, who())).organisation
    assert found.people == {}
    assert found.stand_ins == {"ana": "lead", "ion": "agent", "zoe": "desk", "eva": COLLEAGUE}


def test_roles_and_teams_keep_what_is_theirs() -> None:
    found = anonymous(Library({}, who())).organisation
    agent, lead, desk = found.roles["agent"], found.roles["lead"], found.teams["desk"]
    assert (agent.people, lead.people) == ((), ())
    assert str(agent.escalates_to) == "lead"
    assert (lead.email, lead.phone) == ("", "1")
    assert (desk.phone, desk.lead, desk.escalates_to) == ("", None, None)
    assert list(map(str, desk.people)) == ["lead", "agent"]
    assert [str(path.audience) for path in found.paths.values()] == ["agent", "agents"]


def test_a_card_names_roles() -> None:
    sop = hidden(bare("x", responsible=ref("ana"), approved=Approval(ref("eva"))))
    assert str(sop.card.responsible) == "lead"
    assert str(sop.card.deputy) == "desk"
    assert sop.card.approved
    assert str(sop.card.approved.by) == COLLEAGUE


def test_nobody_stands_in_for_their_own_role_or_without_a_name() -> None:
    assert hidden(bare("x", responsible=ref("ion"), deputy=ref("agent"))).card.deputy is None
    assert hidden(bare("x", responsible=ref("ion"), deputy=ref("eva"))).card.deputy is None
    assert hidden(bare("x")).card == bare("x").card


def test_two_of_one_role_do_a_step_once() -> None:
    steps = (Step("a", Kind.ESCALATE, 1, HERE, by=(ref("ion"), ref("agent")), to=ref("ana")),)
    flow = hidden(replace(bare("x"), workflow=Workflow(steps))).workflow
    assert flow
    assert list(map(str, flow.steps[0].by)) == ["agent"]
    assert str(flow.steps[0].to) == "lead"


def test_who_left_long_ago_is_a_colleague() -> None:
    bare_who = anonymous(Library({}, who())).organisation
    old = without_names(bare("x", responsible=ref("left-in-2019")), bare_who)
    assert str(old.card.responsible) == COLLEAGUE


def test_a_department_that_shows_its_people_is_left_as_it_is() -> None:
    sop = department.complaint()
    assert without_names(sop, department.organisation()) is sop


def test_it_is_the_same_twice() -> None:
    once = anonymous(department.library())
    assert not any(name in repr(once.sops) for name in ("ana-ionescu", "ion-marin", "eva-holm"))
    assert anonymous(once).sops == once.sops
