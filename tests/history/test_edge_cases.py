"""Every line of the table of edge cases, on real repositories."""

import os
import shutil
import unicodedata
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from sopbook.history import git_history, git_process
from sopbook.history.follow import FileHistory, Kind
from sopbook.history.git_blobs import contents_of
from sopbook.history.git_history import (
    CACHE,
    History,
    export_history,
    import_history,
    read_history,
)
from sopbook.history.lack import Lack, Missing
from sopbook.history.log import Overrule
from sopbook.history.published import unpublished
from sopbook.history.sops import SopHistory, histories_of
from tests.history.repositories import ANA, BOT, DAY, HOST, ION, MARA, START, Made, clone, git, make

TEXT = "".join(f"{number}. Ask the customer question number {number}.\n" for number in range(20))
OTHER = "".join(f"Line {number} speaks of something else altogether.\n" for number in range(20))


def read(made: Made, cache: Path | None = None, bots: Iterable[str] = ()) -> History:
    history = read_history(made.docs, cache, bots)
    assert isinstance(history, History), history
    return history


def file(made: Made, path: str) -> FileHistory:
    return read(made).files.here[path]


def told(history: FileHistory) -> list[tuple[str, str]]:
    return [(entry.kind.value, entry.commit.message.title) for entry in history.entries]


def sop(made: Made, name: str, *paths: str, bots: Iterable[str] = ()) -> SopHistory:
    history = read(made, bots=bots)
    return histories_of(history.log, history.files, {name: paths}, history.ignored).sops[name]


# ---- where there is no history, or not all of it ----


def test_a_shallow_clone_gives_no_false_date(made: Made, tmp_path: Path) -> None:
    made.commit("Begin", {"old.md": TEXT, "new.md": TEXT})
    made.commit("Between", {"old.md": TEXT + "a"})
    last = made.commit("Last", {"new.md": TEXT + "b"})
    history = read(clone(made, tmp_path / "clone", "--depth=2"))
    assert history.log.shallow
    (created,) = history.files.here["old.md"].entries
    assert created.commit.boundary
    assert created.kind is Kind.CREATED
    newest, oldest = history.files.here["new.md"].entries
    assert (newest.commit.id, newest.commit.boundary) == (last, False)
    assert oldest.commit.boundary
    sops = histories_of(history.log, history.files, {"old": ("old.md",), "new": ("new.md",)}).sops
    assert [entry.or_before for entry in sops["new"].entries] == [False, True]
    assert [entry.or_before for entry in sops["old"].entries] == [True]


def test_a_shallow_clone_with_a_cache_knows_all(made: Made, tmp_path: Path) -> None:
    made.commit("Begin", {"a.md": TEXT})
    made.commit("Then", {"a.md": TEXT + "a"})
    cache = tmp_path / "cache"
    assert read(made, cache).log.head == made.head
    made.commit("Now", {"a.md": TEXT + "b"})
    shallow = clone(made, tmp_path / "clone", "--depth=2")
    history = read(shallow, cache)
    assert not history.log.shallow
    assert history.log == read(made).log


def test_what_is_cut_off_is_never_kept(made: Made, tmp_path: Path) -> None:
    made.commit("Begin", {"a.md": TEXT})
    made.commit("Then", {"a.md": TEXT + "a"})
    shallow = clone(made, tmp_path / "clone", "--depth=1")
    cache = tmp_path / "cache"
    assert read(shallow, cache).log.shallow
    assert not (cache / CACHE).exists()
    shallow.git("fetch", "--quiet", "--unshallow")
    assert not read(shallow, cache).log.shallow


def test_a_partial_clone_asks_no_network(made: Made, tmp_path: Path) -> None:
    made.commit("Begin", {"a.md": TEXT, "b.md": OTHER})
    made.move(("a.md", "moved.md"), ("b.md", "edited.md"))
    made.commit("Move", {"edited.md": OTHER + "more\n"})
    made.commit("Edit", {"moved.md": TEXT.replace("19", "nineteen")})
    partial = clone(made, tmp_path / "clone", "--filter=blob:none")
    partial.git("remote", "set-url", "origin", f"ext::sh -c 'touch {tmp_path}/asked; exit 1'")
    partial.git("config", "protocol.ext.allow", "always")
    history = read(partial, tmp_path / "cache")
    assert history.log.partial
    assert [kind for kind, _ in told(history.files.here["moved.md"])] == [
        "changed",
        "moved",
        "created",
    ]
    # The text was rewritten while it moved: that nobody can see without its old version.
    assert told(history.files.here["edited.md"]) == [("created", "Move")]
    assert history.repository
    with contents_of(history.repository) as contents:
        newest, moved, _ = history.files.here["moved.md"].entries
        assert contents.read(newest.blob) == TEXT.replace("19", "nineteen").encode()
        assert contents.read(moved.blob) is None
    assert not (tmp_path / "asked").exists()
    assert not (tmp_path / "cache").exists()


def test_no_repository(tmp_path: Path) -> None:
    assert read_history(tmp_path) == Missing(Lack.NO_REPOSITORY)
    assert read_history(tmp_path / "nowhere") == Missing(Lack.NO_REPOSITORY)


def test_no_git(made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert read_history(made.docs) == Missing(Lack.NO_GIT)


@pytest.mark.parametrize(
    "says,expected",
    [
        ("git version 2.25.1", Missing(Lack.OLD_GIT, "2.25.1")),
        ("git version 1.9", Missing(Lack.OLD_GIT, "1.9")),
        ("what?", Missing(Lack.OLD_GIT)),
    ],
)
def test_old_git(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, says: str, expected: Missing
) -> None:
    program = tmp_path / "git"
    program.write_text(f"#!/bin/sh\necho {says}\n", encoding="ascii")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    assert read_history(made.docs) == expected


def test_a_git_that_cannot_be_started(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "git"
    program.write_bytes(b"\x7fELF nonsense")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert read_history(made.docs) == Missing(Lack.NO_GIT)


def test_a_git_that_lies_in_the_working_folder_is_not_started(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: "./git")
    assert read_history(made.docs) == Missing(Lack.NO_GIT)


def test_nothing_published_yet(made: Made) -> None:
    made.write({"a.md": TEXT})
    assert read_history(made.docs) == Missing(Lack.NOTHING_YET)


def test_a_repository_that_is_broken(made: Made, tmp_path: Path) -> None:
    lost = tmp_path / "lost"
    (lost / "sops").mkdir(parents=True)
    (lost / ".git").write_text("gitdir: /nowhere/.git/worktrees/lost\n", encoding="utf-8")
    missing = read_history(lost / "sops")
    assert isinstance(missing, Missing)
    assert missing.lack is Lack.UNREADABLE
    assert "not a git repository" in missing.detail
    made.commit("Begin", {"a.md": TEXT})
    tree = made.git("rev-parse", "HEAD^{tree}").strip()
    (made.top / ".git/objects" / tree[:2] / tree[2:]).unlink()
    missing = read_history(made.docs)
    assert isinstance(missing, Missing)
    assert tree in missing.detail


def test_a_line_break_in_the_path(tmp_path: Path) -> None:
    made = make(tmp_path / "two\nlines")
    made.commit("Begin", {"a.md": TEXT})
    assert read_history(made.docs) == Missing(Lack.UNREADABLE, "there is a line break in its path")


def test_dubious_ownership_is_read_and_told(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    made.commit("Begin", {"a.md": TEXT})
    name = "GIT_TEST_ASSUME_DIFFERENT_OWNER"
    monkeypatch.setattr(git_process, "_KEPT", git_process._KEPT | {name})
    monkeypatch.setenv(name, "1")
    monkeypatch.setattr(os, "geteuid", lambda: 12_345)
    history = read(made)
    assert history.repository
    assert history.repository.is_anothers
    monkeypatch.setattr(Path, "as_posix", lambda _: "/elsewhere")
    missing = read_history(made.docs)
    assert isinstance(missing, Missing)
    assert missing.lack is Lack.NOT_OURS
    assert "dubious ownership" in missing.detail


def test_an_older_git_that_cannot_be_told(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "git"
    says = "fatal: unsafe repository ('/x' is owned by someone else)"
    script = (
        f'case "$*" in *version) echo git version 2.35.2;; *) echo "{says}" >&2; exit 128; esac'
    )
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="ascii")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    missing = read_history(made.docs)
    assert isinstance(missing, Missing)
    assert missing.lack is Lack.NOT_OURS


def test_a_repository_of_ones_own(made: Made) -> None:
    made.commit("Begin", {"a.md": TEXT})
    repository = read(made).repository
    assert repository
    assert not repository.is_anothers


def test_not_published_yet(made: Made) -> None:
    made.commit("Begin", {"same.md": TEXT, "edited.md": TEXT, "windows.md": TEXT})
    made.write({"edited.md": TEXT + "new\n", "untracked.md": TEXT})
    made.git("add", "sops/edited.md")
    sources = {
        "same.md": TEXT.encode(),
        "edited.md": TEXT.encode() + b"new\n",
        "untracked.md": TEXT.encode(),
        "windows.md": TEXT.replace("\n", "\r\n").encode(),
    }
    assert unpublished(sources, read(made).files.here) == {"edited.md", "untracked.md"}


def test_what_is_there_is_what_git_has(made: Made) -> None:
    """No `git ls-tree` is needed to know what is published."""
    made.commit("Begin", {"a.md": TEXT, "b/c.workflow.yml": OTHER, "old.md": OTHER + TEXT})
    made.move(("a.md", "b/a.md"))
    made.commit("Move", {"old.md": None, "new.md": "x"})
    tree = made.git("ls-tree", "-r", "-z", "HEAD:sops").split("\0")
    here = read(made).files.here
    assert [f"100644 blob {here[path].blob}\t{path}" for path in sorted(here)] == tree[:-1]


def test_sha256(tmp_path: Path) -> None:
    top = tmp_path / "repository"
    (top / "sops").mkdir(parents=True)
    git(top, "init", "--quiet", "--object-format=sha256")
    made = Made(top)
    made.commit("Begin", {"a.md": TEXT})
    assert unpublished({"a.md": TEXT.encode()}, read(made).files.here) == frozenset()
    assert unpublished({"a.md": b"else"}, read(made).files.here) == {"a.md"}


# ---- where it may lie ----


def test_detached(made: Made) -> None:
    first = made.commit("Begin", {"a.md": TEXT})
    made.commit("Then", {"a.md": TEXT + "a"})
    made.git("checkout", "--quiet", "--detach", first)
    assert told(file(made, "a.md")) == [("created", "Begin")]


def test_a_worktree(made: Made, tmp_path: Path) -> None:
    made.commit("Begin", {"a.md": TEXT})
    made.git("worktree", "add", "--quiet", "-b", "other", str(tmp_path / "tree"))
    tree = Made(tmp_path / "tree", day=5)
    tree.commit("There", {"a.md": TEXT + "a"})
    assert told(file(tree, "a.md")) == [("changed", "There"), ("created", "Begin")]
    assert told(file(made, "a.md")) == [("created", "Begin")]


def test_a_submodule(made: Made, tmp_path: Path) -> None:
    made.commit("Begin", {"a.md": TEXT})
    outer = make(tmp_path / "outer")
    outer.git("submodule", "--quiet", "add", made.top.as_uri(), "handbook")
    outer.commit("Add the handbook")
    inner = read_history(tmp_path / "outer/handbook/sops")
    assert isinstance(inner, History)
    assert told(inner.files.here["a.md"]) == [("created", "Begin")]


def test_a_folder_of_a_large_repository(made: Made) -> None:
    made.commit("Begin", {"../docs/a.md": TEXT, "../docs/b.md": OTHER, "../README.md": "x\n"})
    made.commit("Edit outside", {"../docs/a.md": TEXT + "a\n", "../README.md": "y\n"})
    made.move(("../docs/a.md", "team/a.md"), ("../docs/b.md", "team/b.md"))
    made.commit("Move in")
    made.move(("team/b.md", "../elsewhere.md"))
    made.commit("Move out")
    history = read(made)
    assert told(history.files.here["team/a.md"]) == [
        ("moved", "Move in"),
        ("changed", "Edit outside"),
        ("created", "Begin"),
    ]
    assert history.files.here["team/a.md"].entries[0].old_path == "../docs/a.md"
    assert set(history.files.here) == {"team/a.md"}
    (gone,) = history.files.gone
    assert [kind for kind, _ in told(gone)] == ["deleted", "moved", "created"]
    # What never was in the folder is not even kept.
    paths = {change.path for commit in history.log.commits for change in commit.changes}
    assert "../README.md" not in paths


def test_the_whole_repository_is_the_docs_folder(made: Made) -> None:
    made.commit("Begin", {"a.md": TEXT})
    history = read_history(made.top)
    assert isinstance(history, History)
    assert set(history.files.here) == {"sops/a.md"}


def test_a_build_started_by_git_sees_its_own_repository(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hook's surroundings name a repository, files and places that are not ours."""
    made.commit("Begin", {"a.md": TEXT})
    other = make(tmp_path / "other")
    monkeypatch.setenv("GIT_DIR", str(other.top / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    monkeypatch.setenv("GIT_LITERAL_PATHSPECS", "1")
    assert told(file(made, "a.md")) == [("created", "Begin")]


# ---- moves ----


def test_a_pure_rename_and_white_space_are_listed_and_no_news(made: Made) -> None:
    made.commit("Begin", {"a.md": TEXT})
    news = made.commit("Edit", {"a.md": TEXT + "More.\n"})
    made.move(("a.md", "b.md"))
    made.commit("Rename")
    made.commit("Indent", {"b.md": (TEXT + "More.\n").replace("\n", "\n\n").replace(". ", ".  ")})
    history = sop(made, "b", "b.md")
    assert [(entry.kind.value, entry.has_news) for entry in history.entries] == [
        ("changed", False),
        ("moved", False),
        ("changed", True),
        ("created", True),
    ]
    assert history.last_changed
    assert history.last_changed.commit.id == news


def test_white_space_that_means_something_is_news(made: Made) -> None:
    nested = "title: T\nsteps:\n  - ask: Is it?\n    answers:\n      yes: next\n      no:\n"
    inside = "        - do: Call back\n        - do: Note it\n  - end: Done\n"
    made.commit("Begin", {"a.workflow.yml": nested + inside})
    outside = inside.replace("        - do: Note it", "  - do: Note it")
    made.commit("Move a step out", {"a.workflow.yml": nested + outside})
    made.commit("Space", {"a.workflow.yml": "\n" + (nested + outside).replace(": ", ":   ")})
    made.commit("Break", {"a.workflow.yml": (nested + outside).replace("steps:", "steps :\n\t")})
    history = sop(made, "a", "a.workflow.yml")
    assert [entry.has_news for entry in history.entries] == [True, False, True, True]


def test_a_rename_in_case_alone(made: Made) -> None:
    made.commit("Begin", {"Refund.md": TEXT})
    made.git("mv", "sops/Refund.md", "sops/refund.md")
    made.commit("Small")
    assert told(file(made, "refund.md")) == [("moved", "Small"), ("created", "Begin")]


def test_two_files_change_places(made: Made) -> None:
    made.commit("Begin A", {"a.md": TEXT})
    made.commit("Begin B", {"b.md": OTHER})
    made.move(("a.md", "b.md"), ("b.md", "a.md"))
    made.commit("Swap")
    made.commit("Edit", {"a.md": OTHER + "more\n"})
    assert told(file(made, "a.md")) == [
        ("changed", "Edit"),
        ("moved", "Swap"),
        ("created", "Begin B"),
    ]
    assert told(file(made, "b.md")) == [("moved", "Swap"), ("created", "Begin A")]


def test_files_move_up_by_one(made: Made) -> None:
    made.commit("Begin", {f"{n}.md": f"This is number {n}.\n" * 9 for n in (1, 2, 3)})
    made.move(("1.md", "2.md"), ("2.md", "3.md"), ("3.md", "4.md"))
    made.commit("Make room", {"1.md": OTHER})
    here = read(made).files.here
    assert told(here["1.md"]) == [("created", "Make room")]
    assert [entry.old_path for entry in here["4.md"].entries] == ["3.md", "3.md"]
    assert [entry.old_path for entry in here["2.md"].entries] == ["1.md", "1.md"]


def test_a_file_that_is_moved_and_rewritten_keeps_its_history_by_its_id(made: Made) -> None:
    made.commit(
        "Begin",
        {
            "a/refund.workflow.yml": "title: Refund\nsteps:\n  - do: Ask\n",
            "a/complaint.md": f"---\nid: angry\ntitle: Complaint\nresponsible: x\n---\n{TEXT}",
            "a/index.md": TEXT,
        },
    )
    made.commit(
        "Rewrite",
        {
            "a/refund.workflow.yml": None,
            "a/complaint.md": None,
            "a/index.md": None,
            "b/refund.workflow.yml": f"title: Money back\nsteps:\n  - end: {OTHER!r}\n",
            "b/caller.md": f"---\nid: angry\ntitle: Caller\nresponsible: y\n---\n{OTHER}",
            "b/index.md": OTHER,
        },
    )
    here = read(made).files.here
    assert [kind for kind, _ in told(here["b/refund.workflow.yml"])] == ["moved", "created"]
    assert [kind for kind, _ in told(here["b/caller.md"])] == ["moved", "created"]
    assert [kind for kind, _ in told(here["b/index.md"])] == ["created"]


def test_a_copy_begins_a_history_of_its_own(made: Made) -> None:
    made.git("config", "diff.renames", "copies")
    made.commit("Begin", {"template.md": TEXT})
    made.commit("Copy", {"copy.md": TEXT, "template.md": TEXT + "more\n"})
    assert told(file(made, "copy.md")) == [("created", "Copy")]


def test_deleted_then_restored_is_one_history(made: Made) -> None:
    made.commit("Begin", {"a.md": TEXT, "b.md": OTHER})
    made.commit("Delete", {"a.md": None})
    made.commit("Meanwhile", {"b.md": OTHER + "b\n"})
    made.commit("Restore", {"a.md": TEXT + "a\n"})
    history = sop(made, "a", "a.md")
    assert [entry.kind.value for entry in history.entries] == ["restored", "deleted", "created"]
    restored = history.entries[0].files[0]
    assert restored.old_blob == history.entries[2].files[0].blob
    assert restored.old_blob != restored.blob


def test_deleted_then_restored_elsewhere_is_one_history_by_its_id(made: Made) -> None:
    workflow = "title: Refund\nsteps:\n  - do: Ask\n"
    made.commit("Begin", {"a/refund.workflow.yml": workflow, "b.md": OTHER})
    made.commit("Delete", {"a/refund.workflow.yml": None})
    made.commit("Restore", {"c/refund.md": f"---\ntitle: Refund\nresponsible: x\n---\n{OTHER}"})
    history = sop(made, "refund", "c/refund.md")
    assert [entry.kind.value for entry in history.entries] == ["restored", "deleted", "created"]


def test_a_name_that_is_used_again_is_another_file(made: Made) -> None:
    made.commit("Begin", {"a.md": TEXT})
    made.move(("a.md", "b.md"))
    made.commit("Rename")
    made.commit("Another", {"a.md": OTHER})
    here = read(made).files.here
    assert told(here["a.md"]) == [("created", "Another")]
    assert told(here["b.md"]) == [("moved", "Rename"), ("created", "Begin")]


# ---- who, when and why ----


def test_a_squash_names_its_authors_and_no_machine(made: Made) -> None:
    made.commit(
        "Raise the limit (#12)\n\n* wip\n\nCo-authored-by: Ion Marin <ion@example.com>\n"
        "Co-authored-by: GitHub <noreply@github.com>\n\n* more\n\n"
        "Co-authored-by: Mara Pop <mara@example.com>\nApproved-by: Ana Ionescu <ana@example.com>\n"
        "Reviewed-by: Ion Marin\nSOP-Change: editorial",
        {"a.md": TEXT},
        committer=HOST,
    )
    (entry,) = sop(made, "a", "a.md").entries
    assert entry.writers == ("Ana Ionescu", "Ion Marin", "Mara Pop")
    assert entry.published_by == ""
    assert entry.title == "Raise the limit (#12)"
    message = entry.commit.message
    assert message.body == "* wip\n\n* more"
    assert (message.approved_by, message.reviewed_by) == (("Ana Ionescu",), ("Ion Marin",))
    assert message.overrule is Overrule.EDITORIAL


def test_a_merge_is_one_entry_and_credits_those_who_wrote_it(made: Made) -> None:
    made.commit("Begin", {"a.md": TEXT, "b.md": OTHER})
    made.git("checkout", "--quiet", "-b", "feature")
    made.commit("Ask twice", {"a.md": TEXT + "1\n"}, ION)
    made.commit("Other file", {"b.md": OTHER + "1\n"}, MARA)
    made.git("checkout", "--quiet", "main")
    made.commit("Meanwhile", {"c.md": OTHER})
    made.git("checkout", "--quiet", "feature")
    made.merge("main", "Merge branch 'main' into feature", MARA)
    made.commit("Ask thrice\n\nCo-authored-by: Ștefan <s@example.com>", {"a.md": TEXT + "2\n"}, ION)
    made.git("checkout", "--quiet", "main")
    merge = made.merge("feature", "Merge branch 'feature' into 'main'", ANA)
    newest, oldest = sop(made, "a", "a.md").entries
    assert (newest.commit.id, oldest.commit.message.title) == (merge, "Begin")
    assert newest.writers == ("Ion Marin", "Ștefan")
    assert newest.published_by == "Ana Ionescu"
    assert newest.title == "Ask twice; Ask thrice"
    assert sop(made, "b", "b.md").entries[0].writers == ("Mara Pop",)
    assert [entry.title for entry in sop(made, "c", "c.md").entries] == ["Meanwhile"]


def test_a_merge_is_called_by_its_title(made: Made) -> None:
    made.commit("Begin", {"a.md": TEXT})
    made.git("checkout", "--quiet", "-b", "feature")
    made.commit("wip", {"a.md": TEXT + "1\n"}, ION)
    made.git("checkout", "--quiet", "main")
    made.merge("feature", "Merge branch 'f' into 'main'\n\nRaise it\n\nSee merge request a/b!1")
    entry = sop(made, "a", "a.md").entries[0]
    assert entry.title == "Raise it"
    assert entry.commit.message.body == "See merge request a/b!1"


def test_bots_and_reformats_are_hidden_and_kept(made: Made) -> None:
    made.commit("Begin", {"a.md": TEXT})
    made.commit("Tidy", {"a.md": TEXT + "1\n"}, BOT)
    made.commit("Sweep", {"a.md": TEXT + "2\n"}, "House Keeper <house@example.com>")
    listed = made.commit("Reformat all", {"a.md": TEXT + "3\n"})
    made.write({"../.git-blame-ignore-revs": f"# All files anew\n{listed}  # by hand\nnonsense\n"})
    history = sop(made, "a", "a.md", bots=("house keeper",))
    assert [entry.hidden for entry in history.entries] == [True, True, True, False]
    assert [entry.title for entry in history.shown] == ["Begin"]
    assert history.last_changed is history.entries[-1]


def test_what_a_bot_merges_is_not_the_bots(made: Made) -> None:
    made.commit("Begin", {"a.md": TEXT, "b.md": OTHER})
    made.git("checkout", "--quiet", "-b", "feature")
    made.commit("Edit", {"a.md": TEXT + "1\n"}, ION)
    reformat = made.commit("Reformat", {"b.md": OTHER + "1\n"}, MARA)
    made.git("checkout", "--quiet", "main")
    made.merge("feature", "Merge branch 'feature'", BOT)
    made.write({"../.git-blame-ignore-revs": f"{reformat}\n"})
    newest = sop(made, "a", "a.md").entries[0]
    assert (newest.writers, newest.published_by, newest.hidden) == (("Ion Marin",), "", False)
    assert sop(made, "b", "b.md").entries[0].hidden


def test_a_mailmap_gives_people_one_name(made: Made, tmp_path: Path) -> None:
    made.commit("Begin", {"a.md": TEXT}, "ana <ana@old.example.com>")
    cache = tmp_path / "cache"
    assert read(made, cache).log.commits[0].author.name == "ana"
    made.write({"../.mailmap": "Ana Ionescu <ana@example.com> <ana@old.example.com>\n"})
    assert read(made, cache).log.commits[0].author.name == "Ana Ionescu"


def test_the_moment_and_the_clock_it_was_read_from(made: Made) -> None:
    made.zone = "-0530"
    made.commit("Begin", {"a.md": TEXT})
    (commit,) = read(made).log.commits
    assert (commit.time, commit.zone) == (START + DAY, -330)


@pytest.mark.parametrize(
    "path",
    [
        "rambursări și țări.md",
        "müşteri/şikâyet.md",
        'say "hi" \\ it\'s.md',
        "日本.md",
        ":b.md",
        "-x.md",
    ],
)
def test_paths_of_all_kinds(made: Made, path: str) -> None:
    made.commit("Ștergem", {"first.md": TEXT}, "Ștefan Țîrlea <s@example.com>")
    made.move(("first.md", path))
    made.commit("Move")
    history = file(made, path)
    assert [entry.kind.value for entry in history.entries] == ["moved", "created"]
    assert history.entries[1].commit.author.name == "Ștefan Țîrlea"


def test_letters_and_accents_apart_are_the_same_path(made: Made) -> None:
    apart = unicodedata.normalize("NFD", "șikâyet.md")
    together = unicodedata.normalize("NFC", apart)
    made.commit("Begin", {apart: TEXT})
    made.git("mv", f"sops/{apart}", f"sops/{together}")
    made.commit("Compose")
    made.commit("Edit", {together: TEXT + "a\n"})
    assert [kind for kind, _ in told(file(made, together))] == ["changed", "moved", "created"]
    assert len(sop(made, "x", apart).entries) == 3
    assert unpublished({apart: (TEXT + "a\n").encode()}, read(made).files.here) == frozenset()


def test_a_path_that_is_no_text(made: Made) -> None:
    (made.docs / os.fsdecode(b"caf\xe9.md")).write_bytes(TEXT.encode())
    (made.docs / "re\u202edm.md").write_bytes(OTHER.encode())
    made.commit("Begin")
    assert set(read(made).files.here) == {"caf\\xe9.md", "re\\u202edm.md"}


def test_old_versions_can_be_read_and_may_be_anything(made: Made) -> None:
    made.commit("Begin", {"a.workflow.yml": "steps: [\n\t{{{ not YAML"})
    made.commit("Grow", {"a.workflow.yml": b"\xff" * 3_000_000})
    made.commit("Mend", {"a.workflow.yml": "title: A\nsteps:\n  - do: Ask\n"})
    history = read(made)
    assert history.repository
    newest, grown, first = history.files.here["a.workflow.yml"].entries
    with contents_of(history.repository) as contents:
        assert contents.read(newest.blob) == b"title: A\nsteps:\n  - do: Ask\n"
        assert contents.read(grown.blob) is None  # larger than an SOP may be
        assert contents.read(first.blob) == b"steps: [\n\t{{{ not YAML"
        assert contents.read("") is None
        assert contents.read("1" * 40) is None
        assert contents.read(history.log.head) is None  # no file
        assert contents.read(newest.blob) == b"title: A\nsteps:\n  - do: Ask\n"


def test_a_damaged_version_is_none_and_the_next_one_is_read(made: Made) -> None:
    made.commit("Begin", {"a.md": TEXT})
    made.commit("Edit", {"a.md": OTHER})
    history = read(made)
    assert history.repository
    newest, oldest = history.files.here["a.md"].entries
    damaged = made.top / ".git/objects" / oldest.blob[:2] / oldest.blob[2:]
    damaged.chmod(0o644)
    damaged.write_bytes(b"nonsense")
    with contents_of(history.repository) as contents:
        assert contents.read(oldest.blob) is None
        assert contents.read(newest.blob) == OTHER.encode()
    assert [kind for kind, _ in told(file(made, "a.md"))] == ["changed", "created"]


def test_a_git_that_was_stopped_is_started_again(made: Made) -> None:
    made.commit("Begin", {"a.md": TEXT})
    history = read(made)
    assert history.repository
    blob = history.files.here["a.md"].blob
    with contents_of(history.repository) as contents:
        assert contents.read(blob) == TEXT.encode()
        assert contents._process
        contents._process.kill()
        contents._process.wait()
        assert contents.read(blob) is None
        assert contents.read(blob) == TEXT.encode()


# ---- attacks ----


def test_names_and_messages_stay_text(made: Made) -> None:
    made.commit(
        "\x1b[2J\u202e<script>alert(1)</script>\u202c\n\n:100644 100644 \x01{{7*7}}",
        {"a.md": TEXT},
        "\u202eevil\u202c\x07 '\"&lt; x <x@example.com>",
    )
    (commit,) = read(made).log.commits
    assert commit.message.title == "[2J<script>alert(1)</script>"
    assert commit.message.body == ":100644 100644 {{7*7}}"
    assert commit.author.name == "evil '\"&lt; x"


def test_no_address_leaves_the_repository(made: Made, tmp_path: Path) -> None:
    address = "ana@example.com"
    made.commit(
        f"Ask {address}\n\nWrite to <{address}> or {address}.\n\n"
        f"Co-authored-by: Ion <{address}>\nApproved-by: {address}\nSigned-off-by: Ion <{address}>",
        {"a.md": TEXT},
        f"{address} <{address}>",
    )
    history = read(made, tmp_path / "cache")
    export_history(history, tmp_path / "history.jsonl")
    for kept in (tmp_path / "history.jsonl", tmp_path / "cache" / CACHE):
        assert "@" not in kept.read_text(encoding="utf-8")
    (commit,) = history.log.commits
    assert commit.author.name == "ana"
    assert commit.message.approved_by == ("ana",)


def test_a_strangers_settings_start_nothing(made: Made, tmp_path: Path) -> None:
    made.commit("Begin", {"a.md": TEXT})
    made.git("checkout", "--quiet", "-b", "feature")
    made.commit("Edit", {"a.md": TEXT + "1\n", "../.gitattributes": "*.md diff=evil filter=evil\n"})
    made.git("checkout", "--quiet", "main")
    made.merge("feature", "Merge branch 'feature'")
    evil = f"touch {tmp_path}/started"
    settings = {
        "alias.log": f"!{evil}",
        "core.alternateRefsCommand": evil,
        "core.fsmonitor": evil,
        "core.pager": evil,
        "core.sshCommand": evil,
        "diff.evil.command": evil,
        "diff.evil.textconv": evil,
        "diff.external": evil,
        "diff.orderFile": "/nowhere",
        "diff.relative": "true",
        "diff.renames": "false",
        "filter.evil.clean": evil,
        "filter.evil.smudge": evil,
        "format.pretty": "oneline",
        "gpg.program": evil,
        "i18n.logOutputEncoding": "UTF-16",
        "log.diffMerges": "off",
        "log.follow": "true",
        "log.showRoot": "false",
        "log.showSignature": "true",
        "mailmap.file": str(tmp_path / "mailmap"),
        "pager.log": evil,
        "color.ui": "always",
    }
    for key, value in settings.items():
        made.git("config", key, value)
    (tmp_path / "mailmap").write_text("Nobody <ana@example.com>\n", encoding="utf-8")
    hooks = made.top / ".git/hooks"
    for hook in ("post-index-change", "post-checkout", "reference-transaction"):
        (hooks / hook).write_text(f"#!/bin/sh\n{evil}\n", encoding="utf-8")
        (hooks / hook).chmod(0o755)
    history = read(made)
    assert [kind for kind, _ in told(history.files.here["a.md"])] == ["changed", "created"]
    assert history.log.commits[0].author.name == "Ana Ionescu"
    assert history.repository
    with contents_of(history.repository) as contents:
        assert contents.read(history.files.here["a.md"].blob) == f"{TEXT}1\n".encode()
    assert not (tmp_path / "started").exists()


def test_what_is_exported_can_be_read_elsewhere(made: Made, tmp_path: Path) -> None:
    made.commit("Begin", {"a.md": TEXT})
    made.commit("Edit", {"a.md": OTHER}, BOT)
    history = read(made)
    export_history(history, tmp_path / "history.jsonl")
    imported = import_history(tmp_path / "history.jsonl")
    assert imported
    assert imported.log == history.log
    assert imported.files == history.files
    assert imported.repository is None
    assert import_history(tmp_path / "nothing.jsonl") is None


def test_a_cache_that_cannot_be_written_is_none(made: Made, tmp_path: Path) -> None:
    made.commit("Begin", {"a.md": TEXT})
    cache = tmp_path / "cache"
    (cache / CACHE / "in the way").mkdir(parents=True)
    assert told(read(made, cache).files.here["a.md"]) == [("created", "Begin")]
    assert [found.name for found in cache.iterdir()] == [CACHE]
    (tmp_path / "file").write_bytes(b"")
    read(made, tmp_path / "file" / "cache")


@pytest.mark.parametrize("damage", [b"", b"\xff\xfe", b"[]\n", b"nonsense"])
def test_a_damaged_cache_is_made_anew(made: Made, tmp_path: Path, damage: bytes) -> None:
    made.commit("Begin", {"a.md": TEXT})
    history = read(made, tmp_path)
    whole = (tmp_path / CACHE).read_bytes()
    (tmp_path / CACHE).write_bytes(damage + whole[len(damage) + 1 :])
    assert read(made, tmp_path).log == history.log
    assert (tmp_path / CACHE).read_bytes() == whole


def test_after_a_force_push_all_is_read_again(made: Made, tmp_path: Path) -> None:
    made.commit("Begin", {"a.md": TEXT})
    made.commit("Mistake", {"a.md": TEXT + "no\n"})
    read(made, tmp_path)
    made.git("reset", "--quiet", "--hard", "HEAD~1")
    made.commit("Right", {"a.md": TEXT + "yes\n"})
    made.git("reflog", "expire", "--expire=now", "--all")
    made.git("gc", "--quiet", "--prune=now")
    assert told(read(made, tmp_path).files.here["a.md"]) == [
        ("changed", "Right"),
        ("created", "Begin"),
    ]


def test_what_was_the_mainline_may_become_a_side(made: Made, tmp_path: Path) -> None:
    """Somebody merged main into a branch, and pushed that as main."""
    made.commit("Begin", {"a.md": TEXT, "b.md": OTHER})
    made.git("branch", "feature")
    made.commit("On main", {"a.md": TEXT + "1\n"})
    read(made, tmp_path)
    made.git("checkout", "--quiet", "feature")
    made.commit("On the branch", {"b.md": OTHER + "1\n"})
    made.merge("main", "Merge branch 'main' into feature")
    history = read(made, tmp_path)
    assert history.log == read(made).log
    assert [title for _, title in told(history.files.here["b.md"])] == ["On the branch", "Begin"]
    assert sop(made, "a", "a.md").entries[0].title == "On main"


def test_what_comes_in_from_outside_brings_its_past(made: Made, tmp_path: Path) -> None:
    made.commit("Begin", {"../a.md": TEXT, "b.md": OTHER})
    read(made, tmp_path)
    made.move(("../a.md", "a.md"))
    made.commit("Move in")
    assert [kind for kind, _ in told(read(made, tmp_path).files.here["a.md"])] == [
        "moved",
        "created",
    ]
    made.commit("Edit", {"a.md": TEXT + "1\n"})
    assert read(made, tmp_path).log == read(made).log


def test_a_clone_without_trees(made: Made, tmp_path: Path) -> None:
    made.commit("Begin", {"a.md": TEXT})
    made.commit("Edit", {"a.md": TEXT + "1\n"})
    missing = read_history(clone(made, tmp_path / "clone", "--filter=tree:0").docs)
    assert isinstance(missing, Missing)
    assert missing.lack is Lack.UNREADABLE


def test_a_cache_of_other_tools_is_not_used(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.commit("Begin", {"a.md": TEXT})
    read(made, tmp_path)
    before = (tmp_path / CACHE).read_bytes()

    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(git_history, "version", missing)
    assert read(made, tmp_path).log == read(made).log
    assert (tmp_path / CACHE).read_bytes() != before
