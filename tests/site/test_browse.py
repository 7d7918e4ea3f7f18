"""The pages to browse by, in sites as the host builds them."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.site.workshop import WORKFLOW, make, said

PAGES = ("all", "a-z", "matrix", "measures")
BARE = {"call.workflow.yml": "title: Gone\nstatus: retired\nsteps:\n  - end: Done\n"}


def read(site: Path, name: str) -> str:
    return (site / "browse" / name / "index.html").read_text(encoding="utf-8")


def with_settings(**settings: Any) -> dict[str, Any]:
    return {"plugins": ["search", {"sopbook": settings}]}


def many(count: int) -> dict[str, str]:
    return {
        f"calls/call-{number}.workflow.yml": WORKFLOW.replace(
            "title: Complaint call", f"title: Call {number}\naliases: [Ring {number}]"
        )
        for number in range(count)
    }


def test_a_department_without_sops(tmp_path: Path) -> None:
    """Nothing is listed, and the build has nothing to complain of."""
    with said() as lines:
        site = make(tmp_path, BARE)
    assert [line for line in lines if "browse" in line] == []
    for name in ("all", "a-z", "matrix"):
        assert "No SOP is listed yet." in read(site, name)
        assert "Gone" not in read(site, name)
    assert not (site / "browse" / "tools").exists()


def test_one_sop(tmp_path: Path) -> None:
    site = make(tmp_path, {})
    page = read(site, "all")
    assert page.count("data-sopbook-marks=") == 1
    assert 'href="../../call/"' in page
    assert 'href="../../roles/agent/"' in page
    for name in PAGES:
        assert f'href="../{name}/"' in read(site, "all") or name == "all"
    assert 'href="../../call/"' in read(site, "a-z")


def test_many_names_have_pages_by_letter(tmp_path: Path) -> None:
    """Every one of them is one step from the page where all begin."""
    site = make(tmp_path, many(120))
    letters = re.findall(r'href="\.\./(a-z-[a-z0-9-]+)/"', read(site, "a-z"))
    assert list(dict.fromkeys(letters)) == ["a-z-c", "a-z-r"]
    assert "/calls/call-7/" not in read(site, "a-z")
    main = read(site, "a-z-c").partition("<article")[2]
    assert main.count("../../calls/call-") == 120
    assert "Ring 7 <span" in read(site, "a-z-r")
    assert 'href="../a-z/"' in read(site, "a-z-c")


@pytest.mark.parametrize("lists", [True, False])
def test_drafts_by_the_setting(tmp_path: Path, *, lists: bool) -> None:
    draft = {"draft.workflow.yml": WORKFLOW.replace("Complaint call", "Unfinished business")}
    text = WORKFLOW.replace("responsible:", "status: review\nresponsible:")
    site = make(tmp_path, {**draft, "call.workflow.yml": text}, **with_settings(drafts=lists))
    for name in ("all", "a-z", "matrix"):
        main = read(site, name).partition("<article")[2]
        assert ("Unfinished business" in main) is lists
        assert "Complaint call" in main


def test_sites_that_name_no_people_name_none_here(tmp_path: Path) -> None:
    text = WORKFLOW.replace("responsible: agent", "responsible: ana").replace(
        "by: agent", "by: ana"
    )
    site = make(tmp_path, {"call.workflow.yml": text}, **with_settings(contacts="roles"))
    for page in (site / "browse").rglob("index.html"):
        html = page.read_text(encoding="utf-8")
        assert "Ionescu" not in html
        assert not re.search(r"\bana\b", html.partition("<article")[2])


def test_an_author_s_page_stays(tmp_path: Path) -> None:
    site = make(tmp_path, {"browse/matrix.md": "# Our own matrix\n"})
    assert "Our own matrix" in read(site, "matrix")
    assert 'href="../matrix/"' not in read(site, "all").partition("<article")[2]


def test_authors_may_link_to_channels_measures_and_tools(tmp_path: Path) -> None:
    call = WORKFLOW.replace("steps:", "channels: [phone]\nmeasures: {csat: at least 90 %}\nsteps:")
    places = ("matrix.md#channel-phone", "measures.md#measure-csat", "all.md")
    links = " ".join(f"[here](browse/{place})" for place in places)
    with said() as lines:
        site = make(tmp_path, {"index.md": f"# Home\n\n{links}\n", "call.workflow.yml": call})
    assert [line for line in lines if "browse/" in line] == []
    assert 'id="channel-phone"' in read(site, "matrix")
    assert 'id="measure-csat"' in read(site, "measures")


def test_they_speak_the_language_of_the_site(tmp_path: Path) -> None:
    theme = {"name": "material", "font": False, "language": "ro"}
    site = make(tmp_path, {}, theme=theme)
    assert "Toate procedurile" in read(site, "all")
    assert "de la A la Z" in read(site, "a-z")
