"""`sopbook draw` and `sopbook schema`: files for other programs."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.unit.cli.started import start


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("engine", ["graphlay", "graphviz"])
def test_a_picture(engine: str) -> None:
    words = ("draw", "sops/calls/call.workflow.yml", "-o", "call.svg", "--engine", engine)
    assert start(*words).exit_code == 0
    root = ET.fromstring(Path("call.svg").read_text(encoding="utf-8"))  # noqa: S314 - our own
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "Answer" in "".join(root.itertext())


@pytest.mark.usefixtures("folder")
def test_a_picture_on_the_screen() -> None:
    assert start("draw", "sops/calls/call.workflow.yml").output.startswith("<svg")


def test_a_text_says_why_not(folder: Path) -> None:
    (folder / "text.md").write_text("---\ntitle: T\nsummary: S\n---\n", encoding="utf-8")
    result = start("draw", "sops/text.md")
    assert result.exit_code == 2
    assert "no workflow" in result.output


def test_an_engine_that_is_not_installed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "sopbook.graphviz", None)
    result = start("draw", str(folder / "calls/call.workflow.yml"), "--engine", "graphviz")
    assert result.exit_code == 2


@pytest.mark.parametrize("name", ["workflow", "organisation"])
def test_a_schema(name: str, tmp_path: Path) -> None:
    printed = json.loads(start("schema", name).output)
    assert printed["type"] == "object"
    assert start("schema", "--into", str(tmp_path)).exit_code == 0
    assert json.loads((tmp_path / f"{name}.schema.json").read_text(encoding="utf-8")) == printed
