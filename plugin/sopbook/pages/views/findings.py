"""What is wrong, shown on the page it is in while somebody is writing it."""

from collections.abc import Iterable
from dataclasses import dataclass

from sopbook.core.diagnostic import Diagnostic, Severity, in_order
from sopbook.pages.inspection import Inspection, Quote
from sopbook.pages.own import RULES, rule_anchor
from sopbook.pages.site import Links

Sentence = tuple[str, ...]
"""Text and names by turns; names stood in backticks."""
MOST = 50
"""So many findings of one severity are shown: whoever has more mends the first ones first."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One finding: its rule, its place, the sentence, the line itself, the way out."""

    code: str
    rule: str
    severity: Severity
    place: str
    message: Sentence
    quote: Quote | None
    hint: Sentence
    related: tuple[Sentence, ...]
    edit: str


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one severity; `more` is how many are not shown."""

    severity: Severity
    count: int
    mistakes: tuple[Mistake, ...]

    @property
    def more(self) -> int:
        """Count what is left out."""
        return self.count - len(self.mistakes)


@dataclass(frozen=True, slots=True)
class Findings:
    """What is wrong with a page, or with everything, the worst first.

    `has_page` says that not the page as it is, but the last good version follows below;
    `is_everything`, that the findings are from all files, not from those behind one page.
    """

    groups: tuple[Group, ...]
    has_page: bool
    is_everything: bool

    @property
    def errors(self) -> int:
        """Count what must be mended."""
        return sum(group.count for group in self.groups if group.severity is Severity.ERROR)


def findings(
    found: Iterable[Diagnostic],
    inspection: Inspection,
    links: Links,
    *,
    has_page: bool,
    is_everything: bool,
) -> Findings:
    """Put findings in order, by how much they matter."""
    ordered = in_order(found)
    kinds = ((kind, [one for one in ordered if one.severity is kind]) for kind in Severity)
    groups = (
        Group(kind, len(ones), tuple(mistake(one, inspection, links) for one in ones[:MOST]))
        for kind, ones in kinds
        if ones
    )
    return Findings(tuple(groups), has_page, is_everything)


def mistake(found: Diagnostic, inspection: Inspection, links: Links) -> Mistake:
    """Make a finding ready to be shown, with links to its rule and to where it is mended."""
    return Mistake(
        code=found.code,
        rule=rule_address(found.code, links),
        severity=found.severity,
        place=str(found.span),
        message=sentence(found.message),
        quote=inspection.quote(found.span),
        hint=sentence(found.hint),
        related=tuple(sentence(f"{also.message}: `{also.span}`") for also in found.related),
        edit=links.edit(found.span.path),
    )


def rule_address(code: str, links: Links) -> str:
    """Link a rule; "" where the site has no page with the rules."""
    page = links.own(RULES.part)
    return f"{page}#{rule_anchor(code)}" if page else ""


def sentence(text: str) -> Sentence:
    """Take a sentence apart at its backticks."""
    return tuple(text.split("`")) if text else ()
