"""Pages about names in SOPs: ids of steps and SOPs, and terms; see `names/known_names.py`."""

PAGES = {
    "SOP201": """Two steps have the same id.

An answer or a `then` that names this id could mean either of them, and so could a link to the
step. Give one of the two another id.

Fails:
    steps:
      - start: Customer calls
      - id: solve
        do: Solve the problem
        by: agent
      - id: solve
        do: Confirm the solution in writing
        by: agent
      - end: Problem solved

Passes:
    steps:
      - start: Customer calls
      - id: solve
        do: Solve the problem
        by: agent
      - id: confirm
        do: Confirm the solution in writing
        by: agent
      - end: Problem solved
""",
    "SOP202": """An answer or a `then` leads to a step that is not there.

The arrow would end in nothing, in the middle of a customer's case. Behind it stands the id of a
step of the same workflow, or `next`; to go on with another SOP, make a step `sop:` with its id.

Fails:
    steps:
      - start: Customer calls
      - ask: Does the customer accept?
        by: customer
        answers: {yes: solvd, no: given-up}
      - id: given-up
        end: Customer gives up
      - id: solved
        end: Problem solved

Passes:
    steps:
      - start: Customer calls
      - ask: Does the customer accept?
        by: customer
        answers: {yes: solved, no: given-up}
      - id: given-up
        end: Customer gives up
      - id: solved
        end: Problem solved
""",
    "SOP203": """An answer goes on with the next step, but there is none.

`next` means the step written below the question. Where nothing stands there, the customer with
this answer is left alone. Add the step, or an `end`.

Fails:
    steps:
      - start: Customer calls
      - ask: Does the customer accept?
        by: customer
        answers:
          yes: next
          no:
            - end: Customer gives up

Passes:
    steps:
      - start: Customer calls
      - ask: Does the customer accept?
        by: customer
        answers:
          yes: next
          no:
            - end: Customer gives up
      - end: Problem solved
""",
    "SOP204": """Two SOPs have the same id.

Links, history and read-marks hang on the id, so it belongs to one SOP of the whole folder. It is
the file's name unless the card has an `id:`. Rename one file, or give one card an `id:`.

Fails:
    # orders/call.md
    ---
    title: Call about an order
    summary: What to do when a customer calls about an order.
    responsible: team-lead
    ---
    Stay calm.
    # returns/call.md
    ---
    title: Call about a return
    summary: What to do when a customer calls about a return.
    responsible: team-lead
    ---
    Stay calm.

Passes:
    # orders/order-call.md
    ---
    title: Call about an order
    summary: What to do when a customer calls about an order.
    responsible: team-lead
    ---
    Stay calm.
    # returns/return-call.md
    ---
    title: Call about a return
    summary: What to do when a customer calls about a return.
    responsible: team-lead
    ---
    Stay calm.
""",
    "SOP205": """A name that is the id of no SOP.

The link would lead nowhere. The id of an SOP is the name of its file without the ending, unless
its card has an `id:`; the finding names the one that comes nearest.

Fails:
    related: [refnud]
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agent
      - end: Problem solved

Passes:
    # call.workflow.yml
    title: Call
    summary: What to do when a customer calls.
    responsible: team-lead
    related: [refund]
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agent
      - end: Problem solved
    # refund.workflow.yml
    title: Refund
    summary: How a customer gets the money back.
    responsible: team-lead
    steps:
      - start: Customer asks for the money
      - do: Pay it back
        by: agent
      - end: Customer has the money
""",
    "SOP206": """A channel, reason, audience or measure that is not known.

Readers find SOPs by these words, so each word is written in one way. The usual ones are known; add
what is special to your department to `organisation.yml`, with the title that readers see.

Fails:
    channels: [phon]
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agent
      - end: Problem solved

Passes:
    channels: [phone]
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agent
      - end: Problem solved
""",
    "SOP207": """A tool that is not known.

What a step `uses` is linked: to a tool under `tools` in `organisation.yml`, so that its address
is written once, or to an address that stands there itself. Add the tool, or write the address.

Fails:
    steps:
      - start: Customer calls
      - do: Look up the order
        by: agent
        uses: [customer records]
      - end: Problem solved

Passes:
    steps:
      - start: Customer calls
      - do: Look up the order
        by: agent
        uses: [crm]
      - end: Problem solved
""",
    "SOP208": """A chart is wanted of an SOP that has no workflow.

The page would have a hole. Name an SOP that has a `.workflow.yml` file, or link to this one.

Fails:
    # index.md
    ```flowchart
    tone
    ```
    # tone.md
    ---
    title: How we write
    summary: The tone of our letters.
    responsible: team-lead
    ---
    Be kind.

Passes:
    # index.md
    How we write: [our tone](tone.md).
    # tone.md
    ---
    title: How we write
    summary: The tone of our letters.
    responsible: team-lead
    ---
    Be kind.
""",
}
