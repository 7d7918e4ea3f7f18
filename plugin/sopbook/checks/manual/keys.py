"""Pages about keys: what may stand where, what has to, and what kind a step is."""

PAGES = {
    "SOP106": """A key that is not known here.

What stands behind it would reach no reader. Mostly it is mistyped; the finding names the key that
comes nearest.

Fails:
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agent
        wihtin: 10 min
      - end: Problem solved

Passes:
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agent
        within: 10 min
      - end: Problem solved
""",
    "SOP107": """Something is missing that has to be there.

An SOP without a title, a workflow without steps, a decision without answers or an escalation that
goes to nobody cannot be shown, or would leave readers alone at the worst moment. Add the key that
the finding names.

Fails:
    steps:
      - start: Customer calls
      - do: Listen
        by: agent
      - escalate: Hand the call over
        by: agent
      - end: The team lead has the call

Passes:
    steps:
      - start: Customer calls
      - do: Listen
        by: agent
      - escalate: Hand the call over
        by: agent
        to: team-lead
      - end: The team lead has the call
""",
    "SOP110": """A step that does not say what kind it is.

The kind decides what is drawn and what the step may hold: `start`, `do`, `ask` (a decision),
`wait`, `escalate` (a hand-over), `sop` (run another SOP), `together` (at the same time) or `end`.
Each item of `steps` begins with one of them.

Fails:
    steps:
      - start: Customer calls
      - Solve the problem
      - end: Problem solved

Passes:
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agent
      - end: Problem solved
""",
    "SOP111": """A step of two kinds.

A step does one thing: it is a box or a decision, not both. Make two steps, each with its own dash.

Fails:
    steps:
      - start: Customer calls
      - do: Offer a solution
        by: agent
        ask: Does the customer accept?
        answers: {yes: solved, no: given-up}
      - id: given-up
        end: Customer gives up
      - id: solved
        end: Problem solved

Passes:
    steps:
      - start: Customer calls
      - do: Offer a solution
        by: agent
      - ask: Does the customer accept?
        by: customer
        answers: {yes: solved, no: given-up}
      - id: given-up
        end: Customer gives up
      - id: solved
        end: Problem solved
""",
    "SOP112": """A key in the wrong place.

The key is a right one, but not of this kind of step or file: what stands behind it would have no
meaning here. The finding says where it belongs. Steps belong into the workflow file, never into
the Markdown file.

Fails:
    steps:
      - start: Customer calls
        within: 30 s
      - do: Pick up
        by: agent
      - end: Problem solved

Passes:
    steps:
      - start: Customer calls
      - do: Pick up
        by: agent
        within: 30 s
      - end: Problem solved
""",
    "SOP118": """A key stands on both cards of an SOP.

An SOP has one card, in its Markdown file or in its workflow file, or some keys here and some
there. A key in both would have two values. Keep one of the two.

Fails:
    # call.md
    ---
    title: Call
    summary: What to do when a customer calls.
    responsible: team-lead
    ---
    Stay calm.
    # call.workflow.yml
    summary: How to take a call.
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agent
      - end: Problem solved

Passes:
    # call.md
    ---
    title: Call
    summary: What to do when a customer calls.
    responsible: team-lead
    ---
    Stay calm.
    # call.workflow.yml
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agent
      - end: Problem solved
""",
}
