"""A department whose SOPs went through every kind of change: built, and looked at, by tests."""

from pathlib import Path

from tests.history.repositories import BOT, ION, MARA, Made, make

HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}"
ORGANISATION = """\
people:
  ana: {name: Ana Ionescu, email: ana@example.com, phone: "+40 21 555 0100"}
roles:
  agent: {title: Support agent, people: [ana], escalates_to: lead}
  lead: {title: Team lead, people: [ana]}
"""
CALL = """\
title: Complaint call
summary: A customer calls with a complaint.
responsible: ana
status: approved
approved: {by: lead, on: 2026-01-03}
promise: {first answer: 1 min}
steps:
  - start: Customer calls
  - do: Greet
    by: agent
    within: 30 s
  - do: Find the order
    by: agent
    note: Ask for the order number, then for the name and the postcode.
  - ask: Is the customer right?
    by: agent
    answers:
      right: offer
      wrong: explain
  - do: Offer a refund
    id: offer
    by: agent
    then: solved
  - do: Explain why not
    id: explain
    by: agent
  - ask: Solved?
    by: agent
    answers: {yes: done, no: greet}
  - end: Done
    id: done
"""
TEXT = """\
Stay calm, and let the customer speak. Do not interrupt.

## What you may offer

- up to 20 EUR without asking
- up to 100 EUR with the team lead
"""
REFUND = """\
title: Refund
responsible: ana
steps:
  - start: A refund was promised
  - do: Pay it back
    by: agent
  - end: Paid
"""
LATER = (
    CALL.replace("    within: 30 s\n", "    within: 20 s\n")
    .replace("{first answer: 1 min}", "{first answer: 45 s}")
    .replace("      wrong: explain\n", "      wrong: lead\n")
    .replace(
        "  - do: Explain why not\n    id: explain\n    by: agent\n",
        "  - escalate: Hand over to the team lead\n    id: lead\n    by: agent\n    to: lead\n",
    )
    .replace("the name and the postcode", "the postcode alone")
    .replace("    by: agent\n    note: Ask", "    by: lead\n    note: Ask")
    .replace("  - ask: Is the customer right?",
             "  - do: Read the order aloud\n    by: agent\n  - ask: Is the customer right?")
)  # fmt: skip


def example(top: Path) -> Made:
    """Make the repository."""
    made = make(top)
    first = {"index.md": "# Home\n\n```sops\n```\n", "organisation.yml": ORGANISATION}
    made.commit("The organisation", first)
    made.commit(
        "How we answer complaints", {"call.workflow.yml": CALL, "refund.workflow.yml": REFUND}
    )
    made.commit("Words for the call", {"call.md": TEXT}, ION)
    made.commit("Tidy up", {"call.md": TEXT.replace("\n\n", "\n\n\n")}, BOT)
    made.commit("Spaces", {"call.md": TEXT}, ION)
    made.commit(
        "Ask whether it is sovled", {"call.workflow.yml": CALL.replace("Find the", "Find teh")}
    )
    made.commit("A slip of the pen", {"call.workflow.yml": CALL}, MARA)
    made.commit(
        f"{HOSTILE}\n\n{HOSTILE}\nwrite to mallory@example.com",
        {"call.md": TEXT.replace("20 EUR", "30 EUR")},
        f"{HOSTILE.replace('<', '').replace('>', '')} <mallory@example.com>",
    )
    made.commit(
        "Wrong complaints go to the team lead\n\nWe lost three customers in a week.\n\n"
        "Co-authored-by: Ion Marin <ion@example.com>\nReviewed-by: Mara Pop <mara@example.com>",
        {"call.workflow.yml": LATER, "call.md": TEXT.replace("20 EUR", "30 EUR")},
    )
    made.move(("call.md", "calls/call.md"), ("call.workflow.yml", "calls/call.workflow.yml"))
    made.commit("Calls have a folder of their own", {}, ION)
    text = TEXT.replace("20 EUR", "30 EUR").replace("Do not interrupt.", "Never interrupt them.")
    made.commit("Plainer words\n\nSOP-Change: editorial", {"calls/call.md": text}, MARA)
    made.commit("Not needed any more", {"refund.workflow.yml": None})
    made.commit("It is needed", {"refund.workflow.yml": REFUND}, ION)
    made.commit("Something old", {"fax.workflow.yml": REFUND.replace("Refund", "Fax")})
    made.commit("Nobody has a fax", {"fax.workflow.yml": None}, MARA)
    return made
