"""`sopbook diff` in real repositories: which versions are compared, and what cannot be."""

import json
from pathlib import Path

import pytest
from click.testing import Result

from tests.history.department import GONE, HOSTILE, NEW, TEXT, department
from tests.history.repositories import ION, Made, clone, make
from tests.unit.cli.started import run, start

FORMATS = ("text", "markdown", "mermaid", "html", "json")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Made:
    """The department, with its newer version not committed."""
    found = department(tmp_path / "department")
    monkeypatch.chdir(found.top)
    return found


@pytest.fixture
def here(made: Made, monkeypatch: pytest.MonkeyPatch) -> Made:
    """A repository with two commits; one stands in it."""
    made.commit("Begin", {"a.workflow.yml": GONE, "greeting.md": TEXT})
    made.commit("Faster", {"greeting.md": TEXT.replace("three", "two")})
    monkeypatch.chdir(made.top)
    return made


def changed(*words: str) -> list[str]:
    """The ids of the SOPs that changed."""
    result = start("diff", "--format", "json", *words)
    assert result.exit_code == 0, result.output
    return [each["id"] for each in json.loads(result.stdout)["sops"]]


def refused(*words: str) -> str:
    result = start("diff", *words)
    assert result.exit_code == 2
    assert "Traceback" not in result.output
    return result.output


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("language", ["en", "ro"])
def test_every_format_tells_every_change(name: str, language: str) -> None:
    result = start("diff", "--format", name, "--language", language)
    assert result.exit_code == 0, result.output
    assert "\x1b" not in result.output
    assert "Refund an order" in result.stdout


def test_the_last_commit_against_the_files(repository: Made) -> None:
    assert changed() == ["broken", "chat", "evil", "greeting", "refund", "fax", "parting"]
    repository.commit("Now")
    assert changed() == []
    assert len(changed("HEAD~1")) == 7
    assert len(changed("HEAD~1..HEAD")) == 7
    assert len(changed("HEAD~1..")) == 7


@pytest.mark.usefixtures("here")
def test_the_way_back() -> None:
    forth, back = (start("diff", typed).output for typed in ("HEAD~1..HEAD", "..HEAD~1"))
    assert "[-three-] {+two+}" in forth
    assert "[-two-] {+three+}" in back


def test_what_a_branch_changed_since_it_left(here: Made) -> None:
    here.git("checkout", "--quiet", "-b", "change")
    here.commit("New", {"chat.workflow.yml": NEW}, author=ION)
    here.git("checkout", "--quiet", "main")
    here.commit("Gone", {"a.workflow.yml": None})
    assert changed("main...change") == ["chat"]
    assert changed("main..change") == ["a", "chat"]


def test_branches_without_a_common_version(here: Made) -> None:
    here.git("checkout", "--quiet", "--orphan", "other")
    here.commit("Other")
    assert "no version in common; write `main..other`" in refused("main...other")


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    "words",
    [
        "refund", "HEAD refund", "sops/money", "money", "sops/money/refund.workflow.yml",
        "HEAD money/refund.workflow.yml",
    ],
)  # fmt: skip
def test_sops_by_id_file_or_folder(words: str) -> None:
    assert changed(*words.split()) == ["refund"]


@pytest.mark.usefixtures("repository")
def test_an_sop_that_is_gone_is_found() -> None:
    assert changed("HEAD", "fax") == ["fax"]
    assert changed("sops/fax.workflow.yml") == ["fax"]
    assert len(changed(".")) == 7


def test_from_within_the_docs_folder_and_from_outside(
    repository: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository.docs / "money")
    assert len(changed(".")) == 1
    monkeypatch.chdir(repository.top.parent)
    assert changed("department/sops/money") == ["refund"]


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    "words, expected",
    [
        ("nosuch..HEAD", "`nosuch` is no version in this repository"),
        ("greetin", "Did you mean `greeting`?"),
        ("HEAD xyzzy-and-so-on", "neither a version nor an SOP. There are 2 SOPs here."),
        ("HEAD ../gone", "neither a version nor an SOP"),
        ("../gone.md", "neither a version nor an SOP"),
        ("HEAD..--output=x", "`--output=x` is no version"),
        ("HEAD..a\x00b", "is no version"),
        (" ..HEAD", "` ` is no version"),
    ],
)
def test_what_is_not_known_is_named(words: str, expected: str) -> None:
    assert expected in refused(*words.split(" ") if words.strip() == words else [words])


@pytest.mark.usefixtures("here")
def test_an_option_of_gits_is_no_version(tmp_path: Path) -> None:
    assert "neither a version nor an SOP" in refused("--", f"--output={tmp_path / 'x'}")
    assert not (tmp_path / "x").exists()


def test_a_name_with_two_meanings(here: Made) -> None:
    here.git("branch", "greeting")
    assert "is a version and an SOP or a file, too" in refused("greeting")
    assert changed("HEAD~1", "greeting") == ["greeting"]


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sops").mkdir()
    monkeypatch.chdir(tmp_path)
    assert "no git repository" in refused()


def test_no_docs_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "`sops` is not there" in refused()


def test_nothing_committed(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(made.top)
    assert "nothing is committed yet" in refused()


def test_a_clone_that_is_cut_short(
    here: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = clone(here, tmp_path / "copy", "--depth=1")
    monkeypatch.chdir(copy.top)
    assert changed() == []
    assert "A clone that was cut short may not have it." in refused("HEAD~1..HEAD")


def test_a_clone_without_old_contents(
    here: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = clone(here, tmp_path / "copy", "--filter=blob:none")
    monkeypatch.chdir(copy.top)
    result = start("diff", "HEAD~1")
    assert "This version cannot be compared with the one before" in result.output
    assert "its contents are not at hand" in result.output


def test_links_and_hidden_files_are_no_sources(here: Made) -> None:
    (here.docs / "link.md").symlink_to("/etc/passwd")
    here.commit("Link", {".hidden/x.md": TEXT, "picture.svg": "<svg/>", "index.md": "# Home\n"})
    found = json.loads(start("diff", "--format", "json", "HEAD~1..HEAD").stdout)
    assert found["sops"] == []
    assert found["others"] == ["index.md"]


def test_a_docs_folder_that_was_not_there_yet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make(tmp_path / "repository")
    (made.top / "readme").write_text("x", encoding="utf-8")
    made.commit("Begin")
    made.commit("First", {"a.workflow.yml": GONE})
    monkeypatch.chdir(made.top)
    assert changed("HEAD~1..HEAD") == ["a"]


def test_odd_names_of_files(here: Made) -> None:
    here.commit("Odd", {'a "b"\tș/one.workflow.yml': GONE, "-x/two.workflow.yml": GONE})
    assert changed("HEAD~1..HEAD") == ["two", "one"]


@pytest.mark.usefixtures("here")
def test_exit_codes() -> None:
    assert start("diff", "HEAD~1").exit_code == 0
    assert start("diff", "HEAD~1", "--exit-code").exit_code == 1
    assert start("diff", "--exit-code").exit_code == 0


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize("name", FORMATS)
def test_into_a_file(name: str, tmp_path: Path) -> None:
    file = tmp_path / "new" / "file"
    result: Result = start("diff", "--format", name, "-o", str(file))
    assert result.output == ""
    assert file.read_text(encoding="utf-8") == start("diff", "--format", name, "-o", "-").stdout


def test_the_same_bytes_each_time_and_without_colours(repository: Made) -> None:
    first, second = (run("diff", "--format", "html", cwd=repository.top) for _ in range(2))
    assert first.stdout == second.stdout
    assert b"\x1b" not in run("diff", cwd=repository.top).stdout


@pytest.mark.usefixtures("repository")
def test_the_page_takes_no_text_for_markup() -> None:
    page = start("diff", "--format", "html").stdout
    assert "<img" not in page
    assert "<script" not in page
    assert HOSTILE.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&#34;") in page
