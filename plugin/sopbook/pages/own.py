"""Pages that are ours alone: what each shows, and where. Their addresses are permanent."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sopbook.checks.rule import Topic
from sopbook.checks.rules import RULES as ALL_RULES
from sopbook.history.chronicle import Chronicle


@dataclass(frozen=True, slots=True)
class OwnPage:
    """A page nobody wrote. `path` is where it would lie if somebody had.

    `part` names what it shows, and its words in the locales; `sections` are its headings there,
    `anchors` what else one can link to. `sop` is the SOP, or the circle, that it is about.
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
NEWS = OwnPage("news", "changes/index.md", ())
"""What is new in all SOPs; teams, roles and channels have such pages of their own."""
GONE = OwnPage("gone", "history/index.md", ())
"""SOPs that are no longer there."""


def history_of(sop: str) -> OwnPage:
    """Give the page of an SOP's whole history."""
    return OwnPage("past", f"history/{sop}.md", ("drawn", "changes", "records"), sop=sop)


def news_of(circle: str, path: str) -> OwnPage:
    """Give the page of what is new for a circle, by its key; "" is everybody."""
    return OwnPage(NEWS.part, path, (), sop=circle)


def own_pages(
    chronicle: Chronicle, news: Iterable[tuple[str, str]], *, leads: bool
) -> Iterator[OwnPage]:
    """Yield all such pages a site has; `news` are the keys and paths of those of what is new."""
    yield from LEADS if leads else ()
    yield from histories(chronicle)
    yield from (news_of(circle, path) for circle, path in news)


def histories(chronicle: Chronicle) -> Iterator[OwnPage]:
    """Yield the pages of what was published, and one for what is no longer there."""
    for sop, tellings in chronicle.tellings.items():
        if tellings:
            yield history_of(sop)
    if chronicle.gone:
        yield GONE
