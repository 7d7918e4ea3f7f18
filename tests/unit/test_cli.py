"""The command line, as people start it."""

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner, Result

from sopbook.cli import main

GOOD = "title: Call\nsteps:\n  - do: Answer\n    by: agent\n  - end: Helped\n"
BAD = GOOD.replace("by: agent", "by: agnet")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    sops = tmp_path / "sops"
    (sops / "calls").mkdir(parents=True)
    (sops / "organisation.yml").write_text("roles:\n  agent: {title: Agent}\n", encoding="utf-8")
    (sops / "calls/call.workflow.yml").write_text(GOOD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return sops


def start(*words: str) -> Result:
    return CliRunner().invoke(main, words)


@pytest.mark.usefixtures("folder")
def test_check_of_a_right_folder() -> None:
    result = start("check")
    assert (result.exit_code, result.output) == (0, "Nothing found.\n")


def test_check_of_a_mistake(folder: Path) -> None:
    (folder / "calls/call.workflow.yml").write_text(BAD, encoding="utf-8")
    result = start("check")
    assert result.exit_code == 1
    assert result.output.startswith(
        "sops/calls/call.workflow.yml:4:9: error SOP301: `agnet` is not"
    )
    assert "\x1b" not in result.output


def test_check_of_one_file_knows_the_others(folder: Path) -> None:
    """Only its findings are shown, but the whole folder is known to it."""
    (folder / "calls/other.workflow.yml").write_text(BAD, encoding="utf-8")
    assert start("check", "sops/calls/call.workflow.yml").exit_code == 0
    assert start("check", "sops/calls/other.workflow.yml").exit_code == 1
    assert start("check", "sops/calls").exit_code == 1


@pytest.mark.usefixtures("folder")
def test_check_of_nothing_there() -> None:
    assert start("check", "nowhere").exit_code == 2


def test_links_out_of_the_folder_are_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("secret", encoding="utf-8")
    (folder / "secret.md").symlink_to(tmp_path / "secret.md")
    result = start("check")
    assert result.exit_code == 1
    assert "SOP119" in result.output


def test_colours_are_for_terminals(folder: Path) -> None:
    (folder / "calls/call.workflow.yml").write_text(BAD, encoding="utf-8")
    result = CliRunner().invoke(main, ["check"], color=True)
    assert "\x1b[1;31m" in result.output


def test_new_begins_an_sop_that_is_right(folder: Path) -> None:
    result = start("new", "returned-goods")
    assert result.exit_code == 0
    assert {file.name for file in folder.glob("returned-goods*")} == {
        "returned-goods.md",
        "returned-goods.workflow.yml",
    }
    assert start("check").exit_code == 0


def test_new_begins_a_department(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In an empty folder the first SOP comes with an organisation and a home page."""
    monkeypatch.chdir(tmp_path)
    assert start("new", "returned-goods").exit_code == 0
    assert (tmp_path / "sops/organisation.yml").is_file()
    assert (tmp_path / "sops/index.md").is_file()
    assert start("check").exit_code == 0
    workflow = tmp_path / "sops/returned-goods.workflow.yml"
    text = workflow.read_text(encoding="utf-8").replace("# by: agent  ", "by: agent  ")
    workflow.write_text(text, encoding="utf-8")
    assert start("check").exit_code == 0
    (tmp_path / "sops/index.md").write_text("# Mine\n", encoding="utf-8")
    assert start("new", "lost-parcel").exit_code == 0
    assert (tmp_path / "sops/index.md").read_text(encoding="utf-8") == "# Mine\n"


def test_new_overwrites_nothing(folder: Path) -> None:
    start("new", "returned-goods")
    (folder / "returned-goods.md").write_text("mine", encoding="utf-8")
    result = start("new", "returned-goods")
    assert result.exit_code == 2
    assert "nothing was written" in result.output
    assert (folder / "returned-goods.md").read_text(encoding="utf-8") == "mine"


@pytest.mark.usefixtures("folder")
def test_new_says_what_an_id_is() -> None:
    result = start("new", "Returned goods")
    assert result.exit_code == 2
    assert "small letters" in result.output


@pytest.mark.parametrize("name", ["workflow", "organisation"])
def test_schema(name: str) -> None:
    assert json.loads(start("schema", name).output)["type"] == "object"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("engine", ["graphlay", "graphviz"])
def test_draw_writes_a_picture(engine: str) -> None:
    words = ("draw", "sops/calls/call.workflow.yml", "-o", "call.svg", "--engine", engine)
    assert start(*words).exit_code == 0
    root = ET.fromstring(Path("call.svg").read_text(encoding="utf-8"))  # noqa: S314 - our own
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "Answer" in "".join(root.itertext())


def test_draw_of_a_text_says_why_not(folder: Path) -> None:
    (folder / "text.md").write_text("---\ntitle: T\nsummary: S\n---\n", encoding="utf-8")
    result = start("draw", "sops/text.md")
    assert result.exit_code == 2
    assert "no workflow" in result.output


def test_a_failure_of_the_tool_is_not_a_finding(folder: Path) -> None:
    """A file that cannot be read for its rights, a bug: exit code 2, so that CI can tell."""
    code = "import sopbook.cli as c; c.read_and_check = lambda root: 1 / 0; c.run()"
    done = subprocess.run(
        [sys.executable, "-c", code, "check"], cwd=folder.parent, capture_output=True, check=False
    )
    assert done.returncode == 2


def test_starts_without_the_host() -> None:
    """Checking needs no site generator: it is not loaded."""
    code = (
        "import sys, sopbook.cli;"
        "sys.exit(any(m in sys.modules for m in ('mkdocs', 'jinja2', 'markdown')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
