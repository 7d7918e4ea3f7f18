"""A bot that leads to no person.

A customer whom the bot cannot help would be left alone with it. A workflow is meant in which a
role of `kind: system` talks with the customer, and in which nothing is done by a person, a role of
people or a team, nothing is handed over to one, and no SOP is run that has one.

A machine talks if its name says so (chatbot, voice assistant), if the SOP's channel is `chatbot`,
or if it has words to `say` on the phone, in a chat or on social media; and if the customer has a
step, too, or it asks or says something. A web shop that shows pages does not talk. An SOP that is
run by another one is judged together with that one.

Fails:
    steps:
      - start: Customer opens the chat
      - id: question
        do: Ask a question
        by: customer
      - do: Look for the answer, and show it
        by: chatbot
      - ask: Did that help?
        by: customer
        answers:
          yes: next
          no: question
      - end: Customer has an answer

Passes:
    steps:
      - start: Customer opens the chat
      - do: Ask a question
        by: customer
      - do: Look for the answer, and show it
        by: chatbot
      - ask: Did that help?
        by: customer
        answers:
          yes: helped
          no: next
      - escalate: Hand the chat over, with all that was said
        by: chatbot
        to: agent
        after: 1 min
      - end: Agent has the chat
      - id: helped
        end: Customer has an answer
"""

from collections.abc import Iterator, Mapping

from sopbook.analysis.calls import calls
from sopbook.analysis.ways import Ways, closure, turned
from sopbook.checks.ground import Ground
from sopbook.checks.vocabulary import BOT, TALKING, begins, words
from sopbook.core.diagnostic import Diagnostic, Severity
from sopbook.core.model import CUSTOMER, Kind, Step
from sopbook.core.organisation import Organisation

CODE = "SOP230"
SEVERITY = Severity.WARNING
_BOTS = "chatbot"
_SPOKEN = frozenset({_BOTS, "chat", "phone", "social-media"})


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per workflow of a bot from which no customer gets to a person."""
    who = ground.organisation
    machines = {
        role.id: _is_bot(role.id, role.title)
        for role in who.roles.values()
        if who.is_system(role.id)
    }
    if not ground.knows_people or not machines:
        return
    live = {way.sop.id: way for way in ground.live_ways()}
    ran = calls(live)
    run_by = turned(ran)
    for way in live.values():
        talking = _talking(way, machines)
        around = closure(closure((way.sop.id,), run_by), ran) if talking else ()
        if talking and not any(_has_person(live[name], who, live) for name in around):
            step, name = talking
            title = who.roles[name].title
            message = f"Customers talk with `{title}` here, and no step leads to a person"
            hint = (
                "Add an answer for those whom it cannot help, and below it `- escalate: …` "
                "with `to:` and the role that takes over."
            )
            yield Diagnostic(CODE, message, step.span, hint)


def _is_bot(*names: str) -> bool:
    found = words(*names)
    # A robot works in the warehouse, or in the kitchen.
    return begins(found, TALKING) or any(
        word.endswith(BOT) and not word.startswith("robot") for word in found
    )


def _talking(way: Ways, machines: Mapping[str, bool]) -> tuple[Step, str] | None:
    """Find the first step in which a machine talks, and which machine it is."""
    steps = way.walked
    acting = [(s, ref.target) for s in steps for ref in s.by if ref.target in machines]
    if not acting:
        return None
    channels = {ref.target for ref in way.sop.card.channels}
    answered = any(ref.target == CUSTOMER for step in steps for ref in step.by)
    for step, name in acting:
        is_bot = machines[name] or _BOTS in channels
        takes_part = answered or step.kind is Kind.ASK or bool(step.say)
        if (is_bot and takes_part) or (step.say and channels & _SPOKEN):
            return step, name
    return None


def _has_person(way: Ways, who: Organisation, live: Mapping[str, Ways]) -> bool:
    """Say whether somebody takes part, as far as is known: in what is not, somebody may."""
    steps = way.walked
    unknown = any(step.sop and step.sop.target not in live for step in steps)
    return unknown or any(_is_human(step, who) for step in steps)


def _is_human(step: Step, who: Organisation) -> bool:
    actors = [ref.target for ref in (*step.by, *((step.to,) if step.to else ()))]
    if not actors:
        # Who does it is a finding of its own; it may be a person.
        return step.kind is Kind.DO
    return any(who.is_colleague(name) or who.actor(name) is None for name in actors)
