"""A link that leads nowhere.

The file it names is not there, or the page has no such place. A link in a text, a note or a script
is the way to a file as seen from the file it stands in: `[Refund](../complaints/refund.md)`, and
behind `#` a place in it: a heading in small letters with dashes (`#what-to-say`), or a step
(`#step-its-id`). The page of a workflow is that of its name with `.md`; the workflow itself is
never published. Addresses of other sites are not looked at, nor are links without an ending: only
the built site knows whether there is a page at `refund/`. Where another program adds files to the
site, switch this rule to `advice`.

Fails:
    # call.md
    ---
    title: Call
    summary: How we speak on the phone.
    responsible: team-lead
    ---
    See [what to say](#what-to-sy) and [how we write](mial.md).

    ## What to say

    Good morning.
    # mail.md
    ---
    title: Mail
    summary: How we write.
    responsible: team-lead
    ---
    Answer every question.

Passes:
    # call.md
    ---
    title: Call
    summary: How we speak on the phone.
    responsible: team-lead
    ---
    See [what to say](#what-to-say) and [how we write](mail.md).

    ## What to say

    Good morning.
    # mail.md
    ---
    title: Mail
    summary: How we write.
    responsible: team-lead
    ---
    Answer every question.
"""

import re
from collections.abc import Iterable, Iterator

from sopbook.checks.ground import Ground
from sopbook.checks.places import Places, places
from sopbook.checks.writings import Writing, writings
from sopbook.core.diagnostic import Diagnostic, Severity
from sopbook.core.fold import nearest
from sopbook.core.forms import shortened
from sopbook.core.links import Link
from sopbook.core.other_files import MADE, is_published
from sopbook.core.source_files import WORKFLOW
from sopbook.core.targets import Target, as_link, target

CODE = "SOP247"
SEVERITY = Severity.ERROR
_MARKDOWN, _DATA = ".md", (".yml", ".yaml")
_WEB = "www."
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WAY = "Write the way to it from this file, such as `../folder/page.md`, or delete the link."
_HOW = "A heading's place is its words, small and with dashes; a step's is `#step-` and its id."


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per link that leads to no file, or to no place in one."""
    there = places(ground)
    for writing in writings(ground):
        for link in writing.links():
            found = target(writing.path, link.address)
            if found:
                yield from _check(found, link, writing, there)


def _check(found: Target, link: Link, writing: Writing, there: Places) -> Iterator[Diagnostic]:
    path = writing.page if found.path == "" else found.path
    others = there.ground.reading.others
    if path in there.pages:
        if not there.of(path).has(found.anchor):
            yield _no_place(path, found.anchor, link, writing, there)
    elif others is not None and path not in others and not (path or "").startswith(MADE):
        yield from _no_file(path or "", link, writing, there.pages | others)


def _no_place(path: str, anchor: str, link: Link, writing: Writing, there: Places) -> Diagnostic:
    where = "on this page" if path == writing.page else f"in `{path}`"
    known = there.of(path)
    near = nearest(anchor, (*sorted(known.ids), *known.slugs))
    message = f"There is no place `#{shortened(anchor)}` {where}"
    hint = f"Did you mean `#{near}`?" if near else _HOW
    return Diagnostic(CODE, message, writing.place(link), hint)


def _no_file(
    path: str, link: Link, writing: Writing, files: frozenset[str]
) -> Iterator[Diagnostic]:
    """Yield a finding for a link that is surely meant as one to a file, or to another site."""
    typed = shortened(link.address)
    name = link.address.partition("#")[0].partition("?")[0]
    if name.endswith(_DATA):
        why, hint = "such a file is never published", _page_of(path, writing.path, files)
    elif name.endswith(_MARKDOWN) or is_published(name):
        near = _near(path, name, files)
        hint = f"Did you mean `{as_link(writing.path, near)}`?" if near else _WAY
        why = "there is no such file"
    elif name.lower().startswith(_WEB) or _EMAIL.fullmatch(name):
        begin = "mailto:" if "@" in name else "https://"
        why, hint = "its beginning is missing", f"Write `{begin}{typed}`."
    else:
        return
    yield Diagnostic(CODE, f"`{typed}` leads nowhere: {why}", writing.place(link), hint)


def _page_of(path: str, source: str, files: Iterable[str]) -> str:
    page = path.removesuffix(WORKFLOW) + _MARKDOWN
    if path.endswith(WORKFLOW) and page in files:
        return f"Link to its page: `{as_link(source, page)}`."
    return "Link to a page, or delete it."


def _near(path: str, name: str, files: frozenset[str]) -> str:
    """Find what was meant: the file of that name, or of a like one, nearest to the place named."""
    base = name.replace("\\", "/").rpartition("/")[2].lower()
    ending = base.rpartition(".")[2]
    named = {file: file.rpartition("/")[2].lower() for file in sorted(files)}
    if base not in named.values():
        stems = (own.removesuffix(ending) for own in named.values() if own.endswith(ending))
        base = nearest(base.removesuffix(ending), stems) + ending
    return nearest(path or name, [file for file, own in named.items() if own == base], 0)
