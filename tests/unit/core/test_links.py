"""Links and places are read out of a text as the site's own reader of Markdown makes them of it."""

import html
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown.treeprocessors import Treeprocessor

from sopbook.core.anchors import anchors
from sopbook.core.links import links
from sopbook.core.targets import Target, as_link, target

DEMO = sorted((Path(__file__).parents[3] / "sops").rglob("*.md"))
EXTENSIONS = ["admonition", "attr_list", "def_list", "footnotes", "tables", "toc",
              "pymdownx.details", "pymdownx.superfences", "pymdownx.tabbed"]  # fmt: skip
TRICKY = (
    "[a](b.md) ![c](d.png) [![e](f.png)](g.md) [h [i] j](k.md) [l](m(n).md)",
    '[a](b.md "Title") [c](<d e.md>) [f](g h.md) [i](j.md\n"Title")',
    "[a][b] and [B][] and [c]\n\n[b]: d.md\n[c]: <e.md>\n[f]: g.md",
    "`[a](b.md)` ``[a ` b](c.md)`` \\`[d](e.md)` \\[f](g.md) [h\\]i](j.md) ` [k](l.md)",
    "- a\n\n    [b](c.md)\n\n        [d](e.md)\n\n    ```\n    [f](g.md)\n    ```\n\n[h](i.md)",
    "a\n\n    [b](c.md)\n\n```\n[d](e.md)\n```\n\n~~~ x\n[f](g.md)\n```\n~~~\n[h](i.md)",
    "!!! note\n    [a](b.md)\n\n> [c](d.md)\n\nTerm\n:   [e](f.md)\n\n<!-- [g](h.md) -->",
    "A [broken\n\nlink](a.md) and [an open one](b.md\n\n[c](d.md) [e]() [f](#g)",
    "| a | b |\n|---|---|\n| [c](d.md) | `e` [f](g.md) |\n",
    "# A `b` *c* [d](e.md) & F\n\nG\n===\n\n## H {#i}\n\n## H\n\n## H\n\n> ## J\n\n## ж\n\n## ж\n",
    '- ## A list\'s\n\n=== "Tab"\n\n    ## In it\n\n## --\n',
    "## `f([a][, b])` <b>c</b> :smile: ##\n\n## <b></b> `<c>`\n",
)


class _Grab(Treeprocessor):
    def run(self, root: ET.Element) -> None:
        everything = list(root.iter())
        self.links = [e.get("href") or e.get("src") for e in everything]
        self.ids = [e.attrib["id"] for e in everything if "id" in e.attrib]


def _made(text: str) -> tuple[set[str], list[str]]:
    reader = markdown.Markdown(extensions=EXTENSIONS)
    grab = _Grab(reader)
    reader.treeprocessors.register(grab, "grab", -1)
    reader.convert(text)
    return {html.unescape(link) for link in grab.links if link}, grab.ids


def _texts() -> list[str]:
    files = (file.read_text(encoding="utf-8") for file in DEMO)
    return [*TRICKY, *(re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL) for text in files)]


@pytest.mark.parametrize("text", _texts())
def test_links_are_those_that_markdown_makes(text: str) -> None:
    expected = {link for link in _made(text)[0] if not link.startswith("#fn")}
    assert {link.address for link in links(text) if link.address} == expected


@pytest.mark.parametrize("text", _texts())
def test_every_place_that_markdown_makes_is_known(text: str) -> None:
    there = anchors(text)
    assert [name for name in _made(text)[1] if not there.has(name)] == []


@given(st.text(alphabet="[]()<>!`~#\\ \n\t:\"'-=_{}*ab1.|^", max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    for link in links(text):
        assert text[link.start : link.end].replace("\\", "") == link.address.replace("\\", "")
    assert anchors(text).has("top")


@pytest.mark.parametrize(
    "name, text",
    [
        ("b", "## A"),
        ("a_1", "## A"),
        ("a_2", "## A\n\n## A"),
        ("_1", "## A"),
        ("_2", "## ж"),
        ("-", "## A"),
    ],
)
def test_other_places_are_not_known(name: str, text: str) -> None:
    assert not anchors(text).has(name)


@pytest.mark.parametrize(
    "address, found",
    [
        ("d.md", Target("a/b/d.md")),
        ("../d.md#e", Target("a/d.md", "e")),
        ("./x/../d%20e.md?f=g#h%C3%A9", Target("a/b/d e.md", "hé")),
        ("#e", Target("", "e")),
        ("../../../d.md", Target(None)),
        ("https://example.com/d.md", None),
        ("//example.com/d.md", None),
        ("/d.md", None),
        ("?d=e", None),
        ("mailto:a@example.com", None),
        ("{{ base }}/d.md", None),
    ],
)
def test_an_address_is_followed_from_its_file(address: str, found: Target | None) -> None:
    assert target("a/b/c.md", address) == found


@pytest.mark.parametrize(
    "source, path, link",
    [
        ("a.md", "b.md", "b.md"),
        ("a/b.md", "a/c.md", "c.md"),
        ("a/b.md", "c.md", "../c.md"),
        ("a/b/c.md", "a/d/e.md", "../d/e.md"),
        ("a/b.md", "a/b/c.md", "b/c.md"),
    ],
)
def test_a_path_is_written_as_seen_from_a_file(source: str, path: str, link: str) -> None:
    assert as_link(source, path) == link
    assert target(source, link) == Target(path)
