"""`sopbook history`: a history in a file, and where it is put."""

from pathlib import Path

import pytest

from tests.history.department import GONE
from tests.history.repositories import Made
from tests.unit.cli.started import start

PROJECT = "docs_dir: sops\nplugins:\n  - sopbook:\n      history_file: kept/history.jsonl\n"


@pytest.fixture
def here(made: Made, monkeypatch: pytest.MonkeyPatch) -> Made:
    made.commit("Begin", {"a.workflow.yml": GONE})
    made.commit("More", {"b.workflow.yml": GONE})
    monkeypatch.chdir(made.top)
    return made


@pytest.mark.usefixtures("here")
def test_there_and_back() -> None:
    told = "2 published changes of 2 files, from 2026-01-02 to 2026-01-03."
    assert start("history", "export", "x.jsonl").output == f"Wrote x.jsonl: {told}\n"
    assert "example.com" not in Path("x.jsonl").read_text(encoding="utf-8")
    result = start("history", "import", "x.jsonl")
    assert result.exit_code == 0
    assert f"x.jsonl: {told}" in result.output
    assert "history_file: x.jsonl" in result.output


@pytest.mark.usefixtures("here")
def test_it_is_put_where_the_site_is_built_from() -> None:
    Path("mkdocs.yml").write_text(PROJECT, encoding="utf-8")
    start("history", "export", "x.jsonl")
    for file in ("x.jsonl", "kept/history.jsonl"):
        result = start("history", "import", file)
        assert "is read from kept/history.jsonl." in result.output
    assert Path("kept/history.jsonl").read_bytes() == Path("x.jsonl").read_bytes()


@pytest.mark.usefixtures("here")
def test_what_is_no_history_is_refused_and_put_nowhere() -> None:
    Path("mkdocs.yml").write_text(PROJECT, encoding="utf-8")
    start("history", "export", "x.jsonl")
    half = Path("x.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)[:-1]
    Path("x.jsonl").write_text("".join(half), encoding="utf-8")
    result = start("history", "import", "x.jsonl")
    assert result.exit_code == 2
    assert "x.jsonl is no exported history, or not whole" in result.output
    assert not Path("kept").exists()


def test_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sops").mkdir()
    monkeypatch.chdir(tmp_path)
    result = start("history", "export", "x.jsonl")
    assert result.exit_code == 2
    assert "no history to export: the docs folder is in no git repository." in result.output
    assert not Path("x.jsonl").exists()


def test_nothing_of_it_is_published(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    (made.top / "readme").write_text("x", encoding="utf-8")
    made.commit("Begin")
    monkeypatch.chdir(made.top)
    assert "no published change." in start("history", "export", "x.jsonl").output
