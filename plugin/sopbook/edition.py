"""What to show while somebody writes: the files as they are, or as they last were right."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sopbook.checks import AS_WRITTEN, findings_of, judge
from sopbook.checks.policy import Policy
from sopbook.checks.rules import RULES
from sopbook.checks.waivers import Waived
from sopbook.core.diagnostic import Diagnostic, errors, in_order
from sopbook.core.growing import growing
from sopbook.core.reading import Others, Reading, read_library
from sopbook.pages.inspection import Inspection

Sources = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Edition:
    """What is shown (`reading`, made of `shown`), and what is wrong with what is on the disk.

    `waived` is what is wrong and meant to be; `texts` has the files that messages quote.
    """

    reading: Reading
    shown: Sources
    findings: tuple[Diagnostic, ...]
    texts: Mapping[str, str]
    waived: tuple[Waived, ...] = ()

    def without_sources(self) -> "Edition":
        """Let go of the files' bytes, and of texts that no message quotes."""
        found = (*self.findings, *(one.finding for one in self.waived))
        quoted = {each.span.path for each in found}
        texts = {path: text for path, text in self.texts.items() if path in quoted}
        return replace(self, shown={}, texts=texts, reading=replace(self.reading, texts={}))

    def inspection(self, policy: Policy) -> Inspection:
        """Give what the checks say, for the pages that show it."""
        return Inspection(self.reading, policy, self.findings, self.waived, self.texts)

    def of(self, *paths: str) -> tuple[Diagnostic, ...]:
        """Give the findings in some files."""
        return tuple(found for found in self.findings if found.span.path in paths)


def edition(
    sources: Sources,
    refused: tuple[Diagnostic, ...] = (),
    others: Others = None,
    good: Sources | None = None,
    policy: Policy = AS_WRITTEN,
) -> Edition:
    """Read and check; where `good` sources are known, broken files are shown as they were there."""
    with growing():
        return _edition(sources, refused, others, good, policy)


def _edition(
    sources: Sources,
    refused: tuple[Diagnostic, ...],
    others: Others,
    good: Sources | None,
    policy: Policy,
) -> Edition:
    reading = read_library(sources, others)
    judgement = judge(reading, policy)
    findings = in_order((*refused, *judgement.findings))
    shown, best = sources, reading
    if good and unshowable(findings):
        shown = _mended(sources, good, findings)
        best = read_library(shown, others)
        if any(found.span.path in good for found in unshowable(findings_of(best, policy))):
            # The mistake is between files: only the whole as it last was right is right.
            shown, best = good, read_library(good, others)
    return Edition(best, shown, findings, reading.texts, judgement.waived)


def unshowable(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Keep the mistakes that no page can be made with; a dead end is seen best in its chart."""
    return tuple(found for found in errors(findings) if RULES[found.code].is_fixed)


def _mended(sources: Sources, good: Sources, findings: tuple[Diagnostic, ...]) -> Sources:
    """Put broken files back as they were; a new one stays, for the page that shows its mistakes."""
    broken = {found.span.path for found in unshowable(findings)}
    return {**sources, **{path: good[path] for path in broken if path in good}}
