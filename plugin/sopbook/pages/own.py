"""Pages that are ours alone: what each shows, and where. Their addresses are permanent."""

from collections.abc import Iterator
from dataclasses import dataclass

from sopbook.checks.rule import Topic
from sopbook.checks.rules import RULES as ALL_RULES
from sopbook.core.organisation import Person, Role, Team
from sopbook.history.chronicle import Chronicle

_ACTORS = {Person: "person", Role: "role", Team: "team"}


@dataclass(frozen=True, slots=True)
class OwnPage:
    """A page nobody wrote. `path` is where it would lie if somebody had.

    `part` names what it shows, and its words in the locales; `sections` are its headings there,
    `anchors` what else one can link to. `about` is what it is about, where there are several of its
    kind: an SOP, a circle, a person.
    """

    part: str
    path: str
    sections: tuple[str, ...]
    anchors: tuple[str, ...] = ()
    about: str = ""

    @property
    def key(self) -> str:
        """Name the page among all of them."""
        return key_of(self.part, self.about)

    @property
    def ids(self) -> tuple[str, ...]:
        """Name the places in the page that links may lead to."""
        return (*(f"sopbook-{section}" for section in self.sections), *self.anchors)


def key_of(part: str, about: str = "") -> str:
    """Name the page that shows a part of something."""
    return f"{part}:{about}" if about else part


def key_of_actor(actor: Person | Role | Team) -> str:
    """Name the page of a person, role or team."""
    return key_of(_ACTORS[type(actor)], actor.id)


def rule_anchor(code: str) -> str:
    """Name the place of a rule on the page with all of them."""
    return code.lower()


HOME = OwnPage("home", "index.md", ())
"""What a site shows first, where nobody wrote that."""
IMPROVEMENT = OwnPage(
    "improvement",
    "leads/improvement.md",
    ("proposals", "ideas", "longest", "handed", "unowned", "unanswered", "reviews"),
)
CHECKED = OwnPage("checked", "leads/findings.md", ("rules", "places", "waived"))
RULES = OwnPage("rules", "leads/rules.md", tuple(Topic), tuple(map(rule_anchor, ALL_RULES)))
TRAINING = OwnPage("training", "leads/training.md", ("paths", "readers", "uncovered", "changed"))
LEADS = (IMPROVEMENT, CHECKED, RULES, TRAINING)
"""For those who lead the department, and look after its SOPs."""
NEWS = OwnPage("news", "changes/index.md", ())
"""What is new in all SOPs; teams, roles and channels have such pages of their own."""
PEOPLE = OwnPage("people", "people/index.md", ())
"""Everybody; people, roles and teams have a page each."""
ESCALATION_MAP = OwnPage("escalation_map", "people/escalation.md", ("list", "lost"))
"""Who turns to whom."""
PAST = "past"
"""An SOP's whole history."""
GONE = OwnPage("gone", "history/index.md", ())
"""SOPs that are no longer there."""
PRACTICE = OwnPage("practice", "practice/index.md", ())
"""Where every SOP is practised."""
LEARNING = OwnPage("learning", "learn/index.md", ())
"""All onboarding paths."""
PATH = "path"
"""An onboarding path."""


def history_of(sop: str) -> OwnPage:
    """Give the page of an SOP's whole history."""
    return OwnPage(PAST, f"history/{sop}.md", ("drawn", "changes", "records"), about=sop)


def path_of(name: str) -> OwnPage:
    """Give the page of an onboarding path."""
    return OwnPage(PATH, f"learn/{name}.md", ("order", "keep"), about=name)


def news_of(circle: str, path: str) -> OwnPage:
    """Give the page of what is new for a circle, by its key; "" is everybody."""
    return OwnPage(NEWS.part, path, (), about=circle)


def histories(chronicle: Chronicle) -> Iterator[OwnPage]:
    """Yield the pages of what was published."""
    for sop, tellings in chronicle.tellings.items():
        if tellings:
            yield history_of(sop)
