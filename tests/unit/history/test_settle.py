"""The docs folder's part of a repository."""

from collections.abc import Mapping

from sopbook.history.log import Commit
from sopbook.history.settle import Settling
from tests.unit.history.commits import added, commit, deleted, edited, renamed

CARD = b"---\nid: angry\ntitle: T\nresponsible: ana\n---\n"
NOTHING: Mapping[str, bytes] = {}


def settle(
    *commits: Commit, contents: Mapping[str, bytes] = NOTHING
) -> tuple[list[Commit], set[str]]:
    settling = Settling(contents.get)
    return list(settling.settle(commits)), settling.elsewhere


def test_what_is_elsewhere_is_left_out() -> None:
    found, elsewhere = settle(commit("2", edited("../b")), commit("1", edited("a"), edited("../b")))
    assert found == [commit("1", edited("a"))]
    assert elsewhere == set()


def test_what_came_in_is_followed_back_to_its_beginning() -> None:
    found, elsewhere = settle(
        commit("4", renamed("../b", "b")),
        commit("3", edited("../b"), edited("../c")),
        commit("2", renamed("../c", "../b"), renamed("../x", "../y")),
        commit("1", edited("../c"), edited("../b")),
    )
    assert found == [
        commit("4", renamed("../b", "b")),
        commit("3", edited("../b")),
        commit("2", renamed("../c", "../b")),
        commit("1", edited("../c")),
    ]
    assert elsewhere == {"../c"}
    assert settle(commit("2", renamed("../b", "b")), commit("1", added("../b")))[1] == set()


def test_what_goes_out_is_gone() -> None:
    found, elsewhere = settle(commit("1", renamed("a", "../a", "1", "2")))
    assert found == [commit("1", deleted("a", "1"))]
    assert elsewhere == set()


def test_what_is_gone_keeps_its_id() -> None:
    (found,), _ = settle(commit("1", deleted("a.md", "1")), contents={"1": CARD})
    assert found.changes == (deleted("a.md", "1", sop="angry"),)


def test_ids_make_moves() -> None:
    (found,), _ = settle(
        commit("1", deleted("a.md", "1"), added("b.md", "2")),
        contents={"1": CARD, "2": CARD + b"Anew"},
    )
    assert found.changes == (renamed("a.md", "b.md", "1", "2"),)
