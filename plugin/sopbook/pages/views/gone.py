"""SOPs that are no longer there, and what became of them."""

from dataclasses import dataclass

from sopbook.history.telling import Telling
from sopbook.pages.past import Past
from sopbook.pages.site import Site
from sopbook.pages.views.change import Change, change

_CHANGES = 10
_SENTENCES = 3


@dataclass(frozen=True, slots=True)
class GoneSop:
    """An SOP that was deleted: its id, its newest changes, how many there are besides."""

    id: str
    changes: tuple[Change, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Gone:
    """All of them, the last that went first."""

    sops: tuple[GoneSop, ...]


def gone(past: Past, site: Site) -> Gone:
    """Gather the SOPs that are no longer there."""
    found = ((name, tellings) for name, tellings in past.chronicle.gone.items() if tellings)
    ordered = sorted(found, key=lambda each: (-each[1][0].entry.commit.time, each[0]))
    return Gone(tuple(_sop(name, tellings, past, site) for name, tellings in ordered))


def _sop(name: str, tellings: tuple[Telling, ...], past: Past, site: Site) -> GoneSop:
    shown = tuple(each for each in tellings if not each.entry.hidden)
    told = (change(each, None, past, site.words, "", _SENTENCES) for each in shown[:_CHANGES])
    return GoneSop(name, tuple(told), max(0, len(shown) - _CHANGES))
