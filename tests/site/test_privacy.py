"""`contacts: roles`: nothing in the whole site says who anybody is."""

import gzip
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.exceptions import Abort

from tests.history.repositories import make as make_repository
from tests.site.workshop import configure, make, said

ROLES: dict[str, Any] = {"plugins": ["search", {"sopbook": {"contacts": "roles"}}]}
THEIRS = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")
"""Of the theme: whatever stands there, nobody here wrote it."""
SHORT = 3


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever this machine's git is set to, the tests see plain git."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


def betraying(people: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """List all that says who somebody is: id, name and its parts, and every way to reach them."""
    for name, person in people.items():
        yield name
        yield person["name"]
        yield from (part for part in person["name"].split() if len(part) > SHORT)
        yield from (person[key] for key in ("email", "phone", "chat") if person.get(key))
        yield re.sub(r"\D", "", person.get("phone", "")) or name


def alone(mark: str) -> str:
    return rf"(?<![\w-]){re.escape(mark)}(?![\w-])"


def betrayed(site: Path, marks: set[str]) -> list[str]:
    """Find what says who somebody is, in any byte of a site, names of files included."""
    found = []
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site).as_posix()
        if file.is_file() and not path.startswith(THEIRS):
            data = file.read_bytes()
            data = gzip.decompress(data) if file.suffix == ".gz" else data
            text = f"{path}\n{data.decode('utf-8', 'replace')}"
            near = [mark for mark in sorted(marks) if mark in text]
            found += [f"{path}: {mark}" for mark in near if re.search(alone(mark), text)]
    return found


def mended(docs: Path, people: Mapping[str, Mapping[str, str]]) -> None:
    """Take out of the texts what their authors said of people; cards and steps keep their ids."""
    parts = {mark for mark in betraying(people) if mark not in people}
    words = sorted(parts, key=len, reverse=True)
    for file in sorted(docs.rglob("*")):
        if file.suffix in {".md", ".yml"} and file.name != "organisation.yml":
            text = without(words, "somebody", file.read_text(encoding="utf-8"))
            if file.name == "writing-sops.md":
                text = without(list(people), "team-lead", text)
            file.write_text(text, encoding="utf-8")


def without(marks: list[str], word: str, text: str) -> str:
    for mark in marks:
        if mark in text:
            text = re.sub(alone(mark), word, text)
    return text


def built(top: Path, **settings: Any) -> Path:
    config = configure(top, **ROLES, **settings)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return Path(config.site_dir)


def test_a_whole_department_names_nobody(tmp_path: Path, project: Path) -> None:
    shutil.copytree(project / "sops", tmp_path / "sops")
    people = yaml.safe_load((tmp_path / "sops/organisation.yml").read_bytes())["people"]
    mended(tmp_path / "sops", people)
    with said() as lines:
        site = built(tmp_path, markdown_extensions=["attr_list", "md_in_html", "admonition"])
    assert [line for line in lines if "contacts: roles" in line] == []
    assert betrayed(site, set(betraying(people))) == []
    assert (site / "roles/team-lead/index.html").exists()
    assert not (site / "people/tomas-petrauskas").exists()
    assert not list(site.rglob("tomas-petrauskas*"))


def test_this_test_would_notice(tmp_path: Path) -> None:
    site = make(tmp_path, {})
    found = betrayed(site, {"ana", "Ana Ionescu", "ana@example.com", "Ionescu"})
    assert any("contacts/ana.vcf" in line for line in found)
    assert any("people/ana/index.html: Ana Ionescu" in line for line in found)


CALL = """\
title: Call
responsible: {who}
steps:
  - start: A call
  - do: Greet
    by: {by}
  - end: Done
"""
PAST = [
    {"who": "zoe", "by": "agent"},
    {"who": "xen-who-left", "by": "zoe"},
    {"who": "lead", "by": "agent"},
]


def test_a_past_names_nobody(tmp_path: Path) -> None:
    made = make_repository(tmp_path / "department")
    organisation = (
        "people:\n  zoe: {name: Zoe Quill, email: zoe@example.com}\n"
        "roles:\n  agent: {title: Agent, people: [zoe]}\n  lead: {title: Lead, people: [zoe]}\n"
        "teams:\n  desk: {title: Desk, people: [zoe], email: zoe@example.com}\n"
    )
    for each in PAST:
        files = {"organisation.yml": organisation, "call.workflow.yml": CALL.format(**each)}
        made.commit("Zoe Quill asked for it\n\nApproved-by: Zoe Quill", files)
    site = built(made.top)
    page = (site / "history/call/index.html").read_text(encoding="utf-8")
    assert "A colleague" in page
    marks = {"zoe", "Zoe", "Zoe Quill", "Quill", "zoe@example.com", "xen-who-left", "Xen"}
    assert betrayed(site, marks) == []


def test_what_authors_say_of_people_is_told_with_its_place(tmp_path: Path) -> None:
    files = {"page.md": "# Page\n\nAsk Ana\nIonescu, or call 004021 555 0100.\n"}
    with said() as lines:
        make(tmp_path, files, strict=False, **ROLES)
    told = [line for line in lines if "contacts: roles" in line]
    places = {line.partition(": this")[0].partition("sops/")[2] for line in told}
    assert places == {"page.md:3", "page.md:4"}


def test_a_strict_build_publishes_nobody_unknowingly(tmp_path: Path) -> None:
    with pytest.raises(Abort):
        make(tmp_path, {"page.md": "# Page\n\nAsk ana@example.com.\n"}, **ROLES)


def test_findings_that_name_somebody_are_for_their_authors_alone(tmp_path: Path) -> None:
    zoe = "people:\n  zoe: {name: Zoe Quill, deputy: zoe}\nroles:\n  agent: {title: Agent}\n"
    files = {"organisation.yml": zoe, "call.workflow.yml": CALL.format(who="zoe", by="agent")}
    with said() as lines:
        site = make(tmp_path, files, strict=False, **ROLES)
    assert any("`zoe` cannot stand in" in line for line in lines)
    assert betrayed(site, {"zoe", "Zoe", "Zoe Quill", "Quill"}) == []
