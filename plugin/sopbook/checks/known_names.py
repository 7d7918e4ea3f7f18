"""Every name must mean something: people, SOPs, terms and tools that are named exist.

Fails: a step `by: agnet` where the organisation has only `agent`.
Passes: a step `by: agent`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sopbook.core.diagnostic import Diagnostic, Related
from sopbook.core.fences import flowcharts
from sopbook.core.fold import nearest
from sopbook.core.library import Library
from sopbook.core.model import Ref, Sop, Step
from sopbook.core.organisation import Organisation
from sopbook.core.span import Span


@dataclass(frozen=True, slots=True)
class _Naming:
    """A kind of name: its code, what it is a name of, where those are written, which there are."""

    code: str
    what: str
    home: str
    known: Mapping[str, object]

    def check(self, *refs: Ref | None) -> Iterator[Diagnostic]:
        """Yield a finding for each name that nobody knows."""
        for ref in refs:
            if ref is not None and ref.target not in self.known:
                yield Diagnostic(
                    self.code, f"`{ref.target}` is not {self.what}", ref.span, self._hint(ref)
                )

    def _hint(self, ref: Ref) -> str:
        near = nearest(ref.target, self.known)
        return (
            f"Did you mean `{near}`?"
            if near
            else f"Add it to {self.home}, or name one that is there."
        )


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


def check(library: Library) -> Iterator[Diagnostic]:
    """Yield one finding per name that means nothing, and per name that means two things."""
    namings = _namings(library)
    yield from _ambiguous(library.organisation)
    yield from _organisation(library.organisation, namings)
    for sop in library.sops.values():
        yield from _card(sop, namings)
        for step in sop.workflow.steps if sop.workflow else ():
            yield from _step(step, namings)


def check_flowcharts(
    path: str, text: str, first_line: int, library: Library
) -> Iterator[Diagnostic]:
    """Yield a finding per `flowchart` block that names no SOP with a workflow."""
    lines = text.split("\n")
    for fence in flowcharts(lines):
        line = fence.first + first_line + 1
        span = Span(path, line, 1, line, len(fence.text) + 1)
        sop = library.sops.get(fence.text)
        if sop is None:
            yield from _namings(library).sops.check(Ref(fence.text, span))
        elif sop.workflow is None:
            message = f"`{fence.text}` has no workflow, so there is no chart of it"
            yield Diagnostic("SOP208", message, span, "Name an SOP that has a workflow.")


def _namings(library: Library) -> _Namings:
    who, file = library.organisation, "organisation.yml"
    actors = {**who.people, **who.roles, **who.teams}
    return _Namings(
        actors=_Naming("SOP301", "a person, role or team of the organisation", file, actors),
        people=_Naming(
            "SOP302", "one of the people of the organisation", f"`people` in {file}", who.people
        ),
        learners=_Naming("SOP303", "a role or an audience", file, {**who.roles, **who.audiences}),
        sops=_Naming("SOP205", "the id of an SOP", "the SOPs", library.sops),
        channels=_Naming("SOP206", "a known channel", f"`channels` in {file}", who.channels),
        reasons=_Naming("SOP206", "a known reason", f"`reasons` in {file}", who.reasons),
        audiences=_Naming("SOP206", "a known audience", f"`audiences` in {file}", who.audiences),
        measures=_Naming("SOP206", "a known measure", f"`measures` in {file}", who.measures),
        tools=_Naming("SOP207", "a known tool", f"`tools` in {file}", who.tools),
    )


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
