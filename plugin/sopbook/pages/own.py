"""Pages that are ours alone: what each shows, and where. Their addresses are permanent."""

from dataclasses import dataclass

from sopbook.checks.rule import Topic


@dataclass(frozen=True, slots=True)
class OwnPage:
    """A page nobody wrote. `path` is where it would lie if somebody had.

    `part` names what it shows, and its words in the locales; `sections` are its headings there.
    """

    part: str
    path: str
    sections: tuple[str, ...]


IMPROVEMENT = OwnPage(
    "improvement",
    "leads/improvement.md",
    ("proposals", "ideas", "longest", "handed", "unowned", "unanswered", "reviews"),
)
CHECKED = OwnPage("checked", "leads/findings.md", ("rules", "places", "waived"))
RULES = OwnPage("rules", "leads/rules.md", tuple(Topic))
LEADS = (IMPROVEMENT, CHECKED, RULES)
"""For those who lead the department, and look after its SOPs."""
