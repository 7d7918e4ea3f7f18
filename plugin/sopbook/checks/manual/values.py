"""Pages about values: what stands behind a key, and how it is written."""

PAGES = {
    "SOP108": """Nothing stands behind a key, or in a file.

A key without a value, an answer that leads nowhere and an empty file look like something that was
meant to be written and forgotten. Write it, or delete the key.

Fails:
    steps:
      - start: Customer calls
      - do: Solve the problem
        by:
      - end: Problem solved

Passes:
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agent
      - end: Problem solved
""",
    "SOP109": """A value of the wrong shape.

A list stands where one text is expected, a text where a list is expected, or something else that
cannot be taken for what is meant. The finding says what is expected, with an example.

Fails:
    steps:
      - start: Customer calls
      - ask: Does the customer accept?
        by: customer
        answers: [yes, no]
      - end: Problem solved

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
    "SOP113": """A time that cannot be read.

Times are shown to readers and added up, so it must be clear how long they are: a number and a
unit, such as `30 s`, `2 min`, `1-2 min`, `24 h`, `3 days`, `2 working days` or `6 months`.

Fails:
    steps:
      - start: Customer calls
      - do: Pick up
        by: agent
        within: soon
      - end: Problem solved

Passes:
    steps:
      - start: Customer calls
      - do: Pick up
        by: agent
        within: 30 s
      - end: Problem solved
""",
    "SOP114": """A day that is none.

Days are written as year, month and day, `2026-09-01`: 3/4/2026 is a day in March to some and one
in April to others. A day that no calendar has is found, too.

Fails:
    effective: 1.9.2026
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agent
      - end: Problem solved

Passes:
    effective: 2026-09-01
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agent
      - end: Problem solved
""",
    "SOP115": """An id that cannot be one.

Ids stand in addresses and links, and the history hangs on them. They are of small letters a-z,
digits and `-`, at most 64, so that they can be typed and said, and are the same on every computer.
`next` is no id of a step: in answers it means the next step. Titles may be written as you like.

Fails:
    steps:
      - start: Customer calls
      - id: Solve It
        do: Solve the problem
        by: agent
      - end: Problem solved

Passes:
    steps:
      - start: Customer calls
      - id: solve-it
        do: Solve the problem
        by: agent
      - end: Problem solved
""",
    "SOP116": """A word that is not one of those to choose from.

Some keys have a short list of values, such as the `status` of a document. Readers get a badge for
each of them; there is none for another word. Choose one that the finding names.

Fails:
    status: aproved
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agent
      - end: Problem solved

Passes:
    status: draft
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agent
      - end: Problem solved
""",
    "SOP117": """A value that cannot be read.

Targets, shares, addresses, phone numbers, hours and time zones are more than text: they are
compared, dialled and linked. A target needs its direction, an address its beginning, a share its
sign. The finding has an example of each.

Fails:
    measures: {csat: 90 %}
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agent
      - end: Problem solved

Passes:
    measures: {csat: at least 90 %}
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agent
      - end: Problem solved
""",
    "SOP123": """A practice question in which two answers say the same.

Whoever practises could not tell them apart: of two that are alike, one would be right and the
other wrong, or both would be wrong for different reasons. Change one of them, or leave it out.

Fails:
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agent
      - end: Problem solved
    practice:
      - situation: A customer calls, and is angry.
        right: Listen first
        wrong: [Offer money, listen first]

Passes:
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agent
      - end: Problem solved
    practice:
      - situation: A customer calls, and is angry.
        right: Listen first
        wrong: [Offer money, Ask for the order number]
""",
}
