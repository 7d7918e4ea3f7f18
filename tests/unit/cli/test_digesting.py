"""`sopbook digest`, in repositories of a few commits."""

import json
from pathlib import Path

import pytest

from sopbook.cli.digesting import _FORMS
from sopbook.history.git_history import export_history, read_history
from sopbook.history.lack import Missing
from sopbook.pages.digests.catalogue import FORMATS
from tests.history.repositories import ANA, ION, Made, make
from tests.unit.cli.started import GOOD, ORGANISATION, start

CONFIG = "site_name: x\ndocs_dir: sops\nplugins:\n  - sopbook:\n      time_zone: {zone}\n"
TIGHTER = GOOD.replace("by: agent", "by: agent\n    within: 30 s")


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Made:
    """A department of two SOPs: on 2 January it began, on the 3rd and 4th calls changed."""
    made = make(tmp_path / "repository")
    teams = ORGANISATION + "teams:\n  support: {title: Support, people: [ana]}\n"
    teams += "  cash: {title: Cash desk}\n"
    files = {"organisation.yml": teams, "call.workflow.yml": GOOD}
    made.commit("The beginning", files | {"pay.md": "---\ntitle: Pay\nresponsible: cash\n---\nx\n"})
    made.commit("Customers wait too long", {"call.workflow.yml": TIGHTER}, author=ION)
    made.commit("More", {"call.workflow.yml": TIGHTER.replace("30 s", "20 s")}, author=ANA)
    monkeypatch.chdir(made.top)
    return made


def digested(*words: str) -> str:
    done = start("digest", *words)
    assert done.exit_code == 0, done.output
    return done.output


def refused(*words: str) -> str:
    done = start("digest", *words)
    assert done.exit_code == 2
    return done.output


def test_all_formats_are_offered() -> None:
    assert tuple(FORMATS) == _FORMS


def test_since_a_day(made: Made) -> None:
    del made
    said = digested("--since", "2026-01-03")
    assert "2 changes since 3 January 2026." in said
    assert "The deadline of step 1 (Answer) is tighter: 20 s instead of 30 s" in said
    assert "3 January 2026 · Ion Marin · Customers wait too long" in said
    assert "The beginning" not in said


def test_since_a_version(made: Made) -> None:
    first = made.git("rev-parse", "HEAD~1").strip()
    for revision in ("HEAD~1", first, first[:10]):
        assert f"1 change since {revision}." in digested("--since", revision)


def test_nothing_changed_is_no_failure(made: Made) -> None:
    del made
    assert "Nothing has changed since 4 May 2030." in digested("--since", "2030-05-04")
    assert "Nothing has changed since HEAD." in digested("--since", "HEAD")


def test_only_what_concerns_somebody(made: Made) -> None:
    del made
    everything = ("--since", "2026-01-01")
    assert "Pay" not in digested(*everything, "--team", "support")
    cash = digested(*everything, "--team", "cash")
    assert "What’s new: Cash desk" in cash
    assert "1 change since" in cash
    assert "4 changes since" in digested(*everything, "--team", "cash", "--role", "agent")
    assert "Nothing has changed" in digested(*everything, "--channel", "phone")


def test_days_begin_where_the_project_is(made: Made) -> None:
    """At nine in Bucharest it is still the evening before in Pago Pago."""
    (made.top / "mkdocs.yml").write_text(CONFIG.format(zone="Pacific/Pago_Pago"), encoding="utf-8")
    assert "4 changes since" in digested("--since", "2026-01-01")
    assert "3 January 2026 · Ana Ionescu · More" in digested("--since", "2026-01-01")


def test_machines_of_a_project_are_not_told_of(made: Made) -> None:
    config = CONFIG.format(zone="UTC") + "      bots: [Ion Marin]\n"
    (made.top / "mkdocs.yml").write_text(config, encoding="utf-8")
    assert "Customers wait" not in digested("--since", "2026-01-01")
    (made.top / "mkdocs.yml").write_text(CONFIG.format(zone="Moon/Base"), encoding="utf-8")
    assert "`Moon/Base` is no time zone" in refused("--since", "2026-01-01")


def test_links_where_the_site_is_known(made: Made) -> None:
    config = CONFIG.format(zone="UTC") + "site_url: https://sops.example.com/hub\n"
    (made.top / "mkdocs.yml").write_text(config, encoding="utf-8")
    written = digested("--since", "2026-01-03", "--format", "html")
    assert 'href="https://sops.example.com/hub/call/#step-answer"' in written
    (made.top / "mkdocs.yml").write_text(config + "use_directory_urls: false\n", encoding="utf-8")
    assert "/hub/call.html" in digested("--since", "2026-01-03", "--format", "markdown")


def test_an_sop_that_is_gone_has_no_page(made: Made) -> None:
    config = CONFIG.format(zone="UTC") + "site_url: https://sops.example.com/\n"
    made.commit("No cash any more", {"pay.md": None})
    (made.top / "mkdocs.yml").write_text(config, encoding="utf-8")
    said = digested("--since", "HEAD~1")
    assert "This SOP is no longer there" in said
    assert "sops.example.com" not in said


def test_it_is_written_to_a_file(made: Made) -> None:
    file = made.top / "out/digest.json"
    options = ("--since", "2026-01-03", "--format", "slack", "--language", "ro")
    assert digested("sops", *options, "-o", str(file)) == ""
    assert "2 schimbări" in json.loads(file.read_text(encoding="utf-8"))["text"]
    assert digested(*options, "-o", "-") == file.read_text(encoding="utf-8")


def test_a_history_from_a_file(made: Made) -> None:
    """Days and authors are known there, old versions are not."""
    history = read_history(made.docs)
    assert not isinstance(history, Missing)
    export_history(history, made.top / "history.jsonl")
    config = CONFIG.format(zone="UTC") + "      history_file: history.jsonl\n"
    (made.top / "mkdocs.yml").write_text(config, encoding="utf-8")
    (made.top / ".git").rename(made.top / "gone")
    assert "Customers wait too long" in digested("--since", "2026-01-01")
    assert "neither a day" in refused("--since", "HEAD~1")


def test_what_cannot_be_done_is_said(made: Made) -> None:
    since = ("--since", "2026-01-01")
    assert "There is no day `2026-13-01`" in refused("--since", "2026-13-01")
    assert "`nowhere` is neither a day" in refused("--since", "nowhere")
    assert "neither a day" in refused("--since=--all")
    assert "Did you mean `support`?" in refused(*since, "--team", "suport")
    assert "There are: support, cash." in refused(*since, "--team", "xyz")
    (made.top / ".git").rename(made.top / "gone")
    assert "It is not known what changed: the docs folder is in no git" in refused(*since)


def test_without_a_docs_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "is not there" in refused("--since", "2026-01-01")
