"""Files beside SOPs and pages: what is published as it is, and what never is."""

import re

from sopbook.core.diagnostic import Diagnostic
from sopbook.core.span import Span

# Pictures, documents, sound and film, and what a site's look is made of: inert on their own.
_ENDINGS = frozenset(
    [
        *("png", "jpg", "jpeg", "gif", "webp", "avif", "bmp", "ico", "svg", "pdf", "txt", "csv"),
        *("tsv", "docx", "xlsx", "pptx", "odt", "ods", "odp", "rtf", "mp3", "m4a", "ogg", "wav"),
        *("mp4", "webm", "vtt", "css", "js", "map", "json", "woff", "woff2", "ttf", "otf"),
        *("zip", "vcf", "ics"),
    ]
)
MADE = (
    "assets/", "browse/", "changes/", "contacts/", "history/", "leads/", "learn/", "people/",
    "practice/", "roles/", "teams/",
)  # fmt: skip
"""Folders into which the build puts files: the theme's and ours, contact cards, own pages."""
_NAMES = frozenset({"CNAME", "_headers", "_redirects"})
_SCHEMA = ".schema.json"
_DATA = re.compile(r"\.ya?ml|workflow|organi[sz]ation", re.IGNORECASE)
_PROGRAMS = frozenset({"html", "htm", "xhtml", "xml", "mhtml", "svgz", "swf"})
# A picture that is opened on its own may run what is in it.
_ACTIVE = re.compile(
    rb"<script|<foreignobject|<iframe|<!entity|javascript:|\son[a-z]+\s*=", re.IGNORECASE
)


def is_published(path: str) -> bool:
    """Say whether a file that is no page may be copied into the site."""
    name = path.rpartition("/")[2]
    if name.endswith(_SCHEMA):
        return False
    return name in _NAMES or _ending(name) in _ENDINGS


def complain_of_other(path: str, data: bytes) -> Diagnostic | None:
    """Give the finding for a file that is neither read nor published, or that may do harm."""
    name = path.rpartition("/")[2]
    if _ending(name) == "svg" and _ACTIVE.search(data):
        message = f"The picture `{name}` has a program in it"
        return Diagnostic("SOP122", message, Span(path), "Save it as PNG, or as plain SVG.")
    if is_published(path) or name.endswith(_SCHEMA):
        return None
    message = f"`{name}` is neither read nor published"
    return Diagnostic("SOP122", message, Span(path), _hint(name))


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower()


def _hint(name: str) -> str:
    if _ending(name) in _PROGRAMS:
        return "Write a page as Markdown (`.md`); this kind of file could run programs."
    if _DATA.search(name):
        return (
            "Only `NAME.workflow.yml` and `organisation.yml` are read; rename it, or delete a copy."
        )
    return "Move it out of the folder of the SOPs."
