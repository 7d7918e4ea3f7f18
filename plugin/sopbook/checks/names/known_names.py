"""Every name must mean something: people, SOPs, terms and tools that are named exist.

One walk finds what has many codes; their pages are in `manual/names.py`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sopbook.checks.ground import Ground
from sopbook.core.diagnostic import Diagnostic, Related
from sopbook.core.fences import flowcharts
from sopbook.core.fold import nearest
from sopbook.core.forms import shortened
from sopbook.core.guesses import several
from sopbook.core.library import Library
from sopbook.core.model import Ref, Sop, Step
from sopbook.core.organisation import Organisation
from sopbook.core.reading import Page
from sopbook.core.span import Span

_STRANGERS = frozenset({"SOP207", "SOP301", "SOP302", "SOP303"})
_TERMS = "SOP206"


@dataclass(frozen=True, slots=True)
class _Naming:
    """A kind of name: its code, what it is a name of, where those are written, which there are.

    `titles` has what else people may write for a name: a title, an address, a file's name.
    """

    code: str
    what: str
    home: str
    known: Mapping[str, object]
    titles: Mapping[str, str] = field(default_factory=dict)

    def check(self, *refs: Ref | None) -> Iterator[Diagnostic]:
        """Yield a finding for each name that nobody knows."""
        for ref in refs:
            if ref is not None and ref.target not in self.known:
                message = f"`{shortened(ref.target)}` is not {self.what}"
                yield Diagnostic(self.code, message, ref.span, self._hint(ref.target))

    def _hint(self, name: str) -> str:
        many = several(name)
        if many:
            return many
        near = nearest(name, (*self.titles, *self.known))
        meant = self.titles.get(near, near)
        if not meant:
            return f"Add it to {self.home}, or name one that is there."
        also = f" ({near})" if near != meant else ""
        return f"Did you mean `{meant}`{also}?"


@dataclass(frozen=True, slots=True)
class _Namings:
    actors: _Naming
    people: _Naming
    learners: _Naming
    sops: _Naming
    channels: _Naming
    reasons: _Naming
    audiences: _Naming
    measures: _Naming
    tools: _Naming


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield one finding per name that means nothing, and per name that means two things."""
    library = ground.library
    namings = _namings(library)
    found = [*_ambiguous(library.organisation), *_organisation(library.organisation, namings)]
    for sop in library.sops.values():
        found += _card(sop, namings)
        for step in sop.workflow.steps if sop.workflow else ():
            found += _step(step, namings)
    yield from _by_cause(found, library.organisation)
    for page in ground.reading.pages.values():
        yield from _flowcharts(page, library)


def _by_cause(found: list[Diagnostic], who: Organisation) -> Iterator[Diagnostic]:
    """Leave out names of an organisation that is broken or not there: that is the one mistake."""
    if not who.is_whole:
        yield from (f for f in found if f.code not in _STRANGERS and f.code != _TERMS)
        return
    hidden = frozenset() if who.is_written else _STRANGERS
    yield from (f for f in found if f.code not in hidden)
    for first in [f for f in found if f.code in hidden][:1]:
        message = "SOPs name people and tools, but there is no `organisation.yml`"
        cause = f"{first.message[0].lower()}{first.message[1:]}"
        hint = f"Write it into the folder of the SOPs; {cause}."
        yield Diagnostic("SOP305", message, first.span, hint)


def _flowcharts(page: Page, library: Library) -> Iterator[Diagnostic]:
    """Yield a finding per `flowchart` block that names no SOP with a workflow."""
    lines = page.text.split("\n")
    for fence in flowcharts(lines):
        line = fence.first + page.text_line + 1
        span = Span(page.path, line, 1, line, len(fence.text) + 1)
        sop = library.sops.get(fence.text)
        if sop is None:
            yield from _namings(library).sops.check(Ref(fence.text, span))
        elif sop.workflow is None:
            message = f"`{fence.text}` has no workflow, so there is no chart of it"
            yield Diagnostic("SOP208", message, span, "Name an SOP that has a workflow.")


def _namings(library: Library) -> _Namings:
    who, file = library.organisation, "organisation.yml"
    actors = {**who.people, **who.roles, **who.teams}
    sops = {**library.sops, **dict.fromkeys(library.unread)}
    return _Namings(
        actors=_Naming(
            "SOP301", "a person, role or team of the organisation", file, actors, _called(who)
        ),
        people=_Naming(
            "SOP302", "one of the people of the organisation", f"`people` in {file}", who.people
        ),
        learners=_Naming("SOP303", "a role or an audience", file, {**who.roles, **who.audiences}),
        sops=_Naming("SOP205", "the id of an SOP", "the SOPs", sops, _entitled(library)),
        channels=_Naming("SOP206", "a known channel", f"`channels` in {file}", who.channels),
        reasons=_Naming("SOP206", "a known reason", f"`reasons` in {file}", who.reasons),
        audiences=_Naming("SOP206", "a known audience", f"`audiences` in {file}", who.audiences),
        measures=_Naming("SOP206", "a known measure", f"`measures` in {file}", who.measures),
        tools=_Naming("SOP207", "a known tool", f"`tools` in {file}", who.tools, _tools(who)),
    )


def _called(who: Organisation) -> dict[str, str]:
    """Give the ids of people, roles and teams by what else they are called."""
    titles = {role.title: role.id for role in who.roles.values() if role.title}
    titles |= {team.title: team.id for team in who.teams.values()}
    people = who.people.values()
    return titles | {p.name: p.id for p in people} | {p.email: p.id for p in people if p.email}


def _tools(who: Organisation) -> dict[str, str]:
    """Give the ids of tools by their titles."""
    return {tool.title: tool.id for tool in who.tools.values()}


def _entitled(library: Library) -> dict[str, str]:
    """Give the ids of SOPs by their titles and their files' names."""
    sops = library.sops.values()
    return {sop.title: sop.id for sop in sops} | {f"{sop.id}.md": sop.id for sop in sops}


def _ambiguous(who: Organisation) -> Iterator[Diagnostic]:
    """Yield a finding where a person, a role or a team share one id: `by: it` would be a guess."""
    sections = (("person", who.people), ("role", who.roles), ("team", who.teams))
    first: dict[str, tuple[str, Span]] = {}
    for what, section in sections:
        for name, entry in section.items():
            if name in first:
                other, span = first[name]
                message = f"`{name}` is both a {other} and a {what}"
                yield Diagnostic("SOP304", message, entry.span, "Give one of them another id.",
                                 related=(Related(f"the {other}", span),))  # fmt: skip
            first.setdefault(name, (what, entry.span))


def _organisation(who: Organisation, namings: _Namings) -> Iterator[Diagnostic]:
    for person in who.people.values():
        yield from namings.actors.check(person.deputy)
    for role in who.roles.values():
        yield from namings.people.check(*role.people)
        yield from namings.actors.check(role.escalates_to)
    for team in who.teams.values():
        yield from namings.people.check(*team.people)
        yield from namings.actors.check(team.lead, team.escalates_to)
    for audience in who.audiences.values():
        yield from namings.actors.check(*audience.roles)
    for path in who.paths.values():
        yield from namings.learners.check(path.audience)
        yield from namings.sops.check(*path.sops)


def _card(sop: Sop, namings: _Namings) -> Iterator[Diagnostic]:
    card = sop.card
    approver = card.approved.by if card.approved else None
    yield from namings.actors.check(card.responsible, card.deputy, approver)
    yield from namings.sops.check(*card.related, card.replaces, card.improves)
    yield from namings.channels.check(*card.channels)
    yield from namings.reasons.check(*card.reasons)
    yield from namings.audiences.check(*card.audience)
    yield from namings.measures.check(*(target.measure for target in card.measures))


def _step(step: Step, namings: _Namings) -> Iterator[Diagnostic]:
    yield from namings.actors.check(*step.by, step.to)
    yield from namings.sops.check(step.sop)
    yield from namings.tools.check(*(resource.tool for resource in step.uses))
