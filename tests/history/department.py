"""A department in two versions, the newer one not committed: every kind of change, one hostile."""

from pathlib import Path

from tests.history.repositories import Made, make

HOSTILE = """<img src=x onerror=alert(1)> "]; end %%{init: {}}%% `x` ~~y~~ @ana #1 \\n {{7*7}}"""
QUOTED = HOSTILE.replace("'", "''")

ORGANISATION = """\
people:
  ana: {name: Ana Ionescu, email: ana@example.com}
roles:
  agent: {title: Support agent, people: [ana]}
  team-lead: {title: Team lead, people: [ana]}
  billing: {title: Billing desk, people: [ana]}
tools:
  crm: {title: Customer file, url: https://crm.example.com}
"""
CARD = "summary: What we do.\nresponsible: {by}\n"
REFUND = f"""\
title: Refund an order
{CARD.format(by="team-lead")}promise: {{first response: 4 h}}
steps:
  - start: Customer asks for money back
  - do: Find the order
    by: agent
    within: 2 h
  - id: paid
    ask: Was it paid by card?
    by: agent
    answers:
      yes: card
      no: voucher
  - id: card
    do: Send the money back to the card
    by: billing
    takes: 5 min
  - id: tell
    do: Tell the customer
    by: agent
    then: done
  - id: voucher
    do: Write a voucher
    by: agent
    then: done
  - id: done
    end: Customer has the money
"""
REFUND_NOW = f"""\
title: Refund an order
{CARD.format(by="ana")}promise: {{first response: 2 h}}
steps:
  - start: Customer asks for money back
  - do: Find the order
    by: agent
    within: 30 min
  - do: Check whether the order is older than 30 days
    by: agent
    uses: [crm]
  - id: paid
    ask: Was it paid by card?
    by: agent
    answers:
      yes: card
      no: lead
  - id: card
    do: Send the money back to the card
    by: team-lead
    takes: 5-10 min
  - id: tell
    do: Tell the customer in writing
    by: agent
    then: done
  - id: lead
    escalate: Ask a team lead
    by: agent
    to: team-lead
    after: 10 min
  - id: done
    end: Customer has the money
"""
TEXT = """\
---
title: Greeting
summary: How we greet.
responsible: ana
---

# Greeting

Always say the name of the company, then your own name.

## On the phone

Pick up within three rings and speak slowly.

## By mail

Answer within one day.
"""
TEXT_NOW = TEXT.replace("three rings", "two rings").replace("one day", "one working day")
EDITED = TEXT.replace("title: Greeting", "title: Parting").replace("# Greeting", "# Parting")
GONE = f"""\
title: Fax orders
{CARD.format(by="ana")}steps:
  - do: Take the paper out of the machine
    by: agent
  - end: Filed
"""
NEW = f"""\
title: Chat with a customer
{CARD.format(by="ana")}steps:
  - do: Greet the customer
    by: agent
  - ask: Is it urgent?
    by: agent
    answers:
      yes:
        - do: Call back
          by: agent
        - end: Called
      no: next
  - end: Answered in the chat
"""
EVIL = f"""\
title: '{QUOTED}'
{CARD.format(by="ana")}steps:
  - do: 'Look at {QUOTED}'
    by: agent
  - id: end
    ask: 'Why {QUOTED}?'
    by: agent
    answers:
      '{QUOTED}': fine
      no: bad
  - id: fine
    end: Fine
  - id: bad
    end: Bad
"""
EVIL_NOW = EVIL.replace("Look at", "Look twice at").replace("no: bad", "no: fine").replace(
    "  - id: bad\n    end: Bad\n", ""
)  # fmt: skip
BROKEN = "title: Broken\nsteps:\n  - do: [\n"

BEFORE = {
    "organisation.yml": ORGANISATION,
    "index.md": "# Home\n",
    "money/refund.workflow.yml": REFUND,
    "greeting.md": TEXT,
    "parting.md": EDITED,
    "fax.workflow.yml": GONE,
    "evil.workflow.yml": EVIL,
    "broken.workflow.yml": GONE.replace("Fax orders", "Broken"),
    "moved.workflow.yml": GONE.replace("Fax orders", "Moved"),
    "same.workflow.yml": GONE.replace("Fax orders", "Same"),
}
AFTER = {
    "organisation.yml": ORGANISATION.replace("Billing desk", "Billing"),
    "index.md": "# Welcome\n",
    "money/refund.workflow.yml": REFUND_NOW,
    "greeting.md": TEXT_NOW,
    "parting.md": EDITED.replace("company, then", "company; then"),
    "fax.workflow.yml": None,
    "chat.workflow.yml": NEW,
    "evil.workflow.yml": EVIL_NOW,
    "broken.workflow.yml": BROKEN,
    "same.workflow.yml": "# A comment\n" + GONE.replace("Fax orders", "Same"),
}


def department(top: Path) -> Made:
    """Make the repository: one commit, and what changed since."""
    made = make(top)
    made.commit("Begin", BEFORE)
    made.move(("moved.workflow.yml", "old/moved.workflow.yml"))
    made.write(AFTER)
    return made
