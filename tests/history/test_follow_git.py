"""A made-up repository of years: every file's list against the truth, and against git's own."""

import subprocess
from pathlib import Path

import pytest

from sopbook.history.git_history import CACHE, History, read_history
from tests.history.generated import COPY, Story, tell
from tests.history.repositories import git


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    return tell(tmp_path_factory.mktemp("years"), commits=500, files=40)


def read(top: Path, cache: Path | None = None) -> History:
    history = read_history(top / "docs", cache)
    assert isinstance(history, History), history
    return history


def lists(top: Path) -> dict[str, tuple[str, ...]]:
    here = read(top).files.here
    return {path: tuple(e.commit.id for e in file.entries) for path, file in here.items()}


def followed(top: Path, path: str) -> tuple[str, ...]:
    """What `git log --follow` lists, of what was published."""
    arguments = (
        "--follow",
        "--first-parent",
        "--diff-merges=first-parent",
        "--no-patch",
        "--format=%H",
        "--",
    )
    return tuple(git(top, "log", *arguments, f"docs/{path}").split())


def test_every_list_is_true(story: Story) -> None:
    assert lists(story.top) == story.truth


def test_every_list_is_what_git_follows_unless_git_cannot_see_it(story: Story) -> None:
    found = lists(story.top)
    git_lists = {path: followed(story.top, path) for path in found}
    differ = {path for path in found if git_lists[path] != found[path]}
    assert {path for path in differ if not story.unseen[path]} == set()
    for path in differ:
        if story.unseen[path] == {COPY}:
            assert git_lists[path][: len(found[path])] == found[path]
    assert len(differ) < len(found) / 2


def test_what_is_there_is_what_git_has(story: Story) -> None:
    tree = git(story.top, "ls-tree", "-r", "-z", "HEAD:docs").split("\0")
    here = read(story.top).files.here
    assert sorted(f"100644 blob {here[path].blob}\t{path}" for path in here) == sorted(tree[:-1])


def test_the_parts_of_a_merge_are_those_git_names(story: Story) -> None:
    for file in read(story.top).files.here.values():
        for entry in file.entries:
            if len(entry.commit.parents) > 1:
                main, side = entry.commit.parents
                paths = (entry.old_path, entry.path)
                named = (f"docs/{path}" for path in paths)
                sides = git(story.top, "log", "--format=%H", f"{main}..{side}", "--", *named)
                parts = [p.id for p in entry.commit.parts if not {*paths}.isdisjoint(p.paths)]
                assert parts == sides.split()


def test_with_a_cache_all_is_the_same(story: Story, tmp_path: Path) -> None:
    """Built again and again while history grows, and while it is taken back."""
    top = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", str(story.top), str(top))
    line = git(top, "rev-list", "--first-parent", "HEAD").split()
    for commit in (line[300], line[299], line[150], line[151], line[0], line[0]):
        git(top, "update-ref", "HEAD", commit)
        assert read(top, tmp_path / "cache").log == read(top).log
    assert (tmp_path / "cache" / CACHE).exists()


def test_nothing_is_read_twice(
    story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a cache, git is asked where it stands, and for what is new."""
    first = read(story.top, tmp_path)
    started: list[list[str]] = []
    popen = subprocess.Popen

    class Counted(popen):  # type: ignore[misc, valid-type]
        def __init__(self, command: list[str], **more: object) -> None:
            started.append(command)
            super().__init__(command, **more)

    monkeypatch.setattr(subprocess, "Popen", Counted)
    assert read(story.top, tmp_path).log == first.log
    assert [next(word for word in c if word in {"version", "rev-parse"}) for c in started] == [
        "version",
        "rev-parse",
    ]
