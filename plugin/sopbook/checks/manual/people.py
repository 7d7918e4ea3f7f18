"""Pages about the names of people, roles and teams; see `names/known_names.py`."""

PAGES = {
    "SOP301": """A name that is no person, role or team.

Readers could not see who is meant, nor whom to ask. Names of the organisation are ids: write the
one that the finding names, or add the person, role or team to `organisation.yml`. The customer is
always there.

Fails:
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agnet
      - end: Problem solved

Passes:
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agent
      - end: Problem solved
""",
    "SOP302": """A role or a team names somebody who is not among the people.

Behind a role stand persons, with the phone number or address to reach them by. Add the person to
`people` in `organisation.yml`, or name one who is there.

Fails:
    # organisation.yml
    people:
      ana: {name: Ana Ionescu, email: ana@example.com}
    roles:
      team-lead: {title: Team lead, people: [anna]}

Passes:
    # organisation.yml
    people:
      ana: {name: Ana Ionescu, email: ana@example.com}
    roles:
      team-lead: {title: Team lead, people: [ana]}
""",
    "SOP303": """An onboarding path for nobody who is known.

A path says for whom it is, so that the right people find it. Name a role or an audience.

Fails:
    # organisation.yml
    people:
      ana: {name: Ana Ionescu, email: ana@example.com}
    roles:
      team-lead: {title: Team lead, people: [ana]}
    paths:
      new-lead: {title: New team lead, for: team-leed, sops: [call], within: 2 weeks}
    # call.md
    ---
    title: Call
    summary: What to do when a customer calls.
    responsible: team-lead
    ---
    Stay calm.

Passes:
    # organisation.yml
    people:
      ana: {name: Ana Ionescu, email: ana@example.com}
    roles:
      team-lead: {title: Team lead, people: [ana]}
    paths:
      new-lead: {title: New team lead, for: team-lead, sops: [call], within: 2 weeks}
    # call.md
    ---
    title: Call
    summary: What to do when a customer calls.
    responsible: team-lead
    ---
    Stay calm.
""",
    "SOP304": """A person, a role or a team share one id.

`by: finance` could mean either of them, and readers would be sent to the wrong one. Give one of
the two another id.

Fails:
    # organisation.yml
    people:
      ana: {name: Ana Ionescu, email: ana@example.com}
    roles:
      finance: {title: Accountant, people: [ana]}
    teams:
      finance: {title: Finance, email: finance@example.com, lead: ana}

Passes:
    # organisation.yml
    people:
      ana: {name: Ana Ionescu, email: ana@example.com}
    roles:
      accountant: {title: Accountant, people: [ana]}
    teams:
      finance: {title: Finance, email: finance@example.com, lead: ana}
""",
    "SOP305": """People and tools are named, but nobody has described them.

Names in SOPs are ids; who they are, and how to reach them, is written once, in the file
`organisation.yml` in the folder of the SOPs. Without it, no reader finds anybody.

Fails:
    # call.workflow.yml
    title: Call
    summary: What to do when a customer calls.
    responsible: team-lead
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: team-lead
      - end: Problem solved

Passes:
    # organisation.yml
    people:
      ana: {name: Ana Ionescu, email: ana@example.com}
    roles:
      team-lead: {title: Team lead, people: [ana]}
    # call.workflow.yml
    title: Call
    summary: What to do when a customer calls.
    responsible: team-lead
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: team-lead
      - end: Problem solved
""",
}
