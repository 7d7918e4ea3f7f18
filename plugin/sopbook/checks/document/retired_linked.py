"""A link to an SOP that is retired.

Readers who follow it do what no longer holds. Name the SOP that took its place. The SOP that
replaces it may name it; and so may another retired one.

Fails:
    # call.md
    ---
    title: Call
    summary: How we speak on the phone.
    responsible: team-lead
    related: [fax]
    ---
    Stay calm.
    # fax.md
    ---
    title: Fax
    summary: How we faxed.
    responsible: team-lead
    status: retired
    ---
    Write in capitals.

Passes:
    # mail.md
    ---
    title: Mail
    summary: How we write.
    responsible: team-lead
    replaces: fax
    ---
    It was another thing [by fax](fax.md).
    # fax.md
    ---
    title: Fax
    summary: How we faxed.
    responsible: team-lead
    status: retired
    ---
    Write in capitals.
"""

from collections.abc import Iterator, Mapping

from sopbook.checks.ground import Ground
from sopbook.checks.writings import Writing, writings
from sopbook.core.diagnostic import Diagnostic, Severity
from sopbook.core.fences import flowcharts
from sopbook.core.model import Ref, Sop, Status
from sopbook.core.reading import Page
from sopbook.core.span import Span
from sopbook.core.targets import target

CODE = "SOP243"
SEVERITY = Severity.WARNING


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per place that sends readers to a retired SOP."""
    sops = ground.library.sops
    retired = {name: sop for name, sop in sops.items() if sop.card.status is Status.RETIRED}
    if not retired:
        return
    heirs = {str(sop.card.replaces): sop.id for sop in ground.live() if sop.card.replaces}
    for ref, beside in _named(ground, retired):
        if ref.target in retired:
            message = f"`{ref.target}` is retired, but is named here"
            hint = _hint(ref.target, heirs.get(ref.target, ""), beside)
            yield Diagnostic(CODE, message, ref.span, hint)


def _hint(name: str, heir: str, beside: frozenset[str]) -> str:
    """Say what to name instead; `beside` is what is named there already."""
    if heir and heir in beside:
        return f"Leave it out: `{heir}`, which replaces it, is here already."
    if heir:
        return f"Name `{heir}`, which replaces it."
    return f"Name what holds now (and let that one say `replaces: {name}`), or leave it out."


def _named(ground: Ground, retired: Mapping[str, Sop]) -> Iterator[tuple[Ref, frozenset[str]]]:
    """Yield the SOPs that are named where readers may follow, and what is named beside each."""
    for path in ground.organisation.paths.values():
        listed = frozenset(map(str, path.sops))
        yield from ((ref, listed) for ref in path.sops)
    for sop in ground.live():
        listed = frozenset((sop.id, *map(str, sop.card.related)))
        steps = sop.workflow.steps if sop.workflow else ()
        yield from ((ref, listed) for ref in sop.card.related)
        yield from ((step.sop, frozenset()) for step in steps if step.sop)
    for ref in _written(ground, retired):
        yield ref, frozenset()


def _written(ground: Ground, retired: Mapping[str, Sop]) -> Iterator[Ref]:
    """Yield the SOPs that texts link to, or show the charts of."""
    for page in ground.reading.pages.values():
        if page.sop_id not in retired:
            yield from _placed(page)
    by_page = {sop.page_path: name for name, sop in retired.items()}
    for writing in writings(ground):
        if not (writing.sop and writing.sop.id in retired):
            yield from _linked(writing, by_page)


def _placed(page: Page) -> Iterator[Ref]:
    for fence in flowcharts(page.text.split("\n")):
        line = page.text_line + fence.first + 1
        yield Ref(fence.text, Span(page.path, line, 1, line, len(fence.text) + 1))


def _linked(writing: Writing, by_page: Mapping[str, str]) -> Iterator[Ref]:
    replaced = str(writing.sop.card.replaces) if writing.sop else ""
    for link in writing.links():
        found = target(writing.path, link.address)
        name = by_page.get(found.path or "", "") if found else ""
        if name and name != replaced:
            yield Ref(name, writing.place(link))
