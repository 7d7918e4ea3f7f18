"""What we tell CI servers and pre-commit: it is written as they read it, and the commands run."""

import re
import shlex
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from sopbook.cli import main
from sopbook.core.source_files import is_ours
from tests.unit.report.schemas import GITHUB_WORKFLOW, GITLAB_CI, validator

PROJECT = Path(__file__).resolve().parent.parent.parent
README = (PROJECT / "README.md").read_text(encoding="utf-8")
RUNNER = CliRunner(env={"GITHUB_ACTIONS": None, "GITHUB_STEP_SUMMARY": None})
CHECK = re.compile(r"^ *-? ?(?:run: )?(sopbook check.*)$", re.MULTILINE)


def blocks(key: str) -> Iterator[str]:
    """Find the YAML of the README that has a key at some margin."""
    for block in re.findall(r"^```yaml\n(.*?)^```", README, re.MULTILINE | re.DOTALL):
        if re.search(rf"^ *{key}:", block, re.MULTILINE):
            yield block


def read(block: str) -> dict[str, Any]:
    """Read YAML in which `on` is a word, as CI servers do."""
    found = yaml.safe_load(block)
    return {"on" if key is True else key: value for key, value in found.items()}


def test_github_takes_our_workflow() -> None:
    (block,) = blocks("jobs")
    validator(GITHUB_WORKFLOW).validate(read(block))


def test_gitlab_takes_our_job() -> None:
    (block,) = blocks("artifacts")
    validator(GITLAB_CI).validate(read(block))
    (job,) = read(block).values()
    written = re.findall(r"--report (\w+)=(\S+)", block)
    named = {"gitlab": "codequality", "junit": "junit"}
    assert job["artifacts"]["reports"] == {named[name]: file for name, file in written}


@pytest.mark.parametrize(
    "command",
    [found for key in ("jobs", "artifacts") for b in blocks(key) for found in CHECK.findall(b)],
)
def test_the_commands_run(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are the ones a department copies: tried on the demo, whatever is found there today."""
    copytree(PROJECT / "sops", tmp_path / "sops")
    monkeypatch.chdir(tmp_path)
    result = RUNNER.invoke(main, [*shlex.split(command)[1:], "--on", "2026-11-22"])
    assert result.exit_code in {0, 1}
    for file in re.findall(r"=(\S+)", command):
        assert Path(file).stat().st_size


def hook() -> dict[str, Any]:
    (only,) = yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    return dict(only)


def test_the_hook_is_the_one_we_name() -> None:
    (block,) = blocks("repos")
    (repository,) = read(block)["repos"]
    assert [each["id"] for each in repository["hooks"]] == [hook()["id"]]
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert repository["rev"] == f"v{project['version']}"
    assert hook()["entry"].split()[0] in project["scripts"]


def test_the_hook_looks_at_every_source() -> None:
    listing = subprocess.run(
        ("git", "ls-files", "sops"), cwd=PROJECT, capture_output=True, text=True, check=True
    )
    sources = [file for file in listing.stdout.split() if is_ours(file.removeprefix("sops/"))]
    assert sources
    assert [file for file in sources if not re.search(hook()["files"], file)] == []
    assert re.search(hook()["files"], "sops/organization.yml")
    assert not re.search(hook()["files"], "plugin/sopbook/cli/checking.py")


def test_the_hook_starts_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sops").mkdir()
    monkeypatch.chdir(tmp_path)
    assert hook()["pass_filenames"] is False
    assert RUNNER.invoke(main, hook()["entry"].split()[1:]).exit_code == 0


WORKFLOWS = sorted((PROJECT / ".github/workflows").glob("*.yml"))


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_github_takes_our_own_workflows(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    # The schema is older than this name of a machine.
    validator(GITHUB_WORKFLOW).validate(read(text.replace("ubuntu-24.04", "ubuntu-latest")))
    used = re.findall(r"uses: (\S+)", text)
    assert [action for action in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", action)] == []


def test_what_may_write_runs_nothing_of_a_requests() -> None:
    """The comment is written without rights, and posted without the request's code."""
    written, posted = (
        (PROJECT / f".github/workflows/{name}.yml").read_text(encoding="utf-8")
        for name in ("difference", "comment")
    )
    assert read(written)["permissions"] == {"contents": "read"}
    assert "uses:" not in posted
    assert "secrets." not in written + posted
    (job,) = read(posted)["jobs"].values()
    scripts = [step["run"] for step in job["steps"]]
    # What others named comes through the environment: the shell never reads it as a command.
    assert not any("${{" in script for script in scripts)
