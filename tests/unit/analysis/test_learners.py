"""For whom an onboarding path is, whichever way its author said so."""

from dataclasses import replace

import pytest

from sopbook.analysis.learners import audiences_of, learners_of, without_path
from sopbook.core.organisation import LearningPath, Organisation
from sopbook.core.reading import read_library
from tests.unit.pages.department import ref

WHO = b"""
people:
  ana: {name: Ana}
  ion: {name: Ion}
roles:
  agent: {title: Support agent, people: [ana]}
  picker: {title: Picker, people: [ion]}
  porter: {title: Porter}
  bot: {title: Operations, kind: system}
teams:
  store: {title: Warehouse, people: [ion]}
audiences:
  operations: {title: Warehouse}
  starters: {title: New ones, roles: [bot, store]}
"""


@pytest.fixture(scope="module")
def who() -> Organisation:
    return read_library({"organisation.yml": WHO}).library.organisation


def meant(name: str) -> LearningPath:
    return LearningPath("path", "Path", ref(name) if name else None)


@pytest.mark.parametrize(
    "name, audiences",
    [
        ("agents", {"agents"}),
        ("agent", {"agents"}),
        ("bot", {"starters"}),
        ("picker", set()),
        ("nobody", set()),
        ("", set()),
    ],
)
def test_audiences(who: Organisation, name: str, audiences: set[str]) -> None:
    assert audiences_of(meant(name), who) == audiences


@pytest.mark.parametrize(
    "name, learners",
    [
        ("agents", {"agent"}),
        ("agent", {"agent"}),
        ("operations", {"store", "picker"}),
        ("starters", {"bot", "store", "picker"}),
        ("managers", set()),
        ("nobody", set()),
        ("", set()),
    ],
)
def test_learners(who: Organisation, name: str, learners: set[str]) -> None:
    assert learners_of(meant(name), who) == learners


def test_roles_that_no_path_is_for(who: Organisation) -> None:
    """Who plays a role that has a path, too, is taught; systems learn nothing."""
    doing = {"agent", "picker", "porter", "bot", "customer"}
    assert list(without_path(who, doing)) == ["agent", "picker", "porter"]
    learnt = replace(who, paths={"path": meant("agents")})
    assert list(without_path(learnt, doing)) == ["picker", "porter"]
    assert list(without_path(learnt, {"agent"})) == []
    both = replace(who.roles["picker"], people=who.roles["agent"].people)
    same = replace(learnt, roles={**who.roles, "picker": both})
    assert list(without_path(same, doing)) == ["porter"]
