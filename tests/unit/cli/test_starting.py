"""`sopbook new`: what it writes is right, and nothing is lost."""

from pathlib import Path

import pytest

from tests.unit.cli.started import start

CHECK = ("check", "--fail-on", "advice")


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


def test_names_of_the_department(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who acts is somebody of this department; where nobody is known, the lines wait."""
    monkeypatch.chdir(tmp_path)
    Path("sops").mkdir()
    who = Path("sops/organisation.yml")
    who.write_text("people: {marta: {name: Marta}}\n", encoding="utf-8")
    start("new", "returned-goods")
    assert "  by: marta" in Path("sops/returned-goods.workflow.yml").read_text(encoding="utf-8")
    who.write_text("tools: {till: {title: Till}}\n", encoding="utf-8")
    start("new", "lost-parcel")
    assert "    # by: …" in Path("sops/lost-parcel.workflow.yml").read_text(encoding="utf-8")


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
