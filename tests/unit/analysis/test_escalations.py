"""Who turns to whom."""

from dataclasses import replace

from sopbook.analysis.escalations import escalations
from sopbook.core.model import CUSTOMER, Kind, Sop, Step, Workflow
from sopbook.core.organisation import ROLES, Organisation, Person, Role, Team
from tests.unit.pages.department import HERE, bare, library, organisation, ref, time


def calls(*steps: Step) -> Sop:
    return replace(bare("x"), workflow=Workflow(steps))


def escalate(number: int, by: tuple[str, ...], to: str, after: str = "") -> Step:
    return Step(
        f"s{number}", Kind.ESCALATE, number, HERE, by=tuple(map(ref, by)), to=ref(to),
        after=time(after) if after else None,
    )  # fmt: skip


def test_what_roles_say_and_what_sops_say_is_one_way() -> None:
    found = escalations(organisation(), library().sops.values())
    ways = [(way.source, way.target, way.is_rule, way.times) for way in found.ways]
    assert ways == [
        ("agent", "team-lead", True, ("10 min",)),
        ("team-lead", "head", True, ()),
    ]
    assert found.names == ("agent", "team-lead", "head")
    assert found.tops == ("head",)
    assert found.lost == ("finance",)
    assert [way.target for way in found.of("agent")] == ["team-lead"]
    assert [way.source for way in found.onto("head")] == ["team-lead"]


def test_times_come_with_the_shortest_first_each_once() -> None:
    sop = calls(
        escalate(1, ("agent",), "head", "2 h"),
        escalate(2, ("agent",), "head", "5 min"),
        escalate(3, ("agent", "chatbot"), "head", "2 h"),
        escalate(4, ("agent",), "head"),
    )
    found = escalations(Organisation(), [sop, bare("text")])
    assert [way.times for way in found.ways] == [("5 min", "2 h"), ("2 h",)]
    assert [each.after for each in found.ways[0].handings] == ["2 h", "5 min", "2 h", ""]


def test_nobody_turns_to_themselves_and_customers_turn_to_nobody() -> None:
    sop = calls(
        escalate(1, ("agent", CUSTOMER), "agent"),
        escalate(2, (), "head"),
        Step("s3", Kind.DO, 3, HERE, by=(ref("agent"),)),
    )
    assert escalations(Organisation(), [sop]).ways == ()


def test_circles_end() -> None:
    roles = {
        name: Role(name, name, escalates_to=ref(other)) for name, other in ("ab", "bc", "ca", "dd")
    }
    found = escalations(Organisation(roles=roles), ())
    assert found.names == ("a", "b", "c", "d")
    assert (found.tops, found.lost) == ((), ())


def test_a_role_whose_people_play_another_that_turns_to_somebody_is_not_lost() -> None:
    ana = (ref("ana"),)
    roles = {
        **ROLES,
        "agent": Role("agent", "Agent", people=ana, escalates_to=ref("ana")),
        "buddy": Role("buddy", "Buddy", people=ana),
        "bot": Role("bot", "Bot", kind="system"),
    }
    teams = {"empty": Team("empty", "Empty")}
    found = escalations(Organisation({"ana": Person("ana", "Ana")}, roles, teams), ())
    assert found.lost == ("empty",)
