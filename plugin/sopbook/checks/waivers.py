"""Findings that are meant to be: a waiver stands in the file, at the place, with its reason."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sopbook.checks.policy import Policy
from sopbook.checks.rules import RULES
from sopbook.core.diagnostic import Diagnostic
from sopbook.core.fold import nearest
from sopbook.core.model import Places, Sop, Waiver
from sopbook.core.organisation import Organisation
from sopbook.core.reading import Reading
from sopbook.core.span import Span

UNUSED = "SOP290"


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding that somebody lets stand, and why."""

    finding: Diagnostic
    reason: str


@dataclass(frozen=True, slots=True)
class _Place:
    """A waiver, and what it stands for: `covers` says whether a place is in it."""

    waiver: Waiver
    covers: Callable[[Span], bool]


def sift(
    findings: Iterable[Diagnostic], reading: Reading, policy: Policy
) -> tuple[list[Diagnostic], list[Waived]]:
    """Take what is waived out of what was found; report waivers that nothing needs."""
    places = tuple(_places(reading))
    kept: list[Diagnostic] = []
    waived: list[Waived] = []
    used: set[Span] = set()
    for found in findings:
        waivers = [place.waiver for place in places if _waives(place, found)]
        used.update(waiver.span for waiver in waivers)
        if waivers:
            waived.append(Waived(found, waivers[0].reason))
        else:
            kept.append(found)
    for place in places:
        if place.waiver.span not in used:
            kept += _idle(place.waiver, policy)
    return kept, waived


def _waives(place: _Place, found: Diagnostic) -> bool:
    return (
        place.waiver.code == found.code
        and not RULES[found.code].is_fixed
        and place.covers(found.span)
    )


def _idle(waiver: Waiver, policy: Policy) -> Iterator[Diagnostic]:
    """Report a waiver that waived nothing, unless its rule did not look."""
    rule = RULES.get(waiver.code)
    if rule is None:
        near = nearest(waiver.code, RULES)
        hint = f"Did you mean `{near}`?" if near else "The code stands in each finding."
        yield Diagnostic(UNUSED, f"`{waiver.code}` is not the code of a rule", waiver.span, hint)
    elif rule.is_fixed:
        message = f"{waiver.code} cannot be waived: no site is made with such a mistake"
        yield Diagnostic(UNUSED, message, waiver.span, "Mend the place instead.")
    elif policy.severity(waiver.code) and (policy.on or not rule.needs_day):
        message = f"Nothing here needs the waiver of {waiver.code}"
        yield Diagnostic(UNUSED, message, waiver.span, "Delete it.")


def _places(reading: Reading) -> Iterator[_Place]:
    for sop in reading.library.sops.values():
        yield from (_Place(waiver, _in_files(sop)) for waiver in sop.card.allow)
        for step in sop.workflow.steps if sop.workflow else ():
            yield from (_Place(waiver, _within(step.span, step.places)) for waiver in step.allow)
    for page in reading.pages.values():
        yield from (_Place(waiver, _in_page(page.path)) for waiver in page.allow)
    yield from _of_organisation(reading.library.organisation)


def _of_organisation(who: Organisation) -> Iterator[_Place]:
    for entry in who.entries():
        yield from (_Place(waiver, _within(entry.span, entry.places)) for waiver in entry.allow)


def _in_files(sop: Sop) -> Callable[[Span], bool]:
    return lambda span: span.path in {sop.markdown_path, sop.workflow_path}


def _in_page(path: str) -> Callable[[Span], bool]:
    return lambda span: span.path == path


def _within(own: Span, places: Places) -> Callable[[Span], bool]:
    return lambda span: any(place.holds(span) for place in (own, *places.values()))
