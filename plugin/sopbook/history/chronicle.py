"""Everything that is known of a docs folder's past, as pages, feeds and commands use it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sopbook.core.fates import Fates
from sopbook.core.model import Workflow
from sopbook.history.lack import Missing
from sopbook.history.telling import Telling


@dataclass(frozen=True, slots=True)
class Drawn:
    """A change of a flow, to be drawn: both versions as one workflow, and what became of it."""

    telling: Telling
    workflow: Workflow
    fates: Fates


@dataclass(frozen=True, slots=True)
class Chronicle:
    """What was published, told.

    `tellings` has each SOP's changes by its id, newest first, hidden ones included; `gone` those
    of SOPs that are no longer there. `unpublished` are the paths of files that are not published as
    they lie there. `missing` says why nothing is known; `shallow` that the oldest days are only "on
    or before"; `partial` that some old contents are not at hand; `is_anothers` that the repository
    belongs to another user. `head` names the newest commit.

    `drawn` has the newest change of each SOP's flow that those who work by it must know of;
    `since_approval` the changes that came after the approval on its card.
    """

    tellings: Mapping[str, tuple[Telling, ...]] = field(default_factory=dict)
    unpublished: frozenset[str] = frozenset()
    missing: Missing | None = None
    head: str = ""
    shallow: bool = False
    partial: bool = False
    is_anothers: bool = False
    gone: Mapping[str, tuple[Telling, ...]] = field(default_factory=dict)
    drawn: Mapping[str, Drawn] = field(default_factory=dict)
    since_approval: Mapping[str, tuple[Telling, ...]] = field(default_factory=dict)

    def shown(self, sop: str) -> tuple[Telling, ...]:
        """Give the changes of an SOP that readers are told of, newest first."""
        return tuple(each for each in self.tellings.get(sop, ()) if not each.entry.hidden)

    def told(self, sop: str) -> tuple[Telling, ...]:
        """Give those of them that mean something: no mere moves, no white space."""
        return tuple(each for each in self.shown(sop) if each.sentences)

    def news(self) -> Iterator[tuple[str, Telling]]:
        """Yield every change that means something to readers, with its SOP's id, newest first."""
        found = [(sop, each) for sop in self.tellings for each in self.told(sop)]
        return iter(sorted(found, key=lambda pair: (-pair[1].entry.commit.time, pair[0])))
