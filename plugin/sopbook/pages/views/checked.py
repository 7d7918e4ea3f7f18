"""The page with what the checks found in the library, for those who lead the department."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from sopbook.checks.rule import page_of
from sopbook.checks.rules import RULES
from sopbook.core.diagnostic import Diagnostic, Severity
from sopbook.core.fold import fold
from sopbook.core.model import Sop, Status
from sopbook.pages.inspection import Inspection
from sopbook.pages.own import CHECKED
from sopbook.pages.site import Links, Site
from sopbook.pages.views.findings import Mistake, Sentence, mistake, rule_address, sentence
from sopbook.pages.views.leads import Neighbour, neighbours

MOST = 200
"""So many findings are shown, the worst first: a page of thousands helps nobody."""
_RANK = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Tally:
    """How often a rule found something."""

    code: str
    title: Sentence
    url: str
    severity: Severity
    count: int


@dataclass(frozen=True, slots=True)
class Place:
    """An SOP, or a file that is none; `status` is None for the latter."""

    id: str
    title: str
    url: str
    status: Status | None


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in one place."""

    place: Place
    mistakes: tuple[Mistake, ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """What somebody lets stand, and why."""

    place: Place
    mistake: Mistake
    reason: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found: how many of each severity, by rule, by place; and what was let stand.

    `more` and `more_stands` count what is not shown. `is_dayless` says that some rules did not
    look, for want of a day to judge by.
    """

    neighbours: tuple[Neighbour, ...]
    totals: tuple[tuple[Severity, int], ...]
    sops: int
    tallies: tuple[Tally, ...]
    places: tuple[Found, ...]
    more: int
    stands: tuple[Stand, ...]
    more_stands: int
    is_dayless: bool


def checked(inspection: Inspection, site: Site, links: Links) -> Checked:
    """Gather what the checks found, the worst places first."""
    homes = _Homes(site, links)
    found, waived = inspection.findings, inspection.waived
    ordered = homes.in_order(found)
    stands = tuple(
        Stand(homes.of(one.finding), mistake(one.finding, inspection, links), one.reason)
        for one in waived[:MOST]
    )
    policy = inspection.policy
    asleep = (rule for rule in RULES.values() if rule.needs_day and policy.severity(rule.code))
    return Checked(
        neighbours=neighbours(links, CHECKED.part),
        totals=tuple(_totals(found)),
        sops=len(site.library.sops),
        tallies=tuple(_tallies(found, links)),
        places=tuple(_by_place(ordered[:MOST], homes, inspection, links)),
        more=max(0, len(found) - MOST),
        stands=stands,
        more_stands=max(0, len(waived) - MOST),
        is_dayless=policy.on is None and any(asleep),
    )


class _Homes:
    """Where each file belongs."""

    def __init__(self, site: Site, links: Links) -> None:
        """Look up every SOP's files once."""
        self._links = links
        self._sops: Mapping[str, Sop] = {
            path: sop
            for sop in site.library.sops.values()
            for path in (sop.markdown_path, sop.workflow_path)
            if path
        }

    def of(self, found: Diagnostic) -> Place:
        """Name the SOP that a finding is in, or the file."""
        path = found.span.path
        sop = self._sops.get(path)
        if sop is None:
            return Place("", path, self._links.page(path), None)
        return Place(sop.id, sop.title, self._links.sop(sop.id), sop.card.status)

    def in_order(self, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Put places with the worst findings first, then those with most of them."""
        weights: dict[Place, Counter[int]] = {}
        placed = [(self.of(found), found) for found in findings]
        for place, found in placed:
            weights.setdefault(place, Counter())[_RANK[found.severity]] += 1

        def key(pair: tuple[Place, Diagnostic]) -> tuple[object, ...]:
            place, found = pair
            counts = tuple(-weights[place][rank] for rank in _RANK.values())
            return counts, fold(place.title), place.id, found.span, found.code

        return [found for _, found in sorted(placed, key=key)]


def _totals(findings: Iterable[Diagnostic]) -> Iterator[tuple[Severity, int]]:
    counts = Counter(found.severity for found in findings)
    return ((severity, counts[severity]) for severity in Severity if counts[severity])


def _tallies(findings: Iterable[Diagnostic], links: Links) -> Iterator[Tally]:
    """Count by rule, the worst first, then the most frequent."""
    counts = Counter((found.severity, found.code) for found in findings)
    for (severity, code), count in sorted(
        counts.items(), key=lambda one: (_RANK[one[0][0]], -one[1], one[0][1])
    ):
        title = sentence(page_of(RULES[code]).title)
        yield Tally(code, title, rule_address(code, links), severity, count)


def _by_place(
    findings: Iterable[Diagnostic], homes: _Homes, inspection: Inspection, links: Links
) -> Iterator[Found]:
    for place, found in groupby(findings, homes.of):
        yield Found(place, tuple(mistake(one, inspection, links) for one in found))
