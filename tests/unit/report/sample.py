"""Findings as reports meet them: plain ones, awkward ones, and any that can be thought of."""

from dataclasses import dataclass

from hypothesis import strategies as st

from sopbook.core.diagnostic import Diagnostic, Related, Severity
from sopbook.core.span import Span
from sopbook.report.material import Findings, Manual

CALL = "sops/complaints/complaint-call.workflow.yml"
ODD = "sops/căi, 100%: ocolite.md"
TEXTS = {
    CALL: """\
title: Complaint call
steps:
  - do: Greet 🙂 și ascultă   # by: nobody
    by: agnet
  - do: Greet 🙂 și ascultă, by: agnet
    by: agnet
  - end: Solved
""",
    ODD: "# Ocolite\n\tsee [them](nowhere.md)\n",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A page of the manual."""

    title: str
    text: str


MANUAL: Manual = {
    "SOP301": Entry(
        "A name that is no person, role or team", "Readers could not see who is meant.\n\nMend it."
    ),
    "SOP216": Entry("A step, done twice: 100 % the same", "One will do."),
}
FINDINGS: Findings = (
    Diagnostic("SOP101", "The card has no summary", Span(CALL), severity=Severity.WARNING),
    Diagnostic(
        "SOP216",
        "`Greet 🙂 și ascultă` stands here twice; the first is on line 3",
        Span(CALL, 3, 9, 5, 40),
        severity=Severity.ADVICE,
    ),
    Diagnostic(
        "SOP301",
        "`agnet` is no person, role or team",
        Span(CALL, 4, 9, 4, 14),
        "Did you mean `agent`?",
        related=(Related("the roles", Span("sops/organisation.yml", 2, 3, 2, 9)),),
    ),
    Diagnostic(
        "SOP301",
        "`agnet` is no person, role or team",
        Span(CALL, 5, 33, 5, 38),
        "Did you mean `agent`?",
    ),
    Diagnostic(
        "SOP301",
        "`agnet` is no person, role or team",
        Span(CALL, 6, 9, 6, 14),
        "Did you mean `agent`?",
    ),
    Diagnostic(
        "SOP260",
        "The link [them](nowhere.md) | `<b>` goes:\n100 % nowhere, @all",
        Span(ODD, 2, 13, 2, 23),
        "Write `[them](…)` anew.",
        Severity.WARNING,
        (Related("the page, as it was", Span("sops/a|b.md", 1, 1, 1, 5)),),
    ),
)

_ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
_LINES = st.integers(1, 6)
_COLUMNS = st.integers(1, 20)


@st.composite
def _spans(draw: st.DrawFn) -> Span:
    path = draw(st.sampled_from([CALL, ODD, "sops/unread.md"]))
    return Span(path, draw(_LINES), draw(_COLUMNS), draw(_LINES), draw(_COLUMNS))


_RELATED = st.builds(Related, _ANY, _spans())
MADE = st.lists(
    st.builds(
        Diagnostic,
        st.sampled_from(["SOP101", "SOP301", "SOP216"]),
        _ANY,
        _spans(),
        _ANY,
        st.sampled_from(Severity),
        st.lists(_RELATED, max_size=2).map(tuple),
    ),
    max_size=8,
).map(tuple)


def many(count: int, severity: Severity) -> Findings:
    """Give so many findings of one kind."""
    return tuple(
        Diagnostic("SOP301", f"number {n}", Span(CALL, n, 1, n, 5), severity=severity)
        for n in range(1, count + 1)
    )
