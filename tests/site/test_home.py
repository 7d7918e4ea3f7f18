"""A site has a home, whether somebody wrote one or not."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from mkdocs.commands.build import build

from tests.site.workshop import FILES, configure, make, said, write

NOTHING: Mapping[str, str] = MappingProxyType({})


def home(site: Path) -> str:
    return (site / "index.html").read_text(encoding="utf-8")


def without_index(root: Path, files: Mapping[str, str] = NOTHING, **settings: Any) -> Path:
    """Build the department without a first page."""
    write(root, {name: text for name, text in (FILES | {**files}).items() if name != "index.md"})
    config = configure(root, strict=True, use_directory_urls=False, **settings)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return Path(config.site_dir)


def test_a_page_with_the_list_has_the_search_below_its_title(tmp_path: Path) -> None:
    text = "# Home\n\nHello.\n\n```sops\n```\n\nGoodbye.\n"
    html = home(make(tmp_path, {"index.md": text}, use_directory_urls=False))
    places = [html.index(mark) for mark in ("</h1>", "sopbook-start", "Hello.", "sopbook-listing")]
    assert places == sorted(places)
    assert html.index("sopbook-duties") < html.index("Goodbye.")


def test_where_nobody_wrote_a_home_there_is_one(tmp_path: Path) -> None:
    with said() as lines:
        site = without_index(tmp_path)
    html = home(site)
    assert "Our SOPs</h1>" in html
    assert 'href="call.html" data-sopbook-sop="call"' in html
    assert "sopbook-start" in html
    assert not [line for line in lines if "index" in line]
    call = (site / "call.html").read_text(encoding="utf-8")
    assert '<a href="index.html" class="md-nav__link">' in call


def test_an_authors_navigation_need_not_name_it(tmp_path: Path) -> None:
    with said() as lines:
        site = without_index(tmp_path, nav=[{"The call": "call.md"}])
    assert "sopbook-listing" in home(site)
    assert not [line for line in lines if "not included" in line]


def test_a_readme_is_a_home_too(tmp_path: Path) -> None:
    html = home(without_index(tmp_path, {"README.md": "# Mine\n"}))
    assert "Mine</h1>" in html
    assert "sopbook-listing" not in html
