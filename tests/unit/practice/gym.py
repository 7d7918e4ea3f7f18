"""SOPs as authors write them, ready to be practised."""

from textwrap import dedent

from sopbook import assets
from sopbook.checks.ground import ground_of
from sopbook.core.diagnostic import errors
from sopbook.core.names import Names
from sopbook.core.reading import read_library
from sopbook.practice.drill import drill
from sopbook.practice.exercise import Asked, Drill, Exercise
from sopbook.practice.stock import Stock

ORGANISATION = """
people:
  ana: {name: Ana Ionescu}
  ion: {name: Ion Marin}
roles:
  agent: {title: Support agent, people: [ion]}
  lead: {title: Team lead, people: [ana]}
  senior: {title: Senior agent, people: [ana]}
  books: {title: Bookkeeper}
  desk: {title: Delivery desk}
  bot: {title: Chatbot, kind: system}
teams:
  finance: {title: Finance, lead: lead}
"""


def stock(*, names_people: bool = True, **flows: str) -> Stock:
    """Read workflows by the ids of their SOPs."""
    files = {
        f"{name}.workflow.yml": f"title: {name}\n{dedent(text)}".encode()
        for name, text in flows.items()
    }
    reading = read_library({"organisation.yml": ORGANISATION.encode(), **files})
    assert not errors(reading.findings), [found.message for found in reading.findings]
    names = Names(reading.library, assets.words("en"))
    return Stock(names, ground_of(reading).ways, names_people)


def practised(text: str, *, names_people: bool = True, **others: str) -> Drill:
    """Make the exercises of the SOP `main`."""
    return drill("main", stock(names_people=names_people, main=text, **others))


def asked(found: Drill, kind: Asked) -> list[Exercise]:
    """Pick the exercises that ask for one thing."""
    return [exercise for exercise in found.exercises if exercise.asked is kind]


def texts(exercise: Exercise) -> set[str]:
    """Give all answers of an exercise."""
    return {choice.text for choice in exercise.choices}
