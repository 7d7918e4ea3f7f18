"""One role that nobody holds.

Every other role has people in it or an address, and this one, which does steps, has neither. It was
probably forgotten, and readers cannot see whom to call. Where several roles are left without
people, that is taken for intention: a department need not list all its agents.

Fails:
    # organisation.yml
    people:
      ana: {name: Ana Ionescu, email: ana@example.com}
      ion: {name: Ion Marin, email: ion@example.com}
    roles:
      agent: {title: Agent, people: [ion]}
      team-lead: {title: Team lead, people: [ana]}
      billing: {title: Billing}
    # call.workflow.yml
    title: Support call
    summary: What to do when a customer calls.
    responsible: team-lead
    steps:
      - start: Customer calls
      - do: Correct the bill
        by: billing
      - do: Tell the customer
        by: agent
      - end: Bill is right

Passes:
    # organisation.yml
    people:
      ana: {name: Ana Ionescu, email: ana@example.com}
      ion: {name: Ion Marin, email: ion@example.com}
    roles:
      agent: {title: Agent, people: [ion]}
      team-lead: {title: Team lead, people: [ana]}
      billing: {title: Billing, email: billing@example.com}
    # call.workflow.yml
    title: Support call
    summary: What to do when a customer calls.
    responsible: team-lead
    steps:
      - start: Customer calls
      - do: Correct the bill
        by: billing
      - do: Tell the customer
        by: agent
      - end: Bill is right
"""

from collections.abc import Iterator

from sopbook.checks.ground import Ground
from sopbook.checks.people.duties import lasting, taking_over
from sopbook.checks.people.empty_role import groups, is_somebody
from sopbook.checks.sentences import called
from sopbook.core.diagnostic import Diagnostic, Related, Severity
from sopbook.core.model import Step
from sopbook.core.organisation import Role

CODE = "SOP315"
SEVERITY = Severity.ADVICE
_FEW = 3


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding for the only role without people, where it does a step."""
    roles = [group for group in groups(ground.organisation) if isinstance(group, Role)]
    empty = [role for role in roles if not is_somebody(role)]
    if not ground.knows_people or len(roles) < _FEW or len(empty) != 1:
        return
    role = empty[0]
    if any(duty.who.target == role.id for duty in (*lasting(ground), *taking_over(ground))):
        return
    step = _first_step(ground, role.id)
    if step:
        message = f"Nobody is in `{role.id}`, the only role without people"
        hint = "Add `people:` with ids of people, or a shared `email:`, `phone:` or `chat:`."
        also = Related(f"it does {called(step)}", step.span)
        yield Diagnostic(CODE, message, role.span, hint, related=(also,))


def _first_step(ground: Ground, name: str) -> Step | None:
    steps = (step for _, step in ground.live_steps())
    return next((step for step in steps if name in map(str, step.by)), None)
