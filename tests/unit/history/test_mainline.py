"""The published history, and who is credited in it."""

from dataclasses import replace

from sopbook.history.log import Commit, Message
from sopbook.history.mainline import published
from tests.unit.history.commits import ANA, ION, added, commit, edited, renamed


def ids(*commits: Commit) -> list[str]:
    return [each.id for each in commits]


def test_first_parents_that_changed_something() -> None:
    line = published(
        [
            commit("4", edited("a"), parents=("3",)),
            commit("3", parents=("2",)),
            commit("2", edited("a"), parents=("1",)),
            commit("1", added("a"), parents=()),
        ],
        "4",
    )
    assert ids(*line.commits) == ["4", "2", "1"]
    assert line.end == ""


def test_what_a_merge_brought_in() -> None:
    side = commit("s2", edited("a"), renamed("b", "c"), parents=("s1",), author=ION, title="Two")
    merge, *_ = published(
        [
            commit("m", edited("a"), renamed("b", "c"), parents=("1", "s2")),
            replace(side, message=Message("Two", "Two", co_authors=(ANA,))),
            commit("s1", edited("a"), edited("unpublished"), parents=("1",), author=ION),
            commit("s0", edited("unpublished"), parents=("1",)),
            commit("1", added("a"), parents=()),
        ],
        "m",
    ).commits
    two, one = merge.parts
    assert (two.id, two.title, two.author, two.co_authors) == ("s2", "Two", ION, (ANA,))
    assert two.paths == ("a", "b", "c")
    assert (one.id, one.paths) == ("s1", ("a",))


def test_a_commit_belongs_to_the_oldest_merge_that_leads_to_it() -> None:
    """A branch that lives on is merged twice; another began on it."""
    newer, older, _ = published(
        [
            commit("m2", edited("a"), parents=("m1", "s2")),
            commit("s2", edited("a"), parents=("s1",)),
            commit("m1", edited("a"), parents=("1", "s1")),
            commit("s1", edited("a"), parents=("1",)),
            commit("1", added("a"), parents=()),
        ],
        "m2",
    ).commits
    assert [part.id for part in newer.parts] == ["s2"]
    assert [part.id for part in older.parts] == ["s1"]


def test_to_bring_a_branch_up_to_date_is_no_merit() -> None:
    merge, *_ = published(
        [
            commit("m", edited("a"), parents=("2", "s2")),
            commit("s2", edited("a"), parents=("s1", "2")),
            commit("2", edited("a"), parents=("1",)),
            commit("s1", edited("a"), parents=("1",)),
            commit("1", added("a"), parents=()),
        ],
        "m",
    ).commits
    assert [part.id for part in merge.parts] == ["s1"]


def test_where_a_clone_ends_nobody_wrote_all_there_is() -> None:
    merge, *_ = published(
        [
            commit("m", edited("a"), parents=("1", "s2")),
            commit("s2", edited("a"), parents=("s1",)),
            commit("s1", added("a"), added("b"), parents=(), boundary=True),
            commit("1", added("a"), parents=(), boundary=True),
        ],
        "m",
    ).commits
    assert [part.id for part in merge.parts] == ["s2"]


def test_where_the_mainline_would_go_on() -> None:
    assert published([commit("2", edited("a"), parents=("1", "s"))], "2").end == "1"
    assert published([], "2").end == "2"
