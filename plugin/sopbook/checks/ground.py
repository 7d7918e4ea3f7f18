"""What rules look at: everything that was read, and what every second rule would work out anew."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sopbook.analysis.estimates import Estimates
from sopbook.analysis.ways import Ways, ways
from sopbook.core.diagnostic import errors
from sopbook.core.library import Library
from sopbook.core.model import Sop, Status, Step
from sopbook.core.organisation import Organisation
from sopbook.core.reading import Reading
from sopbook.core.source_files import is_organisation


@dataclass(frozen=True, slots=True)
class Ground:
    """The library, with the ways of every workflow that could be read without a mistake.

    A workflow with a mistake of form is left out of `ways`: what its steps mean is not known, and
    the mistake itself is reported already; `broken` has the paths of such files. `estimates` are
    worked out when a rule first asks for them. `on` is the day to judge by; None: none is known,
    and rules about days are silent.
    """

    reading: Reading
    ways: Mapping[str, Ways]
    broken: frozenset[str]
    estimates: Estimates
    on: dt.date | None = None

    @property
    def library(self) -> Library:
        """Everything that was read."""
        return self.reading.library

    @property
    def organisation(self) -> Organisation:
        """Who works here, and with what."""
        return self.reading.library.organisation

    @property
    def knows_people(self) -> bool:
        """Say whether the organisation was read without a mistake: else nothing follows from it."""
        who = self.organisation
        return who.is_written and who.is_whole and not any(map(is_organisation, self.broken))

    def sops(self) -> Iterator[Sop]:
        """Yield every SOP whose files were read without a mistake, the retired ones too."""
        for sop in self.library.sops.values():
            if not self.broken & {sop.markdown_path, sop.workflow_path}:
                yield sop

    def live(self) -> Iterator[Sop]:
        """Yield those that are not retired."""
        return (sop for sop in self.sops() if sop.card.status is not Status.RETIRED)

    def live_ways(self) -> Iterator[Ways]:
        """Yield the ways of workflows that are not retired."""
        return (way for way in self.ways.values() if way.sop.card.status is not Status.RETIRED)

    def live_steps(self) -> Iterator[tuple[Ways, Step]]:
        """Yield every step that is reached, of workflows that are not retired."""
        return ((way, step) for way in self.live_ways() for step in way.walked)


def ground_of(reading: Reading, on: dt.date | None = None) -> Ground:
    """Prepare what rules look at, once for all of them."""
    broken = frozenset(found.span.path for found in errors(reading.findings))
    found = {
        sop.id: ways(sop, sop.workflow)
        for sop in reading.library.sops.values()
        if sop.workflow and sop.workflow_path not in broken
    }
    estimates = Estimates(found, reading.library.organisation)
    return Ground(reading, found, broken, estimates, on)
