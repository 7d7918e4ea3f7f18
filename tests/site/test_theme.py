"""What the theme prints for the search, in sites of any address and any theme."""

import json
import re
from pathlib import Path

import pytest

from tests.site.workshop import make

CONFIG = re.compile(r'<script id="__config" type="application/json">(.*?)</script>', re.DOTALL)
CALL = re.compile(r'<a class="sopbook-call" href="([^"]*)"')
WORKER = "assets/sopbook/search/worker.js"


def worker(page: str) -> str:
    found = CONFIG.search(page)
    assert found
    return str(json.loads(found[1])["search"])


@pytest.mark.parametrize(
    "in_folders, page, root",
    [(True, "call/index.html", "../"), (False, "call.html", "")],
)
def test_material_s_box_asks_our_worker(
    tmp_path: Path, page: str, root: str, *, in_folders: bool
) -> None:
    site = make(tmp_path, {}, use_directory_urls=in_folders)
    text = (site / page).read_text(encoding="utf-8")
    assert worker(text) == root + WORKER
    assert worker((site / "404.html").read_text(encoding="utf-8")) == f"/{WORKER}"
    assert (site / WORKER).is_file()


@pytest.mark.parametrize(
    "in_folders, page, way",
    [(True, "call/index.html", "../browse/a-z/"), (False, "call.html", "browse/a-z.html")],
)
def test_the_button_leads_to_all_sops(
    tmp_path: Path, page: str, way: str, *, in_folders: bool
) -> None:
    site = make(tmp_path, {}, use_directory_urls=in_folders)
    found = CALL.search((site / page).read_text(encoding="utf-8"))
    assert found
    assert found[1] == way


def test_the_button_speaks_the_site_s_language(tmp_path: Path) -> None:
    theme = {"name": "material", "font": False, "language": "ro"}
    page = (make(tmp_path, {}, theme=theme) / "index.html").read_text(encoding="utf-8")
    assert "Proceduri de la A la Z" in page


def test_another_theme_is_left_alone(tmp_path: Path) -> None:
    page = (make(tmp_path, {}, theme={"name": "mkdocs"}) / "index.html").read_text(encoding="utf-8")
    assert "sopbook-call" not in page
