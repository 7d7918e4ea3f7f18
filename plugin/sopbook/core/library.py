"""Everything that was read: the organisation and its SOPs."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sopbook.core.model import Sop
from sopbook.core.organisation import Organisation


@dataclass(frozen=True, slots=True)
class Library:
    """The SOPs by id, in order of path, and the organisation they name."""

    sops: Mapping[str, Sop] = field(default_factory=dict)
    organisation: Organisation = field(default_factory=Organisation)
    unread: frozenset[str] = frozenset()
    """Names of files that could not be read, any of which may be an SOP."""
