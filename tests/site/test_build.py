"""What a built site holds, and what never gets into it."""

import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from tests.site.workshop import FILES, ORGANISATION, WORKFLOW, Preview, found, make, said, write

CARD = "---\ntitle: {title}\nsummary: What to do.\nresponsible: agent\n---\n\n"


def read(site: Path, path: str) -> str:
    """Read a page."""
    return (site / path / "index.html").read_text(encoding="utf-8")


def article(html: str) -> str:
    """Cut out what is ours on a page, without the theme around it."""
    return html.partition("<article")[2].partition("</article>")[0]


def test_sources_are_never_published(tmp_path: Path) -> None:
    """Workflows and the organisation hold people's contacts: no file of them is in the site."""
    more = {
        "photo.png": "x",
        "a/b.workflow.yml": WORKFLOW.replace("Complaint call", "Complaint mail"),
        "workflow.schema.json": "{}",
        "organisation.schema.json": "{}",
    }
    site = make(tmp_path, more)
    published = [file.name for file in site.rglob("*") if file.is_file()]
    assert not [name for name in published if name.endswith((".yml", ".schema.json"))]
    assert "photo.png" in published


@pytest.mark.parametrize("name", ["organisation - Copy.yml", "call.workflow.yml~", "page.html"])
def test_a_file_that_is_no_source_ends_the_build(tmp_path: Path, name: str) -> None:
    """A copy of the organisation would publish everybody's contacts; a page of HTML, programs."""
    with pytest.raises(Abort):
        make(tmp_path, {name: ORGANISATION})
    write(tmp_path, {name: ORGANISATION})
    preview = Preview(tmp_path)
    preview.rebuild()
    assert not list((tmp_path / "site").rglob(name))
    assert "SOP122" in preview.page("index.html")


def test_each_kind_of_sop_has_its_page(tmp_path: Path) -> None:
    """Only a workflow, only a text, or both."""
    files = {
        "text.md": CARD.format(title="Only a text") + "## Tone\n",
        "both.md": CARD.format(title="Both") + "## More\n",
        "both.workflow.yml": "steps:\n  - do: Listen\n  - end: Heard\n",
    }
    site = make(tmp_path, files)
    assert 'id="step-greet"' in read(site, "call")
    assert "data-step" not in read(site, "text")
    both = read(site, "both")
    assert both.index('id="step-listen"') < both.index('id="more"')


def test_a_mistake_ends_the_build_before_anything_is_written(tmp_path: Path) -> None:
    """The last good site stays, whole, and the author is told the place."""
    site = make(tmp_path, {})
    before = {file: file.read_bytes() for file in site.rglob("*") if file.is_file()}
    with said() as lines, pytest.raises(Abort):
        make(
            tmp_path,
            {"call.workflow.yml": WORKFLOW.replace("by: agent", "by: agnet\n    wihtin: 3 s")},
        )
    assert {file: file.read_bytes() for file in site.rglob("*") if file.is_file()} == before
    assert any("sops/call.workflow.yml:7:9: error SOP301" in line for line in lines)
    assert "2 errors in the SOPs; the site was left as it was" in lines


def test_a_chart_stands_where_its_author_puts_it(tmp_path: Path) -> None:
    """A `flowchart` block in the SOP's own text places the chart; without one it comes first."""
    steps = "steps:\n  - do: Listen\n  - end: Heard\n"
    files = {
        "first.md": CARD.format(title="First") + "## More\n",
        "first.workflow.yml": steps,
        "later.md": CARD.format(title="Later")
        + "## Before\n\n```flowchart\nlater\n```\n\n## After\n",
        "later.workflow.yml": steps,
    }
    site = make(tmp_path, files)
    first, later = read(site, "first"), read(site, "later")
    assert first.index("step-listen") < first.index('id="more"')
    assert later.index('id="before"') < later.index('id="step-listen"') < later.index('id="after"')
    assert later.count('id="step-listen"') == 1


def test_a_chart_in_another_page(tmp_path: Path) -> None:
    """Two charts in one page have no id in common, and lead to their SOPs."""
    files = {
        "more.workflow.yml": WORKFLOW.replace("Complaint call", "More"),
        "about.md": "# About\n\n```flowchart\ncall\n```\n\n```flowchart\nmore\n```\n\n"
        "## Step greet\n",
    }
    html = read(make(tmp_path, files), "about")
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert 'href="../call/"' in html
    assert 'href="../more/"' in html
    assert "sopbook:" not in html


def test_headings_do_not_take_our_anchors(tmp_path: Path) -> None:
    """A heading that would be called like a step gets another name; links to steps stay right."""
    files = {
        "call.md": '## Step greet\n\n[back](#step-greet)\n\n<b id="step-solved">x</b>\n',
        "about.md": "# About\n\n[the greeting](call.md#step-greet)\n",
    }
    html = read(make(tmp_path, files), "call")
    assert html.count('id="step-greet"') == 1
    assert re.search(r'<li[^>]* id="step-greet"', html)
    assert html.count('id="step-solved"') == 1


def test_notes_link_like_texts(tmp_path: Path) -> None:
    """A link in a note leads to the page of the file it names; one to nothing ends the build."""
    note = WORKFLOW.replace("call", "mail").replace(
        "by: agent", "by: agent\n    note: 'See [more](../deep/more.md#tone).'"
    )
    files = {"calls/call2.workflow.yml": note, "deep/more.md": "# More\n\n## Tone\n"}
    assert 'href="../../deep/more/#tone"' in read(make(tmp_path, files), "calls/call2")
    broken = {"calls/call2.workflow.yml": note.replace("more.md", "les.md")}
    with said() as lines, pytest.raises(Abort):
        make(tmp_path, broken, strict=False)
    assert [line for line in lines if "../deep/les.md" in line and "SOP247" in line]


def test_retired_sops_are_out_of_the_way(tmp_path: Path) -> None:
    """Not in the navigation and not in search, but at their address, with their successor."""
    files = {
        "old.md": CARD.format(title="Old way").replace("summary", "status: retired\nsummary"),
        "new.md": CARD.format(title="New way").replace("summary", "replaces: old\nsummary"),
    }
    site = make(tmp_path, files)
    assert "New way" in read(site, "old")
    assert "Old way" not in read(site, "call")
    assert {row[2] for row in found(site) if row[0] == "sop"} == {"New way", "Complaint call"}


def test_the_interface_speaks_the_theme_s_language(tmp_path: Path) -> None:
    """`theme.language` chooses the words."""
    theme = {"name": "material", "font": False, "language": "ro"}
    html = article(read(make(tmp_path, {}, theme=theme), "call"))
    assert "Pași" in html
    assert ">Steps<" not in html


HOSTILE_TEXT = '<img src=x onerror="alert(1)"> <script>alert(1)</script> "\'& {{ 77*99 }} {% raw %}'
HOSTILE_MARKDOWN = """
<script>alert(1)</script> <img src=x onerror=alert(1)> <svg onload=alert(1)></svg>

[a](javascript:alert(1)) <a href="java&#10;script:alert(1)">b</a>
<iframe src=https://evil.example></iframe>
<form action=https://evil.example><input name=q></form> <base href=https://evil.example>
<style>body{display:none}</style> <meta http-equiv=refresh content=0> <object data=x></object>
![pixel](https://evil.example/x.png) <b onclick=alert(1) style="position:fixed">c</b> {{ 77*99 }}

<!--sopbook:picture:call--> <a id="sopbook-steps">d</a> <a name="__search">e</a>
"""


def test_what_authors_write_stays_text(tmp_path: Path) -> None:
    """Script in any field of any file reaches no reader, on no page, in no navigation."""
    quoted = json.dumps(HOSTILE_TEXT)
    markdown = json.dumps(HOSTILE_MARKDOWN)
    workflow = (
        f"title: {quoted}\nsummary: {quoted}\ntags: [{quoted}]\naliases: [{quoted}]\n"
        f"promise: {{{quoted}: 3 min}}\nresponsible: evil\nsteps:\n"
        f"  - do: {quoted}\n    by: evil\n    when: {quoted}\n"
        f"    say: {markdown}\n    note: {markdown}\n"
        f"    needs: [{quoted}]\n    gives: [{quoted}]\n    automate: {quoted}\n"
        f"    uses: [{{{quoted}: https://example.com}}]\n"
        f"  - ask: {quoted}\n    answers: {{{quoted}: next}}\n  - end: {quoted}\n"
    )
    people = (
        f"people:\n  eve: {{name: {quoted}, title: {quoted}}}\n"
        f"roles:\n  evil: {{title: {quoted}, people: [eve]}}\n"
    )
    keys = f"title: {quoted}\ndescription: {quoted}\nsubtitle: {quoted}\n"
    page = f"---\n{keys}---\n# x\n{HOSTILE_MARKDOWN}"
    files = {
        "organisation.yml": people, "call.workflow.yml": workflow, "page.md": page,
        "call.md": HOSTILE_MARKDOWN, "plain.md": f"# {HOSTILE_TEXT}\n\n## {HOSTILE_TEXT}\n",
    }  # fmt: skip
    site = make(tmp_path, files, strict=False)
    clean = make(tmp_path / "clean", {"page.md": "# Page\n", "plain.md": "# Plain\n"})
    for path in (
        "index.html",
        "call/index.html",
        "page/index.html",
        "plain/index.html",
        "404.html",
    ):
        html = (site / path).read_text(encoding="utf-8")
        found = _Elements.of(html)
        assert not [name for _, name, _ in found if name.startswith("on")], path
        addresses = [value for _, name, value in found if name in {"href", "src", "action", "data"}]
        assert not [value for value in addresses if re.search(r"javascript:|evil\.example", value)]
        assert not {"iframe", "object", "base", "form"} & {
            t for t, _, _ in _Elements.of(article(html))
        }
        assert "7623" not in article(html)
    for path in ("call/index.html", "page/index.html"):
        assert _scripts(site / path) == _scripts(clean / path)


def _scripts(page: Path) -> list[tuple[str, str, str]]:
    found = _Elements.of(page.read_text(encoding="utf-8"))
    return [element for element in found if element[0] in {"script", "style"}]


class _Elements(HTMLParser):
    """The elements of a page as a browser sees them: (tag, attribute, value), "" for none."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str, str]] = []

    @classmethod
    def of(cls, html: str) -> list[tuple[str, str, str]]:
        parser = cls()
        parser.feed(html)
        return parser.found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, "", ""))
        self.found += [(tag, name, value or "") for name, value in attrs]


def test_same_input_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two builds of the same files are equal to the byte."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    first, second = (make(tmp_path / name, {}) for name in ("one", "two"))
    files = sorted(file.relative_to(first) for file in first.rglob("*") if file.is_file())
    assert files == sorted(file.relative_to(second) for file in second.rglob("*") if file.is_file())
    assert [f for f in files if (first / f).read_bytes() != (second / f).read_bytes()] == []


def test_preview_outlives_a_broken_file(tmp_path: Path) -> None:
    """The last good page stays with the findings on top, other edits show, repair recovers."""
    write(tmp_path, FILES | {"other.md": CARD.format(title="Other") + "Old text.\n"})
    preview = Preview(tmp_path)
    preview.rebuild()
    assert "SOP1" not in preview.page("call/index.html")
    write(tmp_path, {"call.workflow.yml": WORKFLOW.replace("do: Greet", "dp: Greet")})
    write(tmp_path, {"other.md": CARD.format(title="Other") + "New text.\n"})
    preview.rebuild()
    page = preview.page("call/index.html")
    assert "SOP110" in page
    assert 'id="step-greet"' in page
    assert "SOP110" in preview.page("index.html")
    assert "New text." in preview.page("other/index.html")
    write(
        tmp_path,
        {"call.workflow.yml": WORKFLOW.replace("Greet", "Smile").replace("greet", "smile")},
    )
    preview.rebuild()
    assert "SOP110" not in preview.page("call/index.html")
    assert 'id="step-smile"' in preview.page("call/index.html")


def test_preview_shows_an_unfinished_flow_as_it_is(tmp_path: Path) -> None:
    """Half a workflow is what one sees while writing: it is drawn, with what it lacks on top."""
    write(tmp_path, FILES)
    preview = Preview(tmp_path)
    preview.rebuild()
    write(tmp_path, {"call.workflow.yml": WORKFLOW.replace("  - end: Done\n", "  - do: Wave\n")})
    preview.rebuild()
    page = preview.page("call/index.html")
    assert "SOP211" in page
    assert 'id="step-wave"' in page


def test_preview_shows_a_new_broken_file_at_its_address(tmp_path: Path) -> None:
    """A new SOP with a mistake has a page that says so, and the others stay."""
    write(tmp_path, FILES)
    preview = Preview(tmp_path)
    preview.rebuild()
    write(tmp_path, {"bill.workflow.yml": WORKFLOW.replace("do: Greet", "dp: Greet")})
    preview.rebuild()
    assert "SOP110" in preview.page("bill/index.html")
    assert "SOP110" not in preview.page("call/index.html")


def test_preview_of_a_file_whose_name_is_an_attack(tmp_path: Path) -> None:
    """A name that cannot be an id is a mistake; what is shown of it meanwhile is still text."""
    name = "X--><img src=q onerror=alert(1)>"
    write(tmp_path, FILES | {f"{name}.workflow.yml": WORKFLOW.replace("do: Greet", "sop: 'A <b>'")})
    preview = Preview(tmp_path)
    preview.rebuild()
    pages = [file.read_text(encoding="utf-8") for file in (tmp_path / "site").rglob("*.html")]
    assert any("SOP115" in page for page in pages)
    assert not [page for page in pages if "<img src=q" in page or "sopbook:" in page]


def test_preview_starts_on_a_broken_file(tmp_path: Path) -> None:
    """Even the first build shows what is wrong instead of giving up."""
    write(tmp_path, FILES | {"call.workflow.yml": "title: [\n", "bad.md": "---\ntitle: 'x\n---\n"})
    preview = Preview(tmp_path)
    preview.rebuild()
    assert "SOP101" in preview.page("call/index.html")
    assert "SOP101" in preview.page("bad/index.html")
    write(tmp_path, FILES | {"bad.md": "# Good\n"})
    preview.rebuild()
    assert "SOP101" not in preview.page("call/index.html")


def test_properdocs_builds_the_same_site(tmp_path: Path) -> None:
    """The maintained runner of MkDocs sites finds the plugin."""
    make(tmp_path, {})
    command = [
        sys.executable,
        "-m",
        "properdocs",
        "build",
        "--strict",
        "-f",
        "mkdocs.yml",
        "-d",
        "other",
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert 'id="step-greet"' in (tmp_path / "other/call/index.html").read_text(encoding="utf-8")
