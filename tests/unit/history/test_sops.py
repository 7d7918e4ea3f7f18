"""The histories of SOPs."""

from dataclasses import replace

from sopbook.history.follow import follow
from sopbook.history.ignored import NOTHING, Ignored, ignored_in
from sopbook.history.log import Author, Commit, Log, Message, Part
from sopbook.history.sops import Entry, Histories, SopHistory, histories_of
from tests.unit.history.commits import ANA, BOT, ION, added, commit, deleted, edited, renamed


def histories(*commits: Commit, ignored: Ignored = NOTHING, **sops: tuple[str, ...]) -> Histories:
    log = Log("0", commits)
    return histories_of(log, follow(commits), sops, ignored)


def told(history: SopHistory) -> list[str]:
    return [
        f"{e.commit.id} {e.kind} {' '.join(file.path for file in e.files)}" for e in history.entries
    ]


def only(*commits: Commit, ignored: Ignored = NOTHING) -> Entry:
    (entry,) = histories(*commits, ignored=ignored, a=("a.md",)).sops["a"].entries
    return entry


def test_markdown_and_workflow_are_one() -> None:
    found = histories(
        commit("4", edited("a.md"), edited("a.workflow.yml")),
        commit("3", edited("a.workflow.yml")),
        commit("2", added("a.workflow.yml")),
        commit("1", added("a.md")),
        a=("a.md", "a.workflow.yml"),
    ).sops["a"]
    assert told(found) == [
        "4 changed a.md a.workflow.yml",
        "3 changed a.workflow.yml",
        "2 changed a.workflow.yml",
        "1 created a.md",
    ]


def test_never_published() -> None:
    found = histories(commit("1", added("b.md")), a=("a.md", "a.workflow.yml")).sops["a"]
    assert (found.entries, found.shown, found.last_changed) == ((), (), None)


def test_a_workflow_that_was_taken_away() -> None:
    found = histories(
        commit("5", renamed("a.md", "b.md")),
        commit("4", deleted("a.workflow.yml", sop="a")),
        commit("3", edited("a.workflow.yml")),
        commit("2", added("a.workflow.yml")),
        commit("1", added("a.md")),
        commit("0", deleted("b.workflow.yml", sop="old")),
        b=("b.md",),
    )
    assert told(found.sops["b"]) == [
        "5 moved b.md",
        "4 changed a.workflow.yml",
        "3 changed a.workflow.yml",
        "2 changed a.workflow.yml",
        "1 created a.md",
    ]
    assert [told(sop) for sop in found.gone] == [["0 deleted b.workflow.yml"]]


def test_taken_away_while_its_neighbour_moved() -> None:
    found = histories(
        commit("3", renamed("a.md", "b.md"), deleted("a.workflow.yml", sop="a")),
        commit("2", added("a.md"), added("a.workflow.yml")),
        b=("b.md",),
    )
    assert told(found.sops["b"]) == [
        "3 moved b.md a.workflow.yml",
        "2 created a.md a.workflow.yml",
    ]
    assert found.gone == ()


def test_taken_away_while_another_file_stood_there() -> None:
    taken = commit("2", deleted("a.workflow.yml", sop="old"))
    for others in (
        (commit("4", added("a.md")), taken, commit("1", deleted("a.md"))),
        (commit("4", renamed("x.md", "a.md")), taken, commit("1", added("x.md"))),
        (commit("4", added("a.md")), taken),
        (commit("2", added("a.md"), deleted("a.workflow.yml", sop="old")),),
    ):
        (gone,) = histories(*others, b=("a.md",)).gone
        assert (gone.id, told(gone)) == ("old", ["2 deleted a.workflow.yml"])


def test_deleted_and_restored_in_another_folder() -> None:
    found = histories(
        commit("3", added("new/a.workflow.yml")),
        commit("2", deleted("a.md", sop="a")),
        commit("1", added("a.md")),
        a=("new/a.workflow.yml",),
    ).sops["a"]
    assert told(found) == [
        "3 restored new/a.workflow.yml",
        "2 deleted a.md",
        "1 created a.md",
    ]
    assert found.last_changed is found.entries[0]


def test_sops_that_are_gone() -> None:
    found = histories(
        commit("4", deleted("page.md")),
        commit("3", deleted("a.md", sop="card"), deleted("a.workflow.yml", sop="a")),
        commit("2", deleted("b.workflow.yml", sop="b")),
        commit("1", added("a.md")),
        commit("0", deleted("old/b.workflow.yml", sop="b")),
    ).gone
    assert [(sop.id, told(sop)) for sop in found] == [
        ("card", ["3 deleted a.md a.workflow.yml", "1 created a.md"]),
        ("b", ["2 deleted b.workflow.yml", "0 deleted old/b.workflow.yml"]),
    ]


def test_what_readers_would_notice() -> None:
    found = histories(
        commit("5", edited("a.md"), author=BOT),
        commit("4", edited("a.md", blank=True)),
        commit("3", renamed("b.md", "a.md")),
        commit("2", edited("b.md")),
        commit("1", added("b.md"), boundary=True),
        a=("a.md",),
    ).sops["a"]
    assert found.last_changed is found.entries[3]
    assert [entry.hidden for entry in found.entries] == [True, False, False, False, False]
    assert len(found.shown) == 4
    assert [entry.or_before for entry in found.entries] == [False] * 4 + [True]


def test_who_wrote_a_merge() -> None:
    parts = (
        Part("s3", BOT, "Tidy", ("a.md",)),
        Part("s2", ION, "Two", ("a.md",), (Author("Mara Pop"),)),
        Part("s1", ION, "One", ("a.md",)),
        Part("s0", Author("Nobody"), "Elsewhere", ("b.md",)),
    )
    merge = commit("m", edited("a.md"), edited("b.md"), parents=("1", "2"), parts=parts)
    entry = only(replace(merge, message=Message("Merge branch 'x'")))
    assert entry.writers == ("Ion Marin", "Mara Pop")
    assert entry.published_by == "Ana Ionescu"
    assert entry.title == "One; Two; Tidy"
    assert not entry.hidden


def test_a_merge_that_nobody_wrote() -> None:
    merge = commit("m", edited("a.md"), parents=("1", "2"), author=BOT)
    entry = only(replace(merge, message=Message("Merge branch 'x'")))
    assert (entry.writers, entry.published_by, entry.hidden) == ((), "", True)
    assert entry.title == "Merge branch 'x'"


def test_who_wrote_a_squash() -> None:
    squash = commit("1", edited("a.md"), title="Raise it")
    co_authors = (ION, ANA, BOT)
    entry = only(replace(squash, message=Message("Raise it", "Raise it", co_authors=co_authors)))
    assert (entry.writers, entry.published_by) == (("Ana Ionescu", "Ion Marin"), "")
    assert entry.title == "Raise it"


def test_what_is_ignored() -> None:
    listed, other = "a" * 40, "b" * 64
    ignored = ignored_in(
        f"# a comment {'c' * 40}\n {listed} # why\n\n{other}\nabc\n", ["Ion MARIN"]
    )
    assert ignored.revisions == {listed, other}
    assert only(commit(listed, edited("a.md")), ignored=ignored).hidden
    assert only(commit("1", edited("a.md"), author=ION), ignored=ignored).hidden
    assert not only(commit("1", edited("a.md")), ignored=ignored).hidden
    parts = (Part(listed, ANA, "Reformat", ("a.md",)),)
    assert only(commit("1", edited("a.md"), parts=parts), ignored=ignored).hidden
    both = (*parts, Part("9", ANA, "Edit", ("a.md",)))
    assert not only(commit("1", edited("a.md"), parts=both), ignored=ignored).hidden
