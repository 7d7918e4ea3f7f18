"""Files through all their names."""

from sopbook.history.follow import FileHistory, follow
from sopbook.history.log import Commit
from tests.unit.history.commits import added, commit, deleted, edited, renamed


def told(history: FileHistory) -> list[str]:
    return [f"{e.commit.id} {e.kind} {e.path}" for e in history.entries]


def here(path: str, *commits: Commit) -> list[str]:
    return told(follow(commits).here[path])


def test_through_names() -> None:
    assert here(
        "c",
        commit("4", edited("c")),
        commit("3", renamed("b", "c")),
        commit("2", renamed("a", "b", "1", "2")),
        commit("1", added("a")),
    ) == ["4 changed c", "3 moved c", "2 moved b", "1 created a"]


def test_the_moves_of_one_commit_apply_at_once() -> None:
    commits = (commit("2", renamed("a", "b"), renamed("b", "a")), commit("1", added("a")))
    files = follow((*commits, commit("0", added("b"))))
    assert told(files.here["b"]) == ["2 moved b", "1 created a"]
    assert told(files.here["a"]) == ["2 moved a", "0 created b"]


def test_restored() -> None:
    history = follow(
        [
            commit("4", added("a", "3")),
            commit("3", edited("b")),
            commit("2", deleted("a", "2")),
            commit("1", edited("a", "1", "2")),
        ]
    ).here["a"]
    assert told(history) == ["4 restored a", "2 deleted a", "1 changed a"]
    assert (history.entries[0].old_blob, history.blob, history.is_there) == ("2", "3", True)
    assert [entry.has_news for entry in history.entries] == [True, True, True]


def test_a_name_used_again() -> None:
    files = follow(
        [
            commit("4", added("a")),
            commit("3", renamed("a", "b")),
            commit("2", deleted("a")),
            commit("1", added("a")),
        ]
    )
    assert told(files.here["a"]) == ["4 created a"]
    assert told(files.here["b"]) == ["3 moved b"]
    (gone,) = files.gone
    assert told(gone) == ["2 deleted a", "1 created a"]
    assert (gone.is_there, gone.blob) == (False, "")


def test_a_name_used_again_in_the_same_commit() -> None:
    files = follow(
        [
            commit("2", renamed("a", "b"), added("a", "9")),
            commit("1", added("a")),
        ]
    )
    assert told(files.here["a"]) == ["2 created a"]
    assert told(files.here["b"]) == ["2 moved b", "1 created a"]


def test_what_is_no_news() -> None:
    (entry,) = follow([commit("1", edited("a", blank=True))]).here["a"].entries
    assert not entry.has_news
    (entry,) = follow([commit("1", renamed("a", "b"))]).here["b"].entries
    assert not entry.has_news
