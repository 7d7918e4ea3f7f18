"""What the command line takes from the host's file, and what it makes of a broken one."""

from pathlib import Path

import pytest
from mkdocs.config import load_config

from sopbook.project import Project, project_around


def at(folder: Path, text: str, name: str = "mkdocs.yml") -> Project:
    (folder / name).write_text(text, encoding="utf-8")
    return project_around(folder)


def test_no_project(tmp_path: Path) -> None:
    assert project_around(tmp_path) == Project()
    assert not Project().holds(tmp_path)


@pytest.mark.parametrize("name", ["mkdocs.yml", "mkdocs.yaml", "properdocs.yml"])
def test_the_nearest_project_upwards(tmp_path: Path, name: str) -> None:
    deep = tmp_path / "sops" / "calls"
    deep.mkdir(parents=True)
    at(tmp_path, "docs_dir: sops\nplugins: [sopbook]\n", name)
    found = project_around(deep)
    assert found == Project(tmp_path / name, tmp_path / "sops")
    assert found.holds(deep)
    assert not found.holds(tmp_path / "elsewhere")


@pytest.mark.parametrize(
    "plugins",
    [
        "plugins:\n  - material/search\n  - sopbook:\n      checks: {SOP210: advice}\n",
        "plugins:\n  material/search: {}\n  sopbook:\n    checks: {SOP210: advice}\n",
        "plugins: [search, {sopbook: {checks: {SOP210: advice}}}]\n",
    ],
)
def test_settings_from_either_way_of_listing(tmp_path: Path, plugins: str) -> None:
    assert at(tmp_path, plugins).settings == {"checks": {"SOP210": "advice"}}


@pytest.mark.parametrize(
    "plugins", ["plugins: [sopbook]", "plugins: {sopbook: }", "plugins: [sopbook: 7]"]
)
def test_a_plugin_without_settings(tmp_path: Path, plugins: str) -> None:
    assert at(tmp_path, plugins) == Project(tmp_path / "mkdocs.yml", tmp_path / "docs")


@pytest.mark.parametrize(
    "text",
    [
        "docs_dir: docs\nplugins: [search]",
        "docs_dir: docs",
        "plugins: [[sopbook]]",
        "plugins: 3",
        "plugins: [material/sopbook, {other/sopbook: {}}]",
        "plugins: ",
        "- a list",
        "",
    ],
)
def test_without_the_plugin_it_is_another_project(tmp_path: Path, text: str) -> None:
    """Its docs folder holds no SOPs, and what it says is not about ours."""
    assert at(tmp_path, text) == Project()


def test_tags_of_the_host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OUR_SOPS", "procedures")
    monkeypatch.delenv("NOT_SET", raising=False)
    text = (
        "docs_dir: !ENV [NOT_SET, OUR_SOPS, docs]\n"
        "markdown_extensions:\n"
        "  - pymdownx.superfences:\n"
        "      format: !!python/name:pymdownx.superfences.fence_code_format\n"
        "  - pymdownx.snippets: {base_path: !relative $config_dir}\n"
        "plugins:\n"
        "  - sopbook: {checks: {SOP210: !ENV [NOT_SET, warning]}}\n"
    )
    found = at(tmp_path, text)
    assert found.docs_folder == tmp_path / "procedures"
    assert found.settings == {"checks": {"SOP210": "warning"}}


def test_what_is_inherited(tmp_path: Path) -> None:
    """As the host does it: tables are merged, lists replaced, folders seen from the own file."""
    base = tmp_path / "base"
    base.mkdir()
    (base / "mkdocs.yml").write_text(
        "docs_dir: sops\nsite_name: Ours\n"
        "plugins: {search: {}, sopbook: {checks: {SOP210: advice}, report: 'mailto:a@b.com'}}\n",
        encoding="utf-8",
    )
    own = tmp_path / "own"
    (own / "sops").mkdir(parents=True)
    found = at(own, "INHERIT: ../base/mkdocs.yml\nplugins: {sopbook: {report: ''}}\n")
    assert found.settings == {"checks": {"SOP210": "advice"}, "report": ""}
    host = load_config(str(own / "mkdocs.yml"))
    assert Path(host.docs_dir) == found.docs_folder == own / "sops"
    assert host.plugins["sopbook"].config["report"] == ""
    assert at(own, "INHERIT: ../base/mkdocs.yml\nplugins: [search]\n") == Project()


def test_what_inherits_from_itself(tmp_path: Path) -> None:
    assert at(tmp_path, "INHERIT: mkdocs.yml\nplugins: [sopbook]\n").settings == {}


def test_a_byte_order_mark(tmp_path: Path) -> None:
    assert at(tmp_path, "\ufeffdocs_dir: sops\nplugins: [sopbook]\n").docs_folder


@pytest.mark.parametrize(
    "text, told",
    [
        ("plugins: [sopbook\ndocs_dir: x\n", ":2 cannot be read: "),
        ("a: *nothing\n", ":1 cannot be read: found undefined alias"),
        ("a: \x01\n", " cannot be read: "),
        ("INHERIT: nowhere.yml\n", " inherits from `nowhere.yml`, which is not there"),
        ("a: !ENV {b: c}\n", ":1 cannot be read: expected a scalar or sequence node"),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ValueError, match=r"mkdocs\.yml") as error:
        at(tmp_path, text)
    assert told in str(error.value)


def test_a_file_in_no_known_encoding(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_bytes(b"site_name: caf\xe9\n")
    with pytest.raises(ValueError, match="cannot be read"):
        project_around(tmp_path)


def test_where_the_site_will_be(tmp_path: Path) -> None:
    """Its address, and whether each page has a folder of its own."""
    plain = "plugins: [sopbook]\n"
    found = at(tmp_path, plain)
    assert (found.site_url, found.in_folders) == ("", True)
    found = at(tmp_path, f"{plain}site_url: https://a.example.com\nuse_directory_urls: false\n")
    assert (found.site_url, found.in_folders) == ("https://a.example.com", False)
    assert at(tmp_path, f"{plain}site_url: [1]\n").site_url == ""
