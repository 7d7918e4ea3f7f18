"""What changed, when, by whom and why: in sites built from real repositories."""

import os
import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.exceptions import Abort

from sopbook.cli.exported import export
from sopbook.history.git_history import History, export_history, read_history
from sopbook.history.lack import Missing
from tests.history.example import CALL, HOSTILE, REFUND, example
from tests.history.repositories import ANA, Made, clone
from tests.history.repositories import make as make_repository
from tests.site.workshop import WORKFLOW, Preview, configure, found, make, said

SECTION = re.compile(r'<section class="sopbook-history".*?</section>', re.DOTALL)


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever this machine's git is set to, the tests see plain git."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """A department with a past."""
    return example(tmp_path / "department")


def site_of(top: Path, *, strict: bool = False, **settings: Any) -> Path:
    """Build the site of a repository."""
    plugins = ["search", {"sopbook": settings}]
    config = configure(top, strict=strict, plugins=plugins, use_directory_urls=False)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return Path(config.site_dir)


def read(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


def history_in(page: str) -> str:
    found = SECTION.search(page)
    assert found
    return found[0]


def test_the_newest_changes_are_on_the_page(made: Made) -> None:
    page = read(site_of(made.top), "calls/call.html")
    told = history_in(page)
    assert 'Last changed on <time datetime="2026-01-12T07:00:00+00:00"' in told
    assert 'title="12 January 2026, 07:00 GMT+00:00">12 January 2026</time> by Mara Pop' in told
    assert told.count("data-sopbook-revision=") == 7
    assert told.partition("<details")[0].count("data-sopbook-revision=") == 3
    assert "The deadline of step 2 (Greet) is tighter: 20 s instead of 30 s</a>" in told
    assert '<a href="#step-greet">' in told
    assert "by Ana Ionescu and Ion Marin" in told
    assert "Reviewed by Mara Pop" in told
    assert 'href="../history/call.html"' in told
    assert 'href="#sopbook-history" class="md-nav__link"' in page


def test_a_change_is_there_for_scripts(made: Made) -> None:
    told = history_in(read(site_of(made.top), "calls/call.html"))
    found = re.findall(r'data-sopbook-revision="(\w+)" data-sopbook-weight="(\w+)"'
                       r' data-sopbook-sop="call"', told)  # fmt: skip
    assert [weight for _, weight in found][:2] == ["editorial", "material"]
    assert f'data-sopbook-history="call" data-sopbook-latest="{found[0][0]}"' in told


def test_the_whole_history_has_a_page(made: Made) -> None:
    """All that readers are told, the words that changed, the drawing, and what git knows."""
    page = read(site_of(made.top), "history/call.html")
    assert "<h1" in page
    assert "History: Complaint call" in page
    assert page.count("Moved to another place, otherwise as it was.") == 1
    assert page.count("White space alone, the text is as it was.") == 1
    assert "<del>20</del><ins>30</ins>" in page.replace("<del> ", "<del>").replace(
        "<ins> ", "<ins>"
    )
    assert "We lost three customers in a week." in page
    assert 'href="../calls/call.html#step-lead"' in page
    assert 'id="changed--sopbook-chart-picture"' in page
    for step in re.findall(r'href="#(changed--step-[^"]+)"', page):
        assert page.count(f'id="{step}"') == 1
    assert "removed: a dotted line" in page
    assert "moved: a line of dashes" not in page
    records = page.partition('id="sopbook-records"')[2]
    assert records.count("<code>call.md</code>") + records.count("<code>calls/call.md</code>") == 6
    assert "tidy[bot]" in records
    assert "not shown to readers" in records
    assert "(before: call.workflow.yml)" in records
    assert "tidy[bot]" not in page.partition('id="sopbook-records"')[0]


def test_it_is_neither_in_the_navigation_nor_in_the_search(made: Made) -> None:
    site = site_of(made.top)
    assert "history/" not in read(site, "index.html")
    assert not [row for row in found(site) if row[3].startswith("history")]


def test_text_stays_text_and_no_address_is_published(made: Made) -> None:
    site = site_of(made.top)
    # The pages for leads show examples, with addresses of their own.
    for file in (each for each in site.rglob("*.html") if "leads" not in each.parts):
        page = file.read_text(encoding="utf-8")
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        for person in ("ion@", "mara@", "mallory", "users.noreply"):
            assert person not in page, file
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in read(site, "history/call.html")
    assert "{{7*7}}" in read(site, "history/call.html")


def test_an_approval_that_the_text_has_outrun(made: Made) -> None:
    words = "The approved version is older than the text: it was changed 5 times since, last on"
    assert words in read(site_of(made.top), "calls/call.html")
    approved = CALL.replace("on: 2026-01-03", "on: 2026-01-30")
    made.commit("Approved", {"calls/call.workflow.yml": approved})
    assert "The approved version" not in read(site_of(made.top), "calls/call.html")


def test_what_is_gone_is_told(made: Made) -> None:
    site = site_of(made.top)
    page = read(site, "history/index.html")
    assert ">fax</h2>" in page
    assert "This SOP is no longer there" in page
    assert 'href="index.html"' in read(site, "history/call.html")
    assert "Restored" in read(site, "refund.html")


def test_uncommitted_work_is_marked(made: Made) -> None:
    made.write(
        {"refund.workflow.yml": REFUND.replace("Pay it", "Send it"), "new.workflow.yml": WORKFLOW}
    )
    site = site_of(made.top)
    for page in ("refund.html", "new.html"):
        assert "Not published yet</span>" in read(site, page)
        assert "is not published yet." in history_in(read(site, page))
    assert "Not published yet" not in read(site, "calls/call.html")
    assert not (site / "history/new.html").exists()


def test_without_a_repository_the_build_passes_and_says_why(tmp_path: Path) -> None:
    site = make(tmp_path, {})
    page = read(site, "call/index.html")
    assert "built from files without a history" in history_in(page)
    assert "Not published yet" not in page
    assert not (site / "history").exists()


def test_without_git_the_build_passes(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    page = read(site_of(made.top, strict=True), "calls/call.html")
    assert "there is no git." in history_in(page)


def test_before_the_first_commit(tmp_path: Path) -> None:
    new = make_repository(tmp_path / "new")
    site = make(new.top, {})
    assert "Nothing is published yet, so there is no history." in read(site, "call/index.html")
    assert "Not published yet</span>" in read(site, "call/index.html")


def test_a_shallow_clone_fails_a_strict_build_with_the_remedy(made: Made, tmp_path: Path) -> None:
    cut = clone(made, tmp_path / "cut", "--depth=3")
    with said() as lines, pytest.raises(Abort):
        site_of(cut.top, strict=True)
    (warning,) = (line for line in lines if "shallow" in line)
    assert "`fetch-depth: 0`" in warning
    assert "`GIT_DEPTH: 0`" in warning
    page = read(site_of(cut.top), "calls/call.html")
    assert "</time> or before" in page


def test_the_same_bytes_with_and_without_what_was_kept(made: Made) -> None:
    cold = contents(site_of(made.top))
    assert (made.top / ".cache/sopbook/told.json").exists()
    assert contents(site_of(made.top)) == cold
    (made.top / ".cache/sopbook/told.json").write_bytes(b'["sopbook told",1,"x"]\n[["a",[]]]')
    assert contents(site_of(made.top)) == cold
    shutil.rmtree(made.top / ".cache")
    (made.top / ".cache").write_text("no folder", encoding="utf-8")
    assert contents(site_of(made.top)) == cold


def contents(site: Path) -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in site.rglob("*.html")}


def test_days_begin_where_the_site_says(made: Made) -> None:
    made.write({"refund.workflow.yml": REFUND.replace("Paid", "Paid back")})
    late = {"GIT_COMMITTER_DATE": "1780268400 +0000"}
    made.git("add", "--all")
    made.git("commit", "--quiet", "-m", "Late", more=made.people(ANA, ANA) | late)
    assert 'Last changed on <time datetime="2026-05-31T23:00:00+00:00"' in read(
        site_of(made.top), "refund.html"
    )
    page = read(site_of(made.top, time_zone="Europe/Bucharest"), "refund.html")
    assert '<time datetime="2026-06-01T02:00:00+03:00"' in page
    assert "1 June 2026, 02:00 GMT+03:00" in page


def test_a_time_zone_must_be_one(made: Made) -> None:
    with pytest.raises(Abort):
        site_of(made.top, time_zone="Europe/Bukarest")


def test_bots_by_another_name_are_hidden(made: Made) -> None:
    page = read(site_of(made.top, bots=["Mara Pop"]), "calls/call.html")
    assert "Plainer words" not in page


def test_a_department_may_leave_it_out(made: Made) -> None:
    site = site_of(made.top, history=False)
    assert "sopbook-history" not in read(site, "calls/call.html")
    assert not (site / "history").exists()
    assert not (made.top / ".cache").exists()


def test_an_exported_history_stands_in_for_the_repository(made: Made, tmp_path: Path) -> None:
    history = read_history(made.docs)
    assert not isinstance(history, Missing)
    shutil.copytree(made.docs, tmp_path / "plain/sops")
    export_history(history, tmp_path / "plain/past.jsonl")
    site = site_of(tmp_path / "plain", strict=True, history_file="past.jsonl")
    assert "“Plainer words”" in text(read(site, "calls/call.html"))
    assert "Old versions are not all at hand" in read(site, "history/call.html")
    (tmp_path / "plain/past.jsonl").write_text("nothing", encoding="utf-8")
    with said() as lines, pytest.raises(Abort):
        site_of(tmp_path / "plain", strict=True, history_file="past.jsonl")
    assert any("`past.jsonl` is no exported history" in line for line in lines)


def test_an_exported_history_says_what_changed(made: Made, tmp_path: Path) -> None:
    """What can only be compared where the old versions are is told there, and taken along."""
    there = site_of(made.top)
    shutil.copytree(made.docs, tmp_path / "plain/sops")
    export(made.docs, tmp_path / "plain/past.jsonl", "en")
    site = site_of(tmp_path / "plain", strict=True, history_file="past.jsonl")
    sentence = re.compile(r'<li class="sopbook-said--[a-z]+">.*?</li>', re.DOTALL)
    told = set(sentence.findall(read(site, "history/call.html")))
    assert told
    assert told <= set(sentence.findall(read(there, "history/call.html")))
    assert "Old versions are not all at hand" not in read(site, "history/call.html")


def text(page: str) -> str:
    return page.replace("<q>", "“").replace("</q>", "”")


def test_an_author_s_page_stays(made: Made) -> None:
    made.commit("A page", {"history/call.md": "# Our own history of calls\n"})
    site = site_of(made.top)
    assert "Our own history of calls" in read(site, "history/call.html")
    assert "sopbook-records" not in read(site, "history/call.html")


def test_a_preview_reads_the_history_once_for_each_head(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: list[Path] = []

    def noted(docs: Path, cache: Path | None, bots: Iterable[str]) -> History | Missing:
        reads.append(docs)
        return read_history(docs, cache, bots)

    monkeypatch.setattr("sopbook.history.git_chronicle.read_history", noted)
    preview = Preview(made.top)
    preview.rebuild()
    made.write({"refund.workflow.yml": REFUND.replace("Paid", "Paid back")})
    preview.rebuild()
    assert len(reads) == 1
    assert "Not published yet</span>" in preview.page("refund/index.html")
    made.commit("Published", {})
    preview.rebuild()
    assert len(reads) == 2
    assert "“Published”" in text(preview.page("refund/index.html"))


def test_an_sop_s_title_is_text_in_its_history(made: Made) -> None:
    hostile = REFUND.replace("title: Refund", f"title: '{HOSTILE.replace(chr(39), chr(39) * 2)}'")
    made.commit("Renamed", {"refund.workflow.yml": hostile})
    page = read(site_of(made.top), "history/refund.html")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
