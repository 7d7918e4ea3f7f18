"""What is new, in a site as the host builds it from a repository."""

import json
import re
from pathlib import Path
from typing import Any

import feedparser
import pytest

from tests.history.repositories import ION, Made, make
from tests.site.workshop import FILES, ORGANISATION, WORKFLOW, found, said
from tests.site.workshop import make as make_site

EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}"
SLOW = WORKFLOW.replace("do: Greet", "do: Greet\n    within: 60 s")


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Made:
    """A department whose agents have to be quicker since the third of January."""
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    made = make(tmp_path)
    organisation = ORGANISATION + "teams:\n  support: {title: Support, people: [ana]}\n"
    workflow = SLOW.replace("responsible", "channels: [phone]\nresponsible")
    files = {**FILES, "organisation.yml": organisation, "call.workflow.yml": workflow}
    made.commit("The beginning", files)
    quick = workflow.replace("60 s", "30 s")
    made.commit(f"Customers wait {EVIL}", {"call.workflow.yml": quick}, author=ION)
    return made


def site_of(made: Made, **settings: Any) -> Path:
    """Build the site of a repository."""
    files = {
        path.relative_to(made.docs).as_posix(): path.read_text(encoding="utf-8")
        for path in made.docs.rglob("*.yml")
    }
    return make_site(made.top, files, **settings)


def read(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


def test_there_is_a_page_for_everybody_and_for_each_whom_it_concerns(made: Made) -> None:
    site = site_of(made)
    pages = sorted(path.parent.name for path in (site / "changes").rglob("index.html"))
    assert pages == ["changes", "channel-phone", "role-agent", "team-support"]
    html = read(site, "changes/role-agent/index.html")
    assert '<h1 id="sopbook-top">What’s new: Support agent</h1>' in html
    assert "<title>What’s new: Support agent - Test</title>" in html
    assert 'href="../../call/#step-greet">The deadline of step 2 (Greet) is tighter' in html
    assert '<time datetime="2026-01-03">3 January 2026</time>' in html
    assert 'href="../">All news</a>' in html


def test_readers_find_it_and_search_knows_its_name_alone(made: Made) -> None:
    site = site_of(made)
    assert 'href="changes/">What’s new</a>' in read(site, "index.html")
    assert 'href="../../changes/">What’s new</a>' in read(site, "leads/rules/index.html")
    [page] = [row for row in found(site) if row[3].startswith("changes")]
    assert (page[2], page[8]) == ("What’s new", [])


def test_every_link_leads_somewhere(made: Made) -> None:
    site = site_of(made)
    for page in (site / "changes").rglob("index.html"):
        article = page.read_text(encoding="utf-8").split("<article", 1)[1].split("</article")[0]
        for link in re.findall(r'href="([^"#]+)', article):
            place = (page.parent / link).resolve()
            assert (place / "index.html").is_file() or place.is_file(), link


def test_authors_may_link_to_it(made: Made) -> None:
    """And may list it in the navigation."""
    text = "# Home\n\n[News](changes/index.md), [for agents](changes/role-agent.md)\n"
    files = {"index.md": text, "organisation.yml": read(made.docs, "organisation.yml")}
    nav = [{"Home": "index.md"}, {"Call": "call.md"}, {"News": "changes/index.md"}]
    site = make_site(made.top, files, nav=nav)
    assert 'href="changes/role-agent/"' in read(site, "index.html")
    assert 'href="../changes/"' in read(site, "call/index.html")


def test_feeds_can_be_read(made: Made) -> None:
    site = site_of(made, site_url="https://sops.example.com/hub")
    for name in ("feed", "team-support", "role-agent", "channel-phone"):
        found = feedparser.parse(read(site, f"changes/{name}.xml").encode())
        assert not found.bozo
        assert found.entries[0].link == "https://sops.example.com/hub/call/"
        assert found.entries[0].author == "Ion Marin"
        assert json.loads(read(site, f"changes/{name}.json"))["items"]
    addresses = read(site, "changes/feed.xml") + read(site, "changes/feed.json")
    assert "@" not in addresses
    page = read(site, "changes/team-support/index.html")
    assert 'type="application/atom+xml" href="../team-support.xml"' in page


def test_hostile_messages_stay_words(made: Made) -> None:
    html = read(site_of(made), "changes/index.html")
    assert "<script>alert(1)" not in html
    assert "onerror=alert(1)&gt;{{7*7}}" in html


def test_the_same_commit_makes_the_same_bytes(made: Made) -> None:
    first = {path: path.read_bytes() for path in (site_of(made) / "changes").rglob("*.*")}
    second = {path: path.read_bytes() for path in (site_of(made) / "changes").rglob("*.*")}
    assert first == second


def test_days_are_the_site_s(made: Made) -> None:
    """At nine in Bucharest it is still the evening before in Pago Pago."""
    plugins = ["search", {"sopbook": {"time_zone": "Pacific/Pago_Pago"}}]
    assert '<h2 id="sopbook-2026-01-02">' in read(
        site_of(made, plugins=plugins), "changes/index.html"
    )


def test_without_a_history_there_is_none_of_it(tmp_path: Path) -> None:
    """Nor where a department wants none; nothing leads to it, and nobody is warned."""
    with said() as lines:
        site = make_site(tmp_path, {})
    assert not (site / "changes").exists()
    assert "changes/" not in read(site, "index.html")
    assert not [line for line in lines if "changes/" in line]


def test_a_department_may_leave_it_out(made: Made) -> None:
    site = site_of(made, plugins=["search", {"sopbook": {"history": False}}])
    assert not (site / "changes").exists()


def test_an_author_s_page_stays(made: Made) -> None:
    (made.docs / "changes").mkdir()
    (made.docs / "changes/index.md").write_text("# Our own news\n", encoding="utf-8")
    site = site_of(made)
    assert "Our own news" in read(site, "changes/index.html")
    assert (site / "changes/team-support/index.html").exists()
