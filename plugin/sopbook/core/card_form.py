"""The keys of an SOP's card (document control)."""

from sopbook.core.findings import Findings
from sopbook.core.forms import Field, Form, one_of, record
from sopbook.core.model import Approval, Review
from sopbook.core.nodes import Node, Table
from sopbook.core.values import (
    ACTOR,
    ALLOW,
    DATE,
    DURATION,
    ID,
    LINE,
    LINES,
    PROMISES,
    SOP_NAME,
    SOP_NAMES,
    STATUSES,
    TARGETS,
    TERM_NAMES,
)

APPROVAL = record(
    (
        Field("by", ACTOR, "Who approved: a person or role", required=True),
        Field("on", DATE, "The day of approval", required=True),
    ),
    Approval,
    "the approval, such as `{by: head-of-support, on: 2026-09-01}`",
)

_REVIEW = record(
    (
        Field("every", DURATION, "How often it is looked at again"),
        Field("last", DATE, "The day it was last looked at"),
        Field("by", DATE, "The day by which it is looked at again"),
    ),
    Review,
    "the review, such as `{every: 6 months, last: 2026-09-01}` or `{by: 2027-03-01}`",
)


def _read_review(node: Node, findings: Findings) -> Review | None:
    """Read a review: either a day, or an interval with the day it counts from."""
    before = len(findings.found)
    review = _REVIEW.read(node, findings)
    if not isinstance(node, Table) or len(findings.found) > before:
        return None
    written = {entry.key.text for entry in node.entries}
    if written in ({"by"}, {"every", "last"}):
        return review  # type: ignore[no-any-return] # forms read what their table says
    message = "A review needs either `every` with `last`, or `by` alone"
    findings.complain("SOP107", node.span, message, f"Write {_REVIEW.expected}.")
    return None


REVIEW = Form(_REVIEW.expected, _REVIEW.schema, _read_review)
STATUS = one_of(STATUSES, f"a status: {', '.join(STATUSES)}")

CARD_FIELDS = (
    Field("id", ID, "What links and history hang on; the file's name unless written"),
    Field("title", LINE, "The title of the page"),
    Field("summary", LINE, "What it is for, in a sentence"),
    Field("responsible", ACTOR, "Person, role or team who answers questions about this SOP"),
    Field("deputy", ACTOR, "Who answers when the responsible cannot"),
    Field("status", STATUS, "The state of the document; draft unless written"),
    Field("approved", APPROVAL, "Who approved it, and when"),
    Field("effective", DATE, "The first day it holds"),
    Field("review", REVIEW, "When it is looked at again"),
    Field("audience", TERM_NAMES, "Who reads it"),
    Field("channels", TERM_NAMES, "Where customers come in"),
    Field("reasons", TERM_NAMES, "Why customers come"),
    Field("promise", PROMISES, "What the customer was promised, each with its time"),
    Field("measures", TARGETS, "What is measured, each with its target"),
    Field("related", SOP_NAMES, "Ids of SOPs that belong to it"),
    Field("replaces", SOP_NAME, "Id of the earlier SOP that this one replaces"),
    Field("improves", SOP_NAME, "Id of the SOP for which this one is a proposal"),
    Field("decide_by", DATE, "The day by which the proposal is decided"),
    Field("tags", LINES, "Free words to group by"),
    Field("aliases", LINES, "Other words people search for"),
    Field("allow", ALLOW, "Findings that are meant to be: each code with the reason"),
)
CARD_KEYS = frozenset(field.name for field in CARD_FIELDS)
# Keys of a card that an ordinary page of the host has too: alone they make no SOP.
SHARED_KEYS = frozenset({"title", "status", "tags", "allow"})
# Keys that the host and its theme read in a page's front matter.
PAGE_KEYS = frozenset(
    {"title", "description", "template", "hide", "icon", "subtitle", "status", "tags", "search",
     "date", "authors", "robots", "allow"}
)  # fmt: skip
