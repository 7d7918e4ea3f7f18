"""Practising, as it is built: one page, a file of questions for each SOP, nothing in search."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.site import workshop

DRAFT = """
title: Mail
status: draft
steps:
  - start: A mail comes
  - ask: Spam?
    answers: {yes: next, no: next}
  - end: Done
"""
SHORT = "title: Short\nsteps:\n  - do: Read\n  - end: Done\n"
SLY = """
title: "</script><b>Sly"
steps:
  - start: "</script><img src=x>"
  - ask: "Is it <b>bold</b>?"
    answers: {yes: next, no: next}
  - end: Done
"""


def make(root: Path, files: dict[str, str], **settings: Any) -> Path:
    """Build a site whose SOPs nobody may answer for yet."""
    root.mkdir(exist_ok=True)
    return workshop.make(root, files, strict=False, **settings)


def questions(site: Path, name: str) -> dict[str, object]:
    text = (site / f"assets/sopbook/questions/{name}.js").read_text(encoding="utf-8")
    return dict(json.loads(text[text.index("]=") + 2 :].rstrip(";\n")))


def test_each_sop_has_its_questions(tmp_path: Path) -> None:
    site = make(tmp_path, {"mail.workflow.yml": DRAFT, "short.workflow.yml": SHORT})
    assert {file.stem for file in (site / "assets/sopbook/questions").iterdir()} == {"call", "mail"}
    assert questions(site, "call")["url"] == "call/"
    page = (site / "practice/index.html").read_text(encoding="utf-8")
    assert '<li data-lesson="call"' in page
    assert 'href="../call/"' in page, "without scripts, an SOP can at least be read"
    assert "?sop=" not in page
    assert 'data-lesson="short"' not in page
    head = (site / "call/index.html").read_text(encoding="utf-8")
    assert 'href="../practice/?sop=call"' in head
    assert (
        "practice/"
        not in (site / "short/index.html")
        .read_text(encoding="utf-8")
        .split("<main")[1]
        .split('class="sopbook-head"')[1]
        .split("</header>")[0]
    )


def test_without_drafts_they_are_not_practised(tmp_path: Path) -> None:
    site = make(
        tmp_path, {"mail.workflow.yml": DRAFT}, plugins=["search", {"sopbook": {"drafts": False}}]
    )
    assert not (site / "assets/sopbook/questions/mail.js").exists()


def test_without_anything_to_practise_there_is_no_page(tmp_path: Path) -> None:
    site = make(tmp_path, {"call.workflow.yml": SHORT})
    assert not (site / "practice").exists()


@pytest.mark.parametrize("in_folders", [True, False])
def test_links_are_from_the_top(tmp_path: Path, in_folders: bool) -> None:  # noqa: FBT001 - parameter
    site = make(tmp_path, {"a/mail.workflow.yml": DRAFT}, use_directory_urls=in_folders)
    assert questions(site, "mail")["url"] == ("a/mail/" if in_folders else "a/mail.html")


def test_nothing_that_authors_write_ends_the_script(tmp_path: Path) -> None:
    site = make(tmp_path, {"sly.workflow.yml": SLY})
    assert "<" not in (site / "assets/sopbook/questions/sly.js").read_text(encoding="utf-8")
    assert questions(site, "sly")["title"] == "</script><b>Sly"
    page = (site / "practice/index.html").read_text(encoding="utf-8")
    assert "</script><b>Sly" not in page


def test_the_same_sources_give_the_same_bytes(tmp_path: Path) -> None:
    one, other = (make(tmp_path / name, {"mail.workflow.yml": DRAFT}) for name in ("a", "b"))
    for name in ("call", "mail"):
        path = f"assets/sopbook/questions/{name}.js"
        assert (one / path).read_bytes() == (other / path).read_bytes()
