"""Somebody who has left.

A person's `until` has passed, and they still stand somewhere as if they could be asked: on a card,
in a role or team, as a deputy, as the next one, in a step. Whoever needs them calls in vain. Name
who has the duty now. Approvals of the past stay as they are, and so does the person's own entry,
which those approvals need.

Fails:
    # organisation.yml
    people:
      ana: {name: Ana Ionescu, email: ana@example.com, until: 2026-03-31}
      ion: {name: Ion Marin, email: ion@example.com}
    roles:
      agent: {title: Agent, people: [ion]}
    # call.workflow.yml
    title: Support call
    summary: What to do when a customer calls.
    responsible: ana
    steps:
      - start: Customer calls
      - do: Answer the question
        by: agent
      - end: Question answered

Passes:
    # organisation.yml
    people:
      ana: {name: Ana Ionescu, email: ana@example.com, until: 2026-03-31}
      ion: {name: Ion Marin, email: ion@example.com}
    roles:
      agent: {title: Agent, people: [ion]}
    # call.workflow.yml
    title: Support call
    summary: What to do when a customer calls.
    responsible: ion
    steps:
      - start: Customer calls
      - do: Answer the question
        by: agent
      - end: Question answered
"""

from collections.abc import Iterator

from sopbook.checks.ground import Ground
from sopbook.checks.people.duties import Duty, lasting, taking_over
from sopbook.checks.sentences import called
from sopbook.core.diagnostic import Diagnostic, Severity

CODE = "SOP308"
SEVERITY = Severity.WARNING
NEEDS_DAY = True


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per place in which somebody stands who is no longer there."""
    on = ground.on
    if on is None or not ground.knows_people:
        return
    people = ground.organisation.people.values()
    gone = {person.id: person.until for person in people if person.until and person.until < on}
    if not gone:
        return
    for duty in (*lasting(ground), *_members(ground), *taking_over(ground), *_acting(ground)):
        until = gone.get(duty.who.target)
        if until:
            message = f"`{duty.who}` left, or handed over, on {until}, but still {duty.what}"
            yield Diagnostic(CODE, message, duty.who.span, "Name who does it now.")


def _members(ground: Ground) -> Iterator[Duty]:
    for group in ground.organisation.groups():
        alone = "alone " if len(group.people) == 1 else ""
        yield from (Duty(ref, f"is {alone}in `{group.id}`") for ref in group.people)


def _acting(ground: Ground) -> Iterator[Duty]:
    for way, step in ground.live_steps():
        yield from (Duty(ref, f"does {called(step)} in `{way.sop.title}`") for ref in step.by)
