"""A deputy who is the same person.

Whoever stands in has to be somebody else: when the responsible person is ill, so is the deputy.
The same where a role or a team stands in whose only person is the responsible one, or the other
way round. A shared address counts as somebody else, and so does a team of several.

Fails:
    # call.workflow.yml
    title: Support call
    summary: What to do when a customer calls.
    responsible: ana
    deputy: team-lead
    steps:
      - start: Customer calls
      - do: Answer the question
        by: agent
      - end: Question answered

Passes:
    # call.workflow.yml
    title: Support call
    summary: What to do when a customer calls.
    responsible: ana
    deputy: ion
    steps:
      - start: Customer calls
      - do: Answer the question
        by: agent
      - end: Question answered
"""

from collections.abc import Iterator

from sopbook.analysis.people import people
from sopbook.checks.ground import Ground
from sopbook.core.diagnostic import Diagnostic, Severity
from sopbook.core.model import Ref
from sopbook.core.organisation import Organisation, Person

CODE = "SOP309"
SEVERITY = Severity.WARNING


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per deputy on a card or of a person who is who they stand in for."""
    if not ground.knows_people:
        return
    who = ground.organisation
    for sop in ground.live():
        if sop.card.responsible and sop.card.deputy:
            yield from _check(sop.card.responsible.target, sop.card.deputy, who)
    for person in who.people.values():
        if person.deputy:
            yield from _check(person.id, person.deputy, who)


def _check(name: str, deputy: Ref, who: Organisation) -> Iterator[Diagnostic]:
    other = deputy.target
    message = ""
    if name == other:
        message = f"`{name}` cannot stand in for `{name}`"
    elif _only(name, who) and _only(name, who) == _only(other, who):
        message = f"`{other}` cannot stand in for `{name}`: both are `{_only(name, who)}` alone"
    if message:
        hint = "Name somebody else as deputy, or leave `deputy` out."
        yield Diagnostic(CODE, message, deputy.span, hint)


def _only(name: str, who: Organisation) -> str:
    """Give the one person behind a name; "" where more may be: several people, or an address."""
    actor = who.actor(name)
    if actor is None:
        return ""
    found = people(name, who)
    is_shared = not isinstance(actor, Person) and (actor.email or actor.phone or actor.chat)
    return "" if is_shared or len(found) != 1 else found[0].id
