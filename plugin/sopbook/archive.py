"""The past of a site's SOPs, as its settings want it read; a live preview reads it once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from sopbook.core.names import Names
from sopbook.history.git_chronicle import Chronicler, Place
from sopbook.history.moment import zone_named
from sopbook.pages.past import Past

_CACHE = ".cache/sopbook"


class Settings(Protocol):
    """What the person who runs the site chose about its history."""

    @property
    def history(self) -> bool:
        """Whether it is told."""

    @property
    def history_file(self) -> str | None:
        """The exported history to read instead of the repository."""

    @property
    def bots(self) -> list[str]:
        """Names of authors that are machines."""

    @property
    def time_zone(self) -> str:
        """Where days begin and end."""


@dataclass(slots=True)
class Archive:
    """Tells the past; as long as nothing else is asked for, what was read is kept."""

    _chronicler: Chronicler | None = field(default=None, init=False)

    def past(self, place: Place, names: Names, sources: Mapping[str, bytes]) -> Past:
        """Tell the past of the SOPs; `sources` are the files as they lie there."""
        if self._chronicler is None or self._chronicler.place != place:
            self._chronicler = Chronicler(place)
        return Past(self._chronicler.chronicle(names, sources), place.zone)


def place_of(docs: str, file: str | None, settings: Settings) -> Place | None:
    """Say where the history is, None where it is not told; the cache lies beside the settings."""
    if not settings.history:
        return None
    return Place(
        Path(docs),
        Path(file).parent / _CACHE if file else None,
        Path(settings.history_file) if settings.history_file else None,
        tuple(settings.bots),
        zone_named(settings.time_zone),
        is_drawn=True,
    )
