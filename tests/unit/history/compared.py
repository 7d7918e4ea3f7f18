"""Two versions as their author writes them, compared and told."""

from sopbook import assets
from sopbook.core.model import Sop
from sopbook.core.names import Names
from sopbook.core.reading import read_library
from sopbook.history.changes.diff import diff
from sopbook.history.changes.sentence import Sentence
from sopbook.history.changes.sentences import sentences

ORGANISATION = """
people:
  ana: {name: Ana Ionescu}
  ion: {name: Ion Marin}
roles:
  agent: {title: Support agent, people: [ion]}
  team-lead: {title: Team lead, people: [ana]}
  chatbot: {title: Chatbot, kind: system}
tools:
  crm: {title: Customer records, url: https://crm.example.com}
  cases: {title: Case tool}
"""
CARD = "title: Call\nsummary: What to do.\nresponsible: ana\n"


def sop(steps: str = "", card: str = CARD, text: str = "", id_: str = "call") -> Sop:
    """Read an SOP; there must be no mistake in it. Steps begin at the margin."""
    files = {"organisation.yml": ORGANISATION}
    if steps:
        files["call.workflow.yml"] = "steps:\n" + steps
    files["call.md"] = f"---\n{card}---\n{text}"
    reading = read_library({path: text.encode() for path, text in files.items()})
    assert [each.message for each in reading.findings] == []
    return reading.library.sops[id_]


def names(before: Sop, language: str = "en") -> Names:
    """Name what the department has."""
    files = {"organisation.yml": ORGANISATION.encode()}
    library = read_library(files).library
    return Names(type(library)({before.id: before}, library.organisation), assets.words(language))


def told(before: Sop, after: Sop, language: str = "en") -> tuple[Sentence, ...]:
    """Compare two versions, and tell."""
    return sentences(diff(before, after), before, after, names(after, language))


def said(before: Sop, after: Sop, language: str = "en") -> list[str]:
    """Give the sentences alone."""
    return [each.text for each in told(before, after, language)]


def steps_said(before: str, after: str) -> list[str]:
    """Tell what changed between two lists of steps."""
    return said(sop(before), sop(after))


def chain(*steps: str) -> str:
    """Write steps, one a line; a line that goes on is indented by its author."""
    return "".join(f"- {step}\n" for step in steps)
