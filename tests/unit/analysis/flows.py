"""Workflows as authors write them, ready to be reckoned."""

from textwrap import dedent

from sopbook.analysis.course import Course
from sopbook.analysis.estimates import Estimate, Estimates
from sopbook.analysis.ways import Ways, ways
from sopbook.core.reading import read_library

ORGANISATION = """
people:
  ana: {name: Ana Ionescu}
  ion: {name: Ion Marin}
roles:
  agent: {title: Agent, people: [ion]}
  lead: {title: Team lead, people: [ana]}
  books: {title: Bookkeeper}
  bot: {title: Chatbot, kind: system}
teams:
  finance: {title: Finance, lead: lead}
"""


def flow(text: str) -> str:
    """Write a workflow: a step per line, deeper ones indented by two blanks."""
    return dedent(text).strip("\n")


def ways_of(**flows: str) -> dict[str, Ways]:
    """Read workflows by the ids of their SOPs."""
    files = {f"{name}.workflow.yml": _file(name, text) for name, text in flows.items()}
    reading = read_library({"organisation.yml": ORGANISATION.encode(), **files})
    assert reading.findings == (), [found.message for found in reading.findings]
    return {
        sop.id: ways(sop, sop.workflow) for sop in reading.library.sops.values() if sop.workflow
    }


def estimates(**flows: str) -> Estimates:
    """Prepare estimates of workflows by the ids of their SOPs."""
    organisation = read_library({"organisation.yml": ORGANISATION.encode()}).library.organisation
    return Estimates(ways_of(**flows), organisation)


def estimate(text: str, **others: str) -> Estimate:
    """Estimate a workflow that surely can be."""
    found = estimates(main=text, **others).of("main")
    assert found
    return found


def course_of(text: str) -> Course | None:
    """Prepare a workflow for walking."""
    return estimates(main=text).courses.of("main")


def _file(name: str, text: str) -> bytes:
    title = name.replace("_", "-")
    return f"id: {title}\ntitle: {title}\nsteps:\n{dedent(text).strip(chr(10))}\n".encode()
