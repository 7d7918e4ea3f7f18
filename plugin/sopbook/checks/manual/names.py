"""Pages about names: what `names/known_names.py` finds, and the reader about ids."""

PAGES = {
    "SOP301": """A name that is no person, role or team.

Readers could not see who is meant.

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
}
