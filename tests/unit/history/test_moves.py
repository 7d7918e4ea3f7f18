"""What moved, whatever git makes of it."""

from sopbook.history.moves import settled
from tests.unit.history.commits import added, deleted, edited, renamed


def by_blob(_: str, blob: str) -> str:
    """The id stands before a colon in what a test calls a blob."""
    return blob.partition(":")[0] if ":" in blob else ""


def test_what_git_sees_stays() -> None:
    for changes in (
        (edited("a"),),
        (edited("a"), edited("b", "3", "4"), renamed("c", "d"), added("e", "5")),
        (deleted("a", "1"), added("b", "2")),
        (renamed("a", "b", "1", "2"), edited("c", "3", "4")),
    ):
        assert set(settled(changes, by_blob)) == set(changes)


def test_files_that_change_places() -> None:
    swap = (edited("a", "1", "2"), edited("b", "2", "1"), edited("c", "3", "4"))
    assert set(settled(swap, by_blob)) == {
        renamed("b", "a", "2", "2"),
        renamed("a", "b", "1", "1"),
        edited("c", "3", "4"),
    }


def test_all_move_up_by_one() -> None:
    changes = (
        edited("1", "a", "new"),
        edited("2", "b", "a"),
        edited("3", "c", "b"),
        added("4", "c"),
    )
    assert set(settled(changes, by_blob)) == {
        added("1", "new"),
        renamed("1", "2", "a", "a"),
        renamed("2", "3", "b", "b"),
        renamed("3", "4", "c", "c"),
    }


def test_all_move_down_by_one() -> None:
    changes = (edited("1", "a", "b"), edited("2", "b", "c"), deleted("3", "c"))
    assert set(settled(changes, by_blob)) == {
        deleted("1", "a"),
        renamed("2", "1", "b", "b"),
        renamed("3", "2", "c", "c"),
    }


def test_a_copy_is_no_move() -> None:
    for copy in (
        (edited("a", "1", "2"), added("b", "1")),  # split off, and something new in its place
        (edited("a", "1", "2"), edited("b", "3", "1")),  # copied over
        (edited("a", "1", "2"), edited("b", "2", "1"), added("c", "1")),  # among twins
    ):
        assert settled(copy, by_blob) == copy


def test_a_rewrite_that_keeps_its_id() -> None:
    changes = (deleted("a.md", "x:1"), added("b.md", "x:2"), added("c.md", "y:1"))
    assert set(settled(changes, by_blob)) == {
        renamed("a.md", "b.md", "x:1", "x:2"),
        added("c.md", "y:1"),
    }


def test_ids_know_better_than_likeness() -> None:
    changes = (renamed("a.md", "b.md", "x:1", "y:1"), renamed("c.md", "d.md", "y:2", "x:2"))
    assert set(settled(changes, by_blob)) == {
        renamed("a.md", "d.md", "x:1", "x:2"),
        renamed("c.md", "b.md", "y:2", "y:1"),
    }
    changes = (renamed("a.md", "b.md", "x:1", "z:1"), added("d.md", "x:2"))
    assert set(settled(changes, by_blob)) == {
        renamed("a.md", "d.md", "x:1", "x:2"),
        added("b.md", "z:1"),
    }
    changes = (renamed("a.md", "b.md", "x:1", "z:1"), deleted("d.md", "z:2"))
    assert set(settled(changes, by_blob)) == {
        renamed("d.md", "b.md", "z:2", "z:1"),
        deleted("a.md", "x:1"),
    }


def test_markdown_is_no_workflow_and_twins_are_not_told_apart() -> None:
    kinds = (deleted("a.md", "x:1"), added("a.workflow.yml", "x:2"))
    assert settled(kinds, by_blob) == kinds
    twins = (deleted("a.md", "x:1"), deleted("b.md", "x:2"), added("c.md", "x:3"))
    assert settled(twins, by_blob) == twins
