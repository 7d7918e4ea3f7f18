"""`sopbook new`: what it writes is right, and nothing is lost."""

from pathlib import Path

import pytest

from tests.unit.cli.started import start

# What is still to be filled in is told, and stops no preview.
CHECK = ("check", "--fail-on", "error")


def test_an_sop_that_is_right(folder: Path) -> None:
    result = start("new", "returned-goods")
    assert result.exit_code == 0
    assert f"Wrote {Path('sops/returned-goods.md')}\n" in result.output
    assert {file.name for file in folder.glob("returned-goods*")} == {
        "returned-goods.md",
        "returned-goods.workflow.yml",
    }
    assert start(*CHECK).exit_code == 0


def test_a_department(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In an empty folder the first SOP comes with an organisation and a home page."""
    monkeypatch.chdir(tmp_path)
    assert start("new", "returned-goods").exit_code == 0
    assert (tmp_path / "sops/organisation.yml").is_file()
    assert (tmp_path / "sops/index.md").is_file()
    assert start(*CHECK).exit_code == 0
    workflow = tmp_path / "sops/returned-goods.workflow.yml"
    text = workflow.read_text(encoding="utf-8").replace("# by: agent  ", "by: agent  ")
    workflow.write_text(text, encoding="utf-8")
    assert start(*CHECK).exit_code == 0
    (tmp_path / "sops/index.md").write_text("# Mine\n", encoding="utf-8")
    assert start("new", "lost-parcel").exit_code == 0
    assert (tmp_path / "sops/index.md").read_text(encoding="utf-8") == "# Mine\n"


def test_in_the_docs_folder_of_the_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mkdocs.yml").write_text("docs_dir: handbook\nplugins: [sopbook]\n", encoding="utf-8")
    assert start("new", "returned-goods").exit_code == 0
    assert Path("handbook/returned-goods.md").is_file()
    assert Path("handbook/organisation.yml").is_file()
    assert start("new", "lost-parcel", "--into", "handbook/parcels").exit_code == 0
    assert Path("handbook/parcels/lost-parcel.md").is_file()
    assert start(*CHECK).exit_code == 0


def test_nothing_is_overwritten(folder: Path) -> None:
    start("new", "returned-goods")
    (folder / "returned-goods.md").write_text("mine", encoding="utf-8")
    result = start("new", "returned-goods")
    assert result.exit_code == 2
    assert "nothing was written" in result.output
    assert (folder / "returned-goods.md").read_text(encoding="utf-8") == "mine"


@pytest.mark.usefixtures("folder")
def test_what_an_id_is() -> None:
    result = start("new", "Returned goods")
    assert result.exit_code == 2
    assert "small letters" in result.output
