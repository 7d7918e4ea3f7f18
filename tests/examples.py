"""The examples of the manual as whole files: with what each of them would only repeat."""

import re
from collections.abc import Mapping

from sopbook.checks.rule import EXAMPLE, files_of

ORGANISATION = """\
people:
  ana: {name: Ana Ionescu, email: ana@example.com}
  ion: {name: Ion Marin, email: ion@example.com}
roles:
  agent: {title: Agent, people: [ion], escalates_to: team-lead}
  team-lead: {title: Team lead, people: [ana]}
  chatbot: {title: Chatbot, kind: system}
tools:
  crm: {title: Customer records}
"""
# That nobody wrote one is what these examples are about.
WITHOUT_ORGANISATION = frozenset({"SOP305"})
CARD = {
    "title": "title: Example",
    "summary": "summary: What to do.",
    "responsible": "responsible: team-lead",
}


def with_card(workflow: str) -> str:
    """Add what every example would repeat: a card without a fault."""
    written = set(re.findall(r"^(\w+):", workflow, re.MULTILINE))
    return "\n".join([*(line for key, line in CARD.items() if key not in written), workflow])


def example_files(code: str, example: str) -> Mapping[str, str]:
    """Give the files of an example, the organisation among them."""
    files = dict(files_of(example))
    if list(files) == [EXAMPLE] and not example.startswith("#"):
        files = {path: with_card(text) for path, text in files.items()}
    return files if code in WITHOUT_ORGANISATION else {"organisation.yml": ORGANISATION} | files
