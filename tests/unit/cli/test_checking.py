"""`sopbook check`, as a lead and as a CI server use it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from junitparser import JUnitXml

from sopbook.cli import main
from sopbook.report.catalogue import FORMATS
from tests.unit.cli.started import ADVICE, BAD, GOOD, WARNING, start

CALL = "sops/calls/call.workflow.yml"


def write(text: str, file: str = CALL) -> None:
    Path(file).parent.mkdir(parents=True, exist_ok=True)
    Path(file).write_text(text, encoding="utf-8")


@pytest.mark.usefixtures("folder")
def test_a_right_folder() -> None:
    result = start("check")
    assert (result.exit_code, result.output) == (0, "Nothing found.\n")


@pytest.mark.usefixtures("folder")
def test_a_mistake() -> None:
    write(BAD)
    result = start("check")
    assert result.exit_code == 1
    assert result.output.startswith(f"{CALL}:6:9: error SOP301: `agnet` is not")
    assert result.output.endswith("\n1 error\n`sopbook explain SOP301` tells more.\n")
    assert "\x1b" not in result.output


@pytest.mark.usefixtures("folder")
def test_one_file_knows_the_others() -> None:
    """Only its findings are shown, but the whole folder is known to it."""
    write(BAD, "sops/calls/other.workflow.yml")
    assert start("check", CALL).exit_code == 0
    assert start("check", "sops/calls/other.workflow.yml").exit_code == 1
    assert start("check", "sops/calls").exit_code == 1


@pytest.mark.usefixtures("folder")
def test_nothing_there() -> None:
    assert start("check", "nowhere").exit_code == 2


def test_links_out_of_the_folder_are_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("secret", encoding="utf-8")
    (folder / "secret.md").symlink_to(tmp_path / "secret.md")
    for named in ("sops", "sops/secret.md"):
        result = start("check", named)
        assert result.exit_code == 1
        assert "SOP119" in result.output


def test_a_folder_by_another_way(folder: Path, tmp_path: Path) -> None:
    """What is found does not depend on the name the folder was given by."""
    write(BAD)
    (tmp_path / "link").symlink_to(folder)
    for named in ("link", "link/calls/call.workflow.yml", "sops/../sops", str(folder), "."):
        assert start("check", named).exit_code == 1


@pytest.mark.usefixtures("folder")
def test_colours_are_for_terminals() -> None:
    write(BAD)
    result = CliRunner().invoke(main, ["check"], color=True)
    assert "\x1b[1;31m" in result.output


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "fail_on, found, code",
    [
        ("error", BAD, 1),
        ("error", WARNING, 0),
        ("warning", BAD, 1),
        ("warning", WARNING, 1),
        ("advice", WARNING, 1),
        ("advice", GOOD, 0),
    ],
)
def test_what_fails(fail_on: str, found: str, code: int) -> None:
    write(found)
    assert start("check", "--fail-on", fail_on).exit_code == code


@pytest.mark.usefixtures("folder")
def test_advice_alone_is_told_and_fails_nothing() -> None:
    write(WARNING)
    write(ADVICE, "mkdocs.yml")
    result = start("check")
    assert result.exit_code == 0
    assert "advice SOP210" in result.output
    assert start("check", "--fail-on", "advice").exit_code == 1


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("text, code", [(GOOD, 0), (BAD, 1)])
def test_every_format_printed_and_written(name: str, text: str, code: int) -> None:
    write(text)
    printed = start("check", "--format", name, "--report", f"{name}=reports/{name}")
    assert printed.exit_code == code
    assert printed.stdout_bytes == Path("reports", name).read_bytes()
    assert ("SOP301" in printed.output) == (code == 1)


@pytest.mark.usefixtures("folder")
def test_several_reports_of_one_run() -> None:
    """A folder that is not there is made; the screen still has the text."""
    write(BAD)
    words = ("--report", "sarif=out/ci/sops.sarif", "--report", "junit=out/ci/sops.xml")
    result = start("check", *words, "--report", "json=sops.json")
    assert result.exit_code == 1
    assert result.output.endswith("tells more.\n")
    (run,) = json.loads(Path("out/ci/sops.sarif").read_bytes())["runs"]
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["shortDescription"]["text"] == "A name that is no person, role or team"
    assert JUnitXml.fromfile("out/ci/sops.xml").failures == 1
    assert json.loads(Path("sops.json").read_bytes())["findings"][0]["path"] == CALL


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "words, told",
    [
        (("--format", "githb"), "`githb` is not a format. Did you mean `github`?"),
        (("--format", "pdf"), "`pdf` is not a format. There are: text, github, gitlab,"),
        (("--report", "sarf=a"), "`sarf` is not a format. Did you mean `sarif`?"),
        (("--report", "sarif"), "No file is named for `sarif`: write `sarif=FILE`."),
        (("--report", "sarif="), "No file is named for `sarif`: write `sarif=FILE`."),
        (("--report", "json=a", "--report", "sarif=a"), "cannot both be written to `a`"),
        (("--fail-on", "never"), "'never' is not one of"),
        (("--on", "tomorrow"), "'tomorrow' does not match"),
    ],
)
def test_wrong_words(words: tuple[str, ...], told: str) -> None:
    result = start("check", *words)
    assert result.exit_code == 2
    assert told in result.output


@pytest.mark.usefixtures("folder")
def test_under_github_actions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its format is chosen by itself; the summary goes on where another step's program ended."""
    write(BAD)
    Path("summary.md").write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    result = start("check")
    assert result.exit_code == 1
    assert result.output.startswith(f"::error file={CALL},line=6,")
    summary = Path("summary.md").read_text(encoding="utf-8")
    assert summary.startswith("before\n### SOPs: 1 error\n")
    assert start("check", "--format", "text").output.startswith(f"{CALL}:6:9: error")
    assert Path("summary.md").read_text(encoding="utf-8") == summary


@pytest.mark.usefixtures("folder")
def test_several_folders_in_one_report() -> None:
    """Each is a department of its own, with its own people."""
    write(BAD)
    write("people: {}\n", "other/organisation.yml")
    write(BAD, "other/call.workflow.yml")
    result = start("check", "sops/calls", "other", "sops", "--format", "json")
    found = json.loads(result.output)["findings"]
    assert sorted({each["path"] for each in found}) == ["other/call.workflow.yml", CALL]
    assert result.exit_code == 1


def test_paths_are_seen_from_here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(BAD)
    for where, seen in ((folder, "calls/"), (folder / "calls", "../calls/")):
        monkeypatch.chdir(where)
        for words in (("check",), ("check", ".")):
            assert start(*words).output.startswith(f"{seen}call.workflow.yml:6:9: error")


def test_the_docs_folder_of_the_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a path it is the one the site is made of; from a folder below, too."""
    monkeypatch.chdir(tmp_path)
    write("plugins: [sopbook]\ndocs_dir: handbook\n", "mkdocs.yml")
    assert "`handbook` is not there" in start("check").output
    write(BAD, "handbook/calls/call.workflow.yml")
    write("# README\n\n[nowhere](nowhere.md)\n", "README.md")
    for where in (tmp_path, tmp_path / "handbook", tmp_path / "handbook/calls"):
        monkeypatch.chdir(where)
        assert start("check").exit_code == 1
        assert start("check", ".").exit_code == 1
        assert "README" not in start("check", ".").output


def test_nothing_to_check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = start("check")
    assert result.exit_code == 2
    assert "The docs folder `sops` is not there" in result.output


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "text, told",
    [
        ("plugins: [sopbook: {checks: {SOP999: off}}]", "mkdocs.yml: `SOP999` is not the code"),
        ("plugins: [sopbook: {checks: {218: off}}]", "mkdocs.yml: `218` is not the code"),
        ("plugins: [sopbook: {checks: [SOP210]}]", "mkdocs.yml: Expected codes with severities"),
        ("plugins: [sopbook: {checks: {SOP210: fatal}}]", "`fatal` is not one of: error, warning"),
        ("plugins: [sopbook", "mkdocs.yml:3 cannot be read"),
    ],
)
def test_a_project_that_cannot_be_read(text: str, told: str) -> None:
    """It is the project's mistake, and no finding: exit code 2, without a traceback."""
    write(f"docs_dir: sops\n{text}\n", "mkdocs.yml")
    result = start("check")
    assert (result.exit_code, result.exception.__class__) == (2, SystemExit)
    assert told in result.output
