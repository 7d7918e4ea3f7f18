"""The places of a page that links can lead to, as far as its text says.

How headings get their names is the site's own choice (`toc`, `slugify`), so they are compared by
their letters and digits alone: a link that could be right is right.
"""

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sopbook.core.fold import fold, slug

_HEADING = re.compile(
    r"^(?:[ \t>]|[-*+][ \t]|[0-9]+[.)][ \t])*"
    r"(?:#{1,6}(?P<text>.*?)#*|=== *[\"'](?P<tab>.*)[\"'])[ \t]*$",
    re.MULTILINE,
)
_UNDERLINED = re.compile(r"^[ \t>]*(?P<text>\S.*)\n[ \t>]*(?:=+|-+)[ \t]*$", re.MULTILINE)
_TAGGED = re.compile(r"<h[1-6][^>]*>(?P<text>.*?)</h", re.DOTALL | re.IGNORECASE)
_ATTRIBUTES = re.compile(r"\{[^{}\n]*\}")
_NAMED = re.compile(r"#([^\s#{}]+)")
_ID = re.compile(r"""\bid\s*=\s*["']?([^\s"'>{}]+)""", re.IGNORECASE)
# What is not there when the page is made: text that other programs put in.
_INCLUDED = re.compile(r"--8<--|\{%|\{\{")
_DROPPED = re.compile(r"!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])|\[\^[^\]]*\]|<[^>]*>|\{[^{}]*\}")
_LINKED = re.compile(r"\[([^\[\]]*)\](?:\([^)]*\)|\[[^\[\]]*\])")
_CODE = re.compile(r"(`+.*?`+)")
_EMOJI = re.compile(r":[a-z0-9_+-]+:")
_COUNTED = re.compile(r"(.*)_([0-9]+)")
_TOP = ("", "top")
# Of tabs and of footnotes; and what only a browser knows.
_ALWAYS = ("__", "fn:", "fnref", ":~:")


@dataclass(frozen=True, slots=True)
class Anchors:
    """The ids of a page, its headings as written, and the names that those usually get.

    What begins with one of `begin` is there, too. Where a page is not `is_whole`, another program
    puts text in it, and nothing is known.
    """

    ids: frozenset[str] = frozenset()
    begin: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    slugs: tuple[str, ...] = ()
    is_whole: bool = True

    def has(self, name: str) -> bool:
        """Say whether a link to this name could be right."""
        if not self.is_whole or name in self.ids or name in self.slugs or name in _TOP:
            return True
        return name.startswith((*_ALWAYS, *self.begin)) or self._has_heading(name)

    def _has_heading(self, name: str) -> bool:
        """Look for a heading that may have this name, by letters and digits alone.

        The later ones of a name are counted up: `exceptions_1`. Those without any letter of the
        alphabet have the number alone: `_1` is the first of them.
        """
        headings = Counter(key for title in self.titles for key in _keys(*_readings(title)))
        keys, counted = _keys(name), _COUNTED.fullmatch(name)
        if not headings.keys().isdisjoint(keys - {""} or keys):
            return True
        if not counted:
            return False
        there = max(headings[key] for key in _keys(counted[1]))
        return int(counted[2]) < there + (counted[1] in self.ids or not counted[1])


def anchors(text: str, ours: Iterable[str] = (), begin: tuple[str, ...] = ()) -> Anchors:
    """Find the places of a text; `ours` are ids that stand on its page anyway."""
    blocks = " ".join(_ATTRIBUTES.findall(text))
    ids = frozenset((*ours, *_NAMED.findall(blocks), *_ID.findall(text)))
    titles = tuple(_titles(text))
    slugs = tuple(slug(_plain(title), len(title)) for title in titles)
    return Anchors(ids, begin, titles, slugs, not _INCLUDED.search(text))


def _titles(text: str) -> Iterator[str]:
    for form in (_HEADING, _UNDERLINED, _TAGGED):
        for found in form.finditer(text):
            yield next(part for part in found.groups() if part is not None)


def _readings(title: str) -> Iterator[str]:
    """Yield what a heading may be read as: signs in it may be Markdown, or meant as they are."""
    plain = _plain(title)
    yield plain
    yield _EMOJI.sub("", plain)
    yield html.unescape(_ATTRIBUTES.sub("", title))
    yield html.unescape(title)
    yield "".join(part if part[:1] == "`" else _plain(part) for part in _CODE.split(title))


def _plain(title: str) -> str:
    return html.unescape(_LINKED.sub(r"\1", _DROPPED.sub("", title))).strip()


def _keys(*texts: str) -> frozenset[str]:
    """Give the letters and digits of texts, folded by us and as other programs do it."""
    return frozenset(
        "".join(filter(str.isalnum, form)) for text in texts for form in (fold(text), _ascii(text))
    )


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore")
    return plain.decode("ascii").lower()
