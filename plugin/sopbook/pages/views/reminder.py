"""What an SOP's page has ready for a returning reader; what is new to them their browser knows."""

import json
from dataclasses import dataclass

from sopbook.core.model import Sop
from sopbook.core.words import Words
from sopbook.pages.newest import marks, material
from sopbook.pages.own import history_of
from sopbook.pages.past import Past
from sopbook.pages.site import Links, Site

MOST = 20
"""So many changes can be counted; past that it is "or more"."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """The changes that readers must know of, `1a2b3c4d5e:1790000000 …`, and where all is told.

    `is_bounded` says that there are older ones; `forms` has the sentence with their number in each
    plural form, as JSON; `confirm` is the address at which a reader confirms having read it.
    """

    material: str
    is_bounded: bool
    history: str
    forms: str
    confirm: str


def reminder(sop: Sop, past: Past | None, site: Site, links: Links) -> Reminder | None:
    """Prepare what a returning reader is reminded of; None where the past is not known."""
    if past is None or past.chronicle.missing:
        return None
    found = material(past.chronicle, sop.id)
    return Reminder(
        material=marks(found[:MOST]),
        is_bounded=len(found) > MOST,
        history=links.page(history_of(sop.id).path) or "#sopbook-history",
        forms=_forms(site.words),
        confirm=confirmation(sop, past, site),
    )


def confirmation(sop: Sop, past: Past | None, site: Site) -> str:
    """Write the address at which readers confirm that they have read an SOP, as it is published."""
    shown = past.chronicle.shown(sop.id) if past else ()
    if past and past.is_unpublished(sop):
        return ""  # What was read has no revision yet.
    return site.confirmation(sop, shown[0].entry.commit.id if shown else "")


def _forms(words: Words) -> str:
    message = words.messages["reminder.count"]
    return json.dumps(message if isinstance(message, str) else dict(message), ensure_ascii=False)
