"""Pages that are ours alone: what each shows, and where. Their addresses are permanent."""

from collections.abc import Iterator
from dataclasses import dataclass

from sopbook.checks.rule import Topic
from sopbook.checks.rules import RULES as ALL_RULES
from sopbook.history.chronicle import Chronicle


@dataclass(frozen=True, slots=True)
class OwnPage:
    """A page nobody wrote. `path` is where it would lie if somebody had.

    `part` names what it shows, and its words in the locales; `sections` are its headings there,
    `anchors` what else one can link to. `sop` is the SOP that it is about.
    """

    part: str
    path: str
    sections: tuple[str, ...]
    anchors: tuple[str, ...] = ()
    sop: str = ""

    @property
    def ids(self) -> tuple[str, ...]:
        """Name the places in the page that links may lead to."""
        return (*(f"sopbook-{section}" for section in self.sections), *self.anchors)


def rule_anchor(code: str) -> str:
    """Name the place of a rule on the page with all of them."""
    return code.lower()


IMPROVEMENT = OwnPage(
    "improvement",
    "leads/improvement.md",
    ("proposals", "ideas", "longest", "handed", "unowned", "unanswered", "reviews"),
)
CHECKED = OwnPage("checked", "leads/findings.md", ("rules", "places", "waived"))
RULES = OwnPage("rules", "leads/rules.md", tuple(Topic), tuple(map(rule_anchor, ALL_RULES)))
LEADS = (IMPROVEMENT, CHECKED, RULES)
"""For those who lead the department, and look after its SOPs."""
GONE = OwnPage("gone", "history/index.md", ())
"""SOPs that are no longer there."""


def history_of(sop: str) -> OwnPage:
    """Give the page of an SOP's whole history."""
    return OwnPage("past", f"history/{sop}.md", ("drawn", "changes", "records"), sop=sop)


def histories(chronicle: Chronicle) -> Iterator[OwnPage]:
    """Yield the pages of what was published, and one for what is no longer there."""
    for sop, tellings in chronicle.tellings.items():
        if tellings:
            yield history_of(sop)
    if chronicle.gone:
        yield GONE
